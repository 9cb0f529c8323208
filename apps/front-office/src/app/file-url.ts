import { pathOf } from '@onewindow/api-client';
import { endpoints } from '@onewindow/contracts';

/** Where the bytes of a case's file are: a material, a notice, a result. */
export function fileUrl(caseId: string, fileId: string): string {
  return pathOf(endpoints.getCaseFile, { params: { id: caseId, fileId } });
}
