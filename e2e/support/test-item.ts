import { randomUUID } from 'node:crypto';
import { itemDefinition, type ItemDefinitionInput } from '@onewindow/contracts';
import { rowOf, rowsOf } from './database.js';
import { nextSerial } from './made-up-people.js';

/** Takes a test item off the list again: the cases that are pinned to its version stay. */
export async function unlistTestItem(versionId: string): Promise<void> {
  await rowsOf(`UPDATE item SET published_version_id = NULL, closed_reason = '试验完' WHERE published_version_id = $1`, [versionId]);
}

/** Publishes an item that no demonstration has, under a lift's department: for forms that the catalogue does not need. */
export async function publishTestItem(
  name: string,
  form: ItemDefinitionInput['form'],
  questions: ItemDefinitionInput['questions'] = [],
): Promise<string> {
  const definition = itemDefinition.parse({
    kind: 'instant',
    subtype: '登记',
    applicantKinds: ['natural'],
    statutoryLimit: null,
    promisedLimit: null,
    extensionLimit: 0,
    legalBasis: '试验用',
    allowsDeferral: false,
    allowsCommitment: false,
    requiresTwoReviewers: false,
    specialProcedures: [],
    questions,
    materials: [
      {
        ...{ code: 'application', name: '申请表', necessity: 'required', isKey: true, kind: 'application', medium: 'original' },
        ...{ copies: 1, source: '申请人自备', standard: '填写完整', reviewPoints: [] },
      },
    ],
    form,
    subjectField: null,
    route: { steps: [] },
    result: { name: '登记凭证', kind: 'certificate', electronic: true, validYears: null, numberPrefix: '试', fields: [] },
    feeCents: 0,
    scope: 'region',
    delivery: ['window'],
  } satisfies ItemDefinitionInput);
  const [itemId, versionId] = [randomUUID(), randomUUID()];
  const { id } = await rowOf<{ id: string }>(`SELECT id FROM department ORDER BY code LIMIT 1`);
  await rowsOf(
    `INSERT INTO item (id, code, name, initials, department_id, published_version_id, closed_reason) VALUES ($1, $2, $3, 'sy', $4, NULL, NULL)`,
    [itemId, `TEST${nextSerial()}`, name, id],
  );
  await rowsOf(
    `INSERT INTO item_version (id, item_id, version, status, published_at, definition) VALUES ($1, $2, 1, 'published', now(), $3)`,
    [versionId, itemId, JSON.stringify(definition)],
  );
  await rowsOf(`UPDATE item SET published_version_id = $2 WHERE id = $1`, [itemId, versionId]);
  return versionId;
}
