import { type BundleDefinition, type ItemDefinition, type ItemDefinitionInput, ownedBundle } from '@onewindow/contracts';
import { type BundlePart, mergeBundle } from '@onewindow/domain';
import { type CommandTx, sql } from '../platform/index.js';
import type { DefinitionFault } from './catalogue-problems.js';

/** A child's item as it is published. */
export interface ChildVersion {
  code: string;
  name: string;
  versionId: string;
  departmentCode: string;
  departmentName: string;
  definition: ItemDefinition;
}

const CHILD_VERSIONS = sql<ChildVersion>(
  `SELECT i.code, i.name, v.id AS "versionId", d.code AS "departmentCode", d.short_name AS "departmentName", v.definition
     FROM item i JOIN item_version v ON v.id = i.published_version_id JOIN department d ON d.id = i.department_id
    WHERE i.code = ANY($1::text[])`,
);

const KINDS = { natural: '自然人', legal: '法人' } as const;

/** The key of what the bundle itself asks for, among the parts. */
const OWN_PART = 'own';

/**
 * Lays the forms, materials and questions of a bundle's children into its own and pins their versions, before it is checked like any other
 * definition. A definition that is no bundle comes back as it is, and one that was laid before is laid the same way again.
 */
export async function assembleBundle(
  tx: Pick<CommandTx, 'query'>,
  definition: ItemDefinitionInput,
): Promise<{ definition: ItemDefinitionInput; faults: DefinitionFault[] }> {
  const parsed = definition.bundle === undefined ? undefined : ownedBundle.safeParse(definition.bundle);
  if (!parsed?.success) return { definition, faults: [] };
  const versions = await tx.query(CHILD_VERSIONS, [parsed.data.children.map((child) => child.itemCode)]);
  return layBundle(definition, parsed.data, versions);
}

/** The same with the children's versions in hand. */
export function layBundle(
  definition: ItemDefinitionInput,
  { children }: BundleDefinition,
  versions: readonly ChildVersion[],
): { definition: ItemDefinitionInput; faults: DefinitionFault[] } {
  const faults = children.flatMap((child, at) =>
    childFaults(
      definition,
      child,
      at,
      versions.find(({ code }) => code === child.itemCode),
    ),
  );
  if (faults.length > 0) return { definition, faults };
  return laidTogether(definition, children, new Map(versions.map((version) => [version.code, version])));
}

function childFaults(
  whole: Pick<ItemDefinitionInput, 'scope' | 'delivery' | 'applicantKinds'>,
  { key, itemCode }: BundleDefinition['children'][number],
  at: number,
  version: ChildVersion | undefined,
): DefinitionFault[] {
  const path = `bundle.children.${at}.itemCode`;
  if (!version) return [{ path, message: `子项“${key}”的事项 ${itemCode} 没有发布` }];
  const { definition, name } = version;
  const faults: DefinitionFault[] = [];
  if (definition.kind !== 'promised') faults.push({ path, message: `${name}不是承诺件：一件事的子项由部门按环节办理` });
  if (definition.onlyInBundle !== true) faults.push({ path, message: `${name}可以单独受理：子项只在一件事中办理` });
  if (definition.feeCents > 0) faults.push({ path, message: `${name}收费：费用记在一件事上，一次缴清` });
  if (definition.allowsDeferral || definition.allowsCommitment)
    faults.push({ path, message: `${name}可以容缺或承诺：一件事的材料一次收齐，由一件事决定` });
  return [...faults, ...handOutFaults(whole, version).map((message) => ({ path, message }))];
}

/** What the bundle promises of its one receipt and its one pickup, every child must keep. */
function handOutFaults(
  { scope, delivery, applicantKinds }: Pick<ItemDefinitionInput, 'scope' | 'delivery' | 'applicantKinds'>,
  { name, definition }: ChildVersion,
): string[] {
  const faults: string[] = [];
  if (definition.jurisdiction) faults.push(`${name}按申请人所在区划分办：一件事的子项由固定的部门办理`);
  if (scope === 'region' && definition.scope !== 'region') faults.push(`${name}只在收件大厅领取：一件事全区通办，结果要能一次领取`);
  if (delivery.some((way) => !definition.delivery.includes(way))) faults.push(`${name}的领取方式比一件事少：结果要能一次领取`);
  if (applicantKinds.some((kind) => !definition.applicantKinds.includes(kind)))
    faults.push(`${name}不受理一件事所受理的申请人（${applicantKinds.map((kind) => KINDS[kind]).join('、')}）`);
  return faults;
}

function laidTogether(
  definition: ItemDefinitionInput,
  children: BundleDefinition['children'],
  versions: ReadonlyMap<string, ChildVersion>,
): { definition: ItemDefinitionInput; faults: DefinitionFault[] } {
  const { questions, form, materials } = definition.bundle?.own ?? definition;
  const own = { key: OWN_PART, name: '一件事', questions, form, materials } as unknown as BundlePart;
  const parts = children.flatMap((child): BundlePart[] => {
    const version = versions.get(child.itemCode);
    return version ? [{ ...(version.definition as unknown as BundlePart), key: child.key, name: version.name, when: child.when }] : [];
  });
  const merged = mergeBundle([own, ...parts]);
  const faults = merged.conflicts.map((message) => ({ path: 'bundle.children', message }));
  const laid = {
    ...definition,
    questions: merged.questions,
    form: merged.form,
    materials: merged.materials,
    bundle: {
      own: { questions, form, materials },
      children: children.map((child) => {
        const version = versions.get(child.itemCode);
        const slice = merged.slices[child.key];
        if (!version || !slice) return child;
        const { versionId, name, departmentCode, departmentName } = version;
        const { promisedLimit, result } = version.definition;
        return { ...child, slice: { versionId, name, departmentCode, departmentName, promisedLimit, resultName: result.name, ...slice } };
      }),
    },
  };
  return { definition: laid as unknown as ItemDefinitionInput, faults };
}
