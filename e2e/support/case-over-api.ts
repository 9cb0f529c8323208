import { type CaseDetail, type ItemDefinition, sampleAnswers, sampleForm, sampleMaterials, samplePdf } from '@onewindow/contracts';
import { type MadeUpPerson, madeUpPerson, nextSerial } from './made-up-people.js';
import type { Person } from './person.js';

/** 1×1 PNG. */
export const SIGNATURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export interface OpenItem {
  versionId: string;
  name: string;
  definition: ItemDefinition;
}

/** The open item whose name contains these words. */
export async function itemNamed(person: Person, words: string): Promise<OpenItem> {
  const { items } = await person.api.searchItems({ query: { q: words } });
  const item = items.find((one) => one.open && one.versionId);
  if (!item?.versionId) throw new Error(`No open item ${words}`);
  const version = await person.api.getItemVersion({ params: { id: item.versionId } });
  return { versionId: version.id, name: version.name, definition: version.definition };
}

/** A draft with everything that acceptance asks for. */
export async function completeDraft(
  clerk: Person,
  item: OpenItem,
  applicant: MadeUpPerson = madeUpPerson(),
): Promise<{ draft: CaseDetail; version: number; applicant: MadeUpPerson }> {
  const answers = sampleAnswers(item.definition);
  const { name, identityNumber, phone, address } = applicant;
  const draft = await clerk.api.openDraft({
    body: {
      itemVersionId: item.versionId,
      applicant: { kind: 'natural', name, identityType: 'idCard', identityNumber, phone, address },
      answers,
      form: sampleForm(item.definition, nextSerial()),
    },
  });
  let version = draft.version;
  for (const code of sampleMaterials(item.definition, answers, 1)) {
    const file = new Blob([samplePdf(2_000)], { type: 'application/pdf' });
    const added = await clerk.api.addMaterialFile(
      { params: { id: draft.id, code }, query: { verdict: 'qualified' } },
      { file, fileName: `${code}.pdf` },
    );
    version = added.version;
  }
  return { draft, version, applicant };
}

/** An accepted case, its tasks in the departments' pools. */
export async function acceptedCase(
  clerk: Person,
  item: OpenItem,
): Promise<{ accepted: CaseDetail; caseNo: string; applicant: MadeUpPerson }> {
  const { draft, version, applicant } = await completeDraft(clerk, item);
  const accepted = await clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
  return { accepted, caseNo: accepted.caseNo ?? '', applicant };
}
