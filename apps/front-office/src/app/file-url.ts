import { endpoints, pathOf } from '@onewindow/contracts';

/** Where the bytes of a case's file are: a material, a notice, a result. */
export function fileUrl(caseId: string, fileId: string): string {
  return pathOf(endpoints.getCaseFile, { params: { id: caseId, fileId } });
}

/** Where the document of a licence of the case's applicant is. */
export function licenceFileUrl(caseId: string, licenceId: string): string {
  return pathOf(endpoints.getLicenceFile, { params: { id: caseId, licenceId } });
}
