import type { ApplicantInput, CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseWriter, WriterSnapshot } from './case-writer.js';
import { isOnCounter } from './on-counter.js';
import { draftView, type AgentInput, type Answers, type DraftEdits, type FormValues } from './draft-edits.js';
import { originsOf, prefill, saysTheSame } from './prefill.js';
import { recallApplicant } from '../identify/index.js';
import { canBeKept, withUnfit } from './unfit-values.js';
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
  const editable = isOnCounter(detail.status);
  const kept = useMemo(() => draftView(detail, unsent.edits), [detail, unsent.edits]);
  const [unfit, setUnfit] = useState<Readonly<Record<string, unknown>>>({});
  const view = useMemo(() => ({ ...kept, form: withUnfit(kept.form, unfit) }), [kept, unfit]);
  const [typed, setTyped] = useState<ApplicantInput | null>(() => recallApplicant(detail.id));
  const origins = useMemo(
    () => originsOf(definition.form, { typed, seen: detail.applicant }, view.answers),
    [definition.form, typed, detail.applicant, view.answers],
  );
  const missing = useMemo(
    () => whatIsMissing(detail, definition, { answers: view.answers, form: view.form, today }),
    [detail, definition, view.answers, view.form, today],
  );

  // A look-up may answer while the clerk types on: edits always begin from what is on the screen now.
  const latest = useRef({ view: kept, origins, typed, seen: detail.applicant });
  useEffect(() => {
    latest.current = { view: kept, origins, typed, seen: detail.applicant };
  });

  /** An edit takes the fields along that follow it. */
  const withPrefill = useCallback(
    (edits: DraftEdits, known: { typed: ApplicantInput | null; answers: Answers }): DraftEdits => {
      const { view: now, seen } = latest.current;
      const filled = prefill(originsOf(definition.form, { typed: known.typed, seen }, known.answers), now.form, now.formSources);
      return filled ? { ...edits, ...filled } : edits;
    },
    [definition.form],
  );

  const setApplicant = useCallback(
    (applicant: ApplicantInput) => {
      setTyped(applicant);
      writer.edit(withPrefill({ applicant }, { typed: applicant, answers: latest.current.view.answers }));
    },
    [withPrefill, writer],
  );

  const setAgent = useCallback((agent: AgentInput | null) => writer.edit({ agent }, agent === null), [writer]);

  const setDuplicateReason = useCallback((duplicateReason: string) => writer.edit({ duplicateReason }, true), [writer]);

  const answer = useCallback(
    (key: string, value: string | boolean) => {
      const answers = { ...latest.current.view.answers, [key]: value };
      writer.edit(withPrefill({ answers }, { typed: latest.current.typed, answers }), true);
    },
    [withPrefill, writer],
  );

  const fill = useCallback(
    (key: string, value: unknown) => {
      const { view: now, origins: known } = latest.current;
      const isUnfit = !canBeKept(definition.form.properties[key], value);
      setUnfit((all) => {
        const others = Object.entries(all).filter(([name]) => name !== key);
        return others.length === Object.keys(all).length && !isUnfit
          ? all
          : Object.fromEntries(isUnfit ? [...others, [key, value]] : others);
      });
      const others = Object.entries(now.form).filter(([name]) => name !== key);
      const isEmpty = value === undefined || value === null || isUnfit;
      const form: FormValues = Object.fromEntries(isEmpty ? others : [...others, [key, value as FormValues[string]]]);
      const origin = known[key];
      const source = origin && saysTheSame(value, origin.value) ? origin.source : 'typed';
      writer.edit({ form, formSources: { ...now.formSources, [key]: source } });
    },
    [definition.form.properties, writer],
  );

  // What the register knows of the applicant arrives with the first saving; it fills what follows it, once for each applicant.
  const { applicant } = detail;
  const known =
    applicant === null ? '' : [applicant.id, applicant.identityMasked, applicant.phoneMasked, applicant.name, applicant.address].join('|');
  useEffect(() => {
    if (known === '' || !editable) return;
    const { view: now, typed: entered, seen } = latest.current;
    const filled = prefill(originsOf(definition.form, { typed: entered, seen }, now.answers), now.form, now.formSources);
    if (filled) writer.edit(filled);
  }, [known, editable, definition.form, writer]);

  return { view, origins, missing, today, setApplicant, setAgent, setDuplicateReason, answer, fill };
}
