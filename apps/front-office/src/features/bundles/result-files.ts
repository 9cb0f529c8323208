import type { ReadyRow } from '@onewindow/contracts';
import type { ViewerFile } from '@onewindow/ui';
import { fileUrl } from '../../app/file-url.js';

/** One document that goes over the counter. */
export interface HandedOut {
  key: string;
  name: string;
  number: string;
}

/** What a row hands out: its own result, and those of its children, in their order. */
export function handedOut({ caseId, result, bundle }: ReadyRow): HandedOut[] {
  const children = (bundle?.children ?? []).flatMap((child) =>
    child.result ? [{ key: `${caseId} ${child.key}`, name: child.result.name, number: child.result.number }] : [],
  );
  return [{ key: caseId, name: result.name, number: result.number }, ...children];
}

/** The documents that a row hands out: its own, and those of its children, in their order. */
export function resultFiles(row: ReadyRow | null): ViewerFile[] {
  if (!row) return [];
  const own = { caseId: row.caseId, name: row.result.name, fileId: row.result.fileId };
  const children = (row.bundle?.children ?? []).flatMap(({ caseId, result }) =>
    caseId !== null && result ? [{ caseId, name: result.name, fileId: result.fileId }] : [],
  );
  return [own, ...children].flatMap(({ caseId, name, fileId }) =>
    fileId === null ? [] : [{ id: fileId, name: `${name}.pdf`, mediaType: 'application/pdf', url: fileUrl(caseId, fileId) }],
  );
}
