import type { ApplicantInput, CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { useCallback, useMemo, useState } from 'react';
import type { CaseWriter, WriterSnapshot } from './case-writer.js';
import { draftView, type AgentInput, type Answers, type DraftEdits, type FormValues } from './draft-edits.js';
import { originsOf, prefill, saysTheSame } from './prefill.js';
import { recallApplicant } from './present-person.js';
import { whatIsMissing } from './what-is-missing.js';

export interface DeskInput {
  detail: CaseDetail;
  definition: ItemDefinition;
  writer: CaseWriter;
  unsent: WriterSnapshot;
}

/** What is on the desk: the draft as the clerk sees it, what is missing, and the ways to change it. Typed once, filled everywhere. */
export function useDesk({ detail, definition, writer, unsent }: DeskInput) {
  const today = shanghaiDateOf(new Date());
  const view = useMemo(() => draftView(detail, unsent.edits), [detail, unsent.edits]);
  const [typed, setTyped] = useState<ApplicantInput | null>(() => recallApplicant(detail.id));
  const origins = useMemo(
    () => originsOf(definition.form, { typed, seen: detail.applicant }, view.answers),
    [definition.form, typed, detail.applicant, view.answers],
  );
  const missing = useMemo(
    () => whatIsMissing(detail, definition, { answers: view.answers, form: view.form, today }),
    [detail, definition, view.answers, view.form, today],
  );

  /** An edit takes the fields along that follow it. */
  const withPrefill = useCallback(
    (edits: DraftEdits, known: { typed: ApplicantInput | null; answers: Answers }): DraftEdits => {
      const filled = prefill(
        originsOf(definition.form, { typed: known.typed, seen: detail.applicant }, known.answers),
        view.form,
        view.formSources,
      );
      return filled ? { ...edits, ...filled } : edits;
    },
    [definition.form, detail.applicant, view.form, view.formSources],
  );

  const setApplicant = useCallback(
    (applicant: ApplicantInput) => {
      setTyped(applicant);
      writer.edit(withPrefill({ applicant }, { typed: applicant, answers: view.answers }));
    },
    [view.answers, withPrefill, writer],
  );

  const setAgent = useCallback((agent: AgentInput | null) => writer.edit({ agent }, agent === null), [writer]);

  const answer = useCallback(
    (key: string, value: string | boolean) => {
      const answers = { ...view.answers, [key]: value };
      writer.edit(withPrefill({ answers }, { typed, answers }), true);
    },
    [typed, view.answers, withPrefill, writer],
  );

  const fill = useCallback(
    (key: string, value: unknown) => {
      const others = Object.entries(view.form).filter(([name]) => name !== key);
      const isEmpty = value === undefined || value === null;
      const form: FormValues = Object.fromEntries(isEmpty ? others : [...others, [key, value as FormValues[string]]]);
      const origin = origins[key];
      const source = origin && saysTheSame(value, origin.value) ? origin.source : 'typed';
      writer.edit({ form, formSources: { ...view.formSources, [key]: source } });
    },
    [origins, view.form, view.formSources, writer],
  );

  return { view, origins, missing, today, setApplicant, setAgent, answer, fill };
}
