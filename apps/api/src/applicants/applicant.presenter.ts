import type { ApplicantView } from '@onewindow/contracts';
import { maskApplicantName } from '@onewindow/domain';
import type { Applicant } from './applicant.entity.js';

/**
 * An applicant as screens show them: numbers masked always, names of persons where the reader is not the counter that serves them (R10.2).
 * Who represents a legal person stands in the public register and in every form it signs: shown, like its name.
 * @param nameShown the reader sits in the hall that received them
 */
export function presentApplicant(applicant: Applicant, nameShown: boolean): ApplicantView {
  const { representativeName } = applicant;
  return {
    id: applicant.id,
    kind: applicant.kind,
    name: nameShown ? applicant.name : maskApplicantName(applicant.kind, applicant.name),
    identityType: applicant.identityType,
    identityMasked: applicant.identityMasked,
    phoneMasked: applicant.phoneMasked,
    address: applicant.address,
    legalRepresentative:
      representativeName === null ? null : { name: representativeName, identityMasked: applicant.representativeIdentityMasked },
  };
}
