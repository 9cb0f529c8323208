import type { ApplicantInput, CaseDetail, RequestOf, Endpoints } from '@onewindow/contracts';

/** The sections of a draft that the clerk can change; each is sent whole. */
export type DraftEdits = Omit<RequestOf<Endpoints['saveDraft']>['body'], 'expectedVersion'>;
export type Answers = NonNullable<DraftEdits['answers']>;
export type FormValues = NonNullable<DraftEdits['form']>;
export type FormSources = NonNullable<DraftEdits['formSources']>;
export type FormCorrections = NonNullable<DraftEdits['formCorrections']>;
/** The sections of a draft that are kept field by field. */
export type DraftSections = Pick<CaseDetail, 'answers' | 'form' | 'formSources' | 'formCorrections'>;
/** What is put into one field: its value, where it is from, and what the source had said when the clerk said otherwise. */
export interface FilledField {
  value: FormValues[string] | undefined;
  source: string;
  correction: FormCorrections[string] | null;
}
export type AgentInput = NonNullable<DraftEdits['agent']>;

/** What the screen shows: the server's word with the clerk's unsent edits over it. */
export interface DraftView {
  answers: Answers;
  form: FormValues;
  formSources: FormSources;
  formCorrections: FormCorrections;
  /** R8.2: reasons by credit code that fails and stands. */
  formOverrides: CaseDetail['formOverrides'];
  /** Known only while it was typed in this sitting; afterwards the server shows the number masked. */
  typedApplicant: ApplicantInput | null;
}

/** Lays unsent edits over the case as the server knows it. */
export function draftView(detail: CaseDetail, edits: DraftEdits): DraftView {
  return {
    answers: edits.answers ?? detail.answers,
    form: edits.form ?? detail.form,
    formSources: edits.formSources ?? detail.formSources,
    formCorrections: edits.formCorrections ?? detail.formCorrections,
    formOverrides: edits.formOverrides ?? detail.formOverrides,
    typedApplicant: edits.applicant ?? null,
  };
}
