import { caseNamed, type CorrectedPoint, withoutHidden } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { BundleChildRead } from '../case-view/index.js';
import { type Case, CaseStore, SYSTEM_AUTHOR } from '../cases/index.js';
import { isSealedValue, ItemVersions, type KnownVersion } from '../catalogue/index.js';
import { NotificationWriter } from '../notifications/index.js';
import { type CommandTx, newId, Sealer, sql } from '../platform/index.js';
import { COPY_FILES } from './bundle-statements.js';
import { titleOf, underName } from './child-case.js';

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

const HOLDERS = sql<{ taskId: string; staffId: string }>(
  `SELECT t.id AS "taskId", t.holder_id AS "staffId" FROM review_task t WHERE t.case_id = $1 AND t.status = 'claimed'`,
);

/** What was corrected, by its name in the bundle: fields and materials. */
interface Points {
  readonly fields: ReadonlySet<string>;
  readonly materials: ReadonlySet<string>;
}

/**
 * 一件事 has one form and one list of papers: what one department's review had corrected (R3.3) is corrected for the bundle, so that a child
 * that is opened afterwards does not begin with what was found wrong. Departments that are at work already keep what they are looking at, and
 * hear of it.
 */
@Injectable()
export class BundleCorrections {
  constructor(
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly sealer: Sealer,
    private readonly notifications: NotificationWriter,
  ) {}

  /** @param parent the locked row of the bundle; doing it again changes nothing */
  async takeOver(tx: CommandTx, parent: Case, children: readonly BundleChildRead[]): Promise<void> {
    const corrected = await tx.query(CORRECTED_IN, [parent.id]);
    if (corrected.length === 0) return;
    const version = await this.versions.get(parent.itemVersionId, tx);
    const materials = new Set<string>();
    const form = { ...parent.form };
    for (const one of corrected) {
      const slice = sliceOf(version, one.childKey);
      const merged = one.kind === 'field' ? slice?.fields[one.key] : slice?.materials[one.key];
      if (merged === undefined) continue;
      if (one.kind === 'field') form[merged] = underName(one.form[one.key], one.key, merged, this.sealer);
      else if (await this.takePaper(tx, parent.id, one, merged)) materials.add(merged);
    }
    const kept = withoutHidden(version.definition.form, form, parent.answers);
    const keys = [...new Set([...Object.keys(kept), ...Object.keys(parent.form)])];
    const fields = new Set(keys.filter((key) => !this.isSame(key, kept[key], parent.form[key])));
    if (fields.size + materials.size === 0) return;
    const points = { fields, materials };
    const by = [...new Set(corrected.map(({ childName }) => childName))];
    const changes = { form: kept, title: titleOf(version.definition, kept) ?? parent.title };
    const data = { children: by, points: namesOf(version, points) };
    await this.cases.save(tx, parent, changes, SYSTEM_AUTHOR, [{ action: 'bundle.correct', data }]);
    for (const child of children) await this.tell(tx, version, child, points, corrected);
  }

  /** Whoever works on another child that asks for the same hears what the applicant has corrected elsewhere. */
  private async tell(tx: CommandTx, version: KnownVersion, child: BundleChildRead, all: Points, by: readonly Corrected[]): Promise<void> {
    const slice = sliceOf(version, child.childKey);
    if (child.state !== 'open' || child.childCaseId === null || !slice || by.some(({ childKey }) => childKey === child.childKey)) return;
    const [fields, materials] = [new Set(Object.values(slice.fields)), new Set(Object.values(slice.materials))];
    const own = { fields: intersection(all.fields, fields), materials: intersection(all.materials, materials) };
    if (own.fields.size + own.materials.size === 0) return;
    const row = await this.cases.lockForSystem(tx, child.childCaseId);
    const points = namesOf(version, own);
    const children = [...new Set(by.map(({ childName }) => childName))];
    await this.cases.note(tx, row, SYSTEM_AUTHOR, [{ action: 'bundle.corrected', data: { children, points } }]);
    const words = `${caseNamed(row)}：${children.join('、')}审查中补正了${points.join('、')}，本件仍是原来的内容。需要时要求补正`;
    const holders = await tx.query(HOLDERS, [row.id]);
    await this.notifications.write(
      tx,
      holders.map(({ staffId, taskId }) => ({ staffId, taskId, words, caseId: row.id })),
    );
  }

  private async takePaper(tx: CommandTx, parentId: string, { caseId, key }: Corrected, merged: string): Promise<boolean> {
    const where = [caseId, key, parentId, merged];
    const taken = await tx.query(TAKE_OVER_MATERIAL, where);
    const files = await tx.query(NEW_FILES, where);
    if (files.length > 0)
      await tx.query(COPY_FILES, [caseId, files.map(({ id }) => id), files.map(() => newId()), files.map(() => merged), parentId]);
    return taken.length + files.length > 0;
  }

  /** Sealed anew, the same number looks different. */
  private isSame(key: string, one: unknown, other: unknown): boolean {
    const plain = (value: unknown): unknown => (isSealedValue(value) ? this.sealer.open(value.sealed, `case.form.${key}`) : value);
    return JSON.stringify(plain(one) ?? null) === JSON.stringify(plain(other) ?? null);
  }
}

function sliceOf({ definition }: KnownVersion, childKey: string) {
  return definition.bundle?.children.find(({ key }) => key === childKey)?.slice;
}

function namesOf({ definition }: KnownVersion, { fields, materials }: Points): string[] {
  return [
    ...[...fields].map((key) => definition.form.properties[key]?.title ?? key),
    ...[...materials].map((code) => definition.materials.find((one) => one.code === code)?.name ?? code),
  ];
}

function intersection(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...one].filter((key) => other.has(key)));
}
