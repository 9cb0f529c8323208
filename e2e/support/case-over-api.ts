import {
  type CaseDetail,
  type ItemDefinition,
  sampleAnswers,
  sampleForm,
  sampleIdentity,
  sampleMaterials,
  samplePdf,
} from '@onewindow/contracts';
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

/** Serials of made-up people; far from those of the demonstration. */
let serial = 700_000 + Math.floor(Math.random() * 100_000);

/** A draft with everything that acceptance asks for. */
export async function completeDraft(
  clerk: Person,
  item: OpenItem,
  name = '赵测试',
): Promise<{ draft: CaseDetail; version: number; identityNumber: string }> {
  serial += 1;
  const identityNumber = sampleIdentity(serial);
  const answers = sampleAnswers(item.definition);
  const draft = await clerk.api.openDraft({
    body: {
      itemVersionId: item.versionId,
      applicant: { kind: 'natural', name, identityType: 'idCard', identityNumber, phone: '13800138000' },
      answers,
      form: sampleForm(item.definition, serial),
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
  return { draft, version, identityNumber };
}

/** An accepted case, its tasks in the departments' pools. */
export async function acceptedCase(clerk: Person, item: OpenItem, name?: string): Promise<CaseDetail & { identityNumber: string }> {
  const { draft, version, identityNumber } = await completeDraft(clerk, item, name);
  const accepted = await clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
  return { ...accepted, identityNumber };
}
