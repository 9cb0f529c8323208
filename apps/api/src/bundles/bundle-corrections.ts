import { type CorrectedPoint, withoutHidden } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { BundleChildRead } from '../case-view/index.js';
import { type Case, CaseStore, SYSTEM_AUTHOR } from '../cases/index.js';
import { ItemVersions, type KnownVersion } from '../catalogue/index.js';
import { type CommandTx, newId, Sealer, sql } from '../platform/index.js';
import { BundleSiblings, namesOf, type PointInBundle } from './bundle-siblings.js';
import { COPY_FILES } from './bundle-statements.js';
import { isSameValue, titleOf, underName } from './child-case.js';

interface Corrected extends Pick<CorrectedPoint, 'kind' | 'key'> {
  childKey: string;
  childName: string;
  caseId: string;
  form: Case['form'];
}

/** What the reviews of these children had corrected, the latest last. */
const CORRECTED_IN = sql<Corrected>(
  `SELECT b.child_key AS "childKey", b.item_name AS "childName", c.id AS "caseId", c.form, p.point->>'kind' AS kind, p.point->>'key' AS key
     FROM bundle_child b JOIN cases c ON c.id = b.child_case_id JOIN correction r ON r.case_id = c.id
          CROSS JOIN LATERAL jsonb_array_elements(r.brought) AS p(point)
    WHERE b.parent_case_id = $1 AND r.brought IS NOT NULL ORDER BY p.point->>'at', b.position`,
);

/** The later paper takes the place of the earlier. `$1` child, `$2` its code, `$3` bundle, `$4` its code. */
const TAKE_OVER_MATERIAL = sql<{ code: string }>(
  `INSERT INTO case_material AS m (case_id, code, verdict, defect, trust_level, received_at, judged_by, library_id, library_version, issued_on, valid_through)
   SELECT $3::uuid, $4::text, n.verdict, n.defect, n.trust_level, n.received_at, n.judged_by, n.library_id, n.library_version, n.issued_on, n.valid_through
     FROM case_material n WHERE n.case_id = $1 AND n.code = $2
   ON CONFLICT (case_id, code) DO UPDATE
      SET verdict = excluded.verdict, defect = excluded.defect, trust_level = excluded.trust_level, received_at = excluded.received_at,
          judged_by = excluded.judged_by, library_id = excluded.library_id, library_version = excluded.library_version,
          issued_on = excluded.issued_on, valid_through = excluded.valid_through
    WHERE m.received_at IS NULL OR m.received_at < excluded.received_at
   RETURNING code`,
);

/** Files of the child's paper that the bundle does not have. `$1` child, `$2` its code, `$3` bundle, `$4` its code. */
const NEW_FILES = sql<{ id: string }>(
  `SELECT n.id FROM case_file n WHERE n.case_id = $1 AND n.material_code = $2
      AND NOT EXISTS (SELECT 1 FROM case_file f WHERE f.case_id = $3 AND f.material_code = $4 AND f.sha256 = n.sha256) ORDER BY n.id`,
);

/**
 * 一件事 has one form and one list of papers: what one department's review had corrected (R3.3) is corrected for the bundle, so that a child
 * that is opened afterwards does not begin with what was found wrong, and departments that are at work already go on with what is right.
 */
@Injectable()
export class BundleCorrections {
  constructor(
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly sealer: Sealer,
    private readonly siblings: BundleSiblings,
  ) {}

  /** @param parent the locked row of the bundle; doing it again changes nothing */
  async takeOver(tx: CommandTx, parent: Case, children: readonly BundleChildRead[]): Promise<void> {
    const corrected = await tx.query(CORRECTED_IN, [parent.id]);
    if (corrected.length === 0) return;
    const version = await this.versions.get(parent.itemVersionId, tx);
    const [entered, materials] = [new Map<string, Corrected>(), new Map<string, Corrected>()];
    const form = { ...parent.form };
    for (const one of corrected) {
      const slice = sliceOf(version, one.childKey);
      const merged = one.kind === 'field' ? slice?.fields[one.key] : slice?.materials[one.key];
      if (merged === undefined) continue;
      if (one.kind === 'field') {
        form[merged] = underName(one.form[one.key], one.key, merged, this.sealer);
        entered.set(merged, one);
      } else if (await this.takePaper(tx, parent.id, one, merged)) materials.set(merged, one);
    }
    const kept = withoutHidden(version.definition.form, form, parent.answers);
    const keys = [...new Set([...Object.keys(kept), ...Object.keys(parent.form)])];
    const changed = keys.filter((key) => !isSameValue(this.sealer, key, kept[key], parent.form[key]));
    if (changed.length + materials.size === 0) return;
    const fields = new Map(changed.map((key) => [key, pointOf(entered.get(key), version.definition.form.properties[key]?.title ?? key)]));
    const papers = new Map([...materials].map(([code, one]) => [code, pointOf(one, materialName(version, code))]));
    const points = [...fields.values(), ...papers.values()];
    const changes = { form: kept, title: titleOf(version.definition, kept) ?? parent.title };
    const data = { children: namesOf(points), points: points.map(({ name }) => name) };
    await this.cases.save(tx, parent, changes, SYSTEM_AUTHOR, [{ action: 'bundle.correct', data }]);
    for (const child of children) {
      const slice = sliceOf(version, child.childKey);
      if (!slice || child.state !== 'open') continue;
      const { definition } = await this.versions.get(child.itemVersionId, tx);
      await this.siblings.correct(tx, child, { slice, definition }, { parent, fields, papers });
    }
  }

  private async takePaper(tx: CommandTx, parentId: string, { caseId, key }: Corrected, merged: string): Promise<boolean> {
    const where = [caseId, key, parentId, merged];
    const taken = await tx.query(TAKE_OVER_MATERIAL, where);
    const files = await tx.query(NEW_FILES, where);
    if (files.length > 0)
      await tx.query(COPY_FILES, [caseId, files.map(({ id }) => id), files.map(() => newId()), files.map(() => merged), parentId]);
    return taken.length + files.length > 0;
  }
}

function sliceOf({ definition }: KnownVersion, childKey: string) {
  return definition.bundle?.children.find(({ key }) => key === childKey)?.slice;
}

function pointOf(source: Corrected | undefined, name: string): PointInBundle {
  return { name, childKey: source?.childKey ?? null, childName: source?.childName ?? null };
}

function materialName({ definition }: KnownVersion, code: string): string {
  return definition.materials.find((one) => one.code === code)?.name ?? code;
}
