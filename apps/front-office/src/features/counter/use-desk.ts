import type { ApplicantInput, CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { isBeforeAcceptance, shanghaiDateOf, visibleFields } from '@onewindow/domain';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseWriter, WriterSnapshot } from './case-writer.js';
import { draftView, type AgentInput, type Answers, type DraftEdits, type FormValues } from './draft-edits.js';
import { deferralQuery } from '../deferral/index.js';
import { comingToLight, filledBy, isAnotherPerson, originsOf, prefill, prefillQuery, withoutBrought } from '../form/index.js';
import { recallApplicant, type Unsettled } from '../identify/index.js';
import { canBeKept, withUnfit } from './unfit-values.js';
import { whatIsMissing } from './what-is-missing.js';

export interface DeskInput {
  detail: CaseDetail;
  definition: ItemDefinition;
  writer: CaseWriter;
  unsent: WriterSnapshot;
  /** Who is being typed and is not whole yet. */
  unsettled: Unsettled;
}

/** What is on the desk: the draft as the clerk sees it, what is missing, and the ways to change it. Typed once, filled everywhere. */
export function useDesk({ detail, definition, writer, unsent, unsettled }: DeskInput) {
  const today = shanghaiDateOf(new Date());
  const editable = isBeforeAcceptance(detail.status);
  const kept = useMemo(() => draftView(detail, unsent.edits), [detail, unsent.edits]);
  const [unfit, setUnfit] = useState<Readonly<Record<string, unknown>>>({});
  const view = useMemo(() => ({ ...kept, form: withUnfit(kept.form, unfit) }), [kept, unfit]);
  const [typed, setTyped] = useState<ApplicantInput | null>(() => recallApplicant(detail.id));
  const { applicant } = detail;
  const known =
    applicant === null ? '' : [applicant.id, applicant.identityMasked, applicant.phoneMasked, applicant.name, applicant.address].join('|');
  // What registers, licences and earlier cases say arrives once the applicant is known; it fills what nobody typed.
  const { data: fromServer } = useQuery({ ...prefillQuery(detail.id, known), enabled: known !== '' && editable });
  const origins = useMemo(
    () => originsOf(definition.form, { typed, seen: applicant }, view.answers, fromServer),
    [definition.form, typed, applicant, view.answers, fromServer],
  );
  const isApplicantTyped = kept.typedApplicant !== null;
  const { data: deferrals } = useQuery({ ...deferralQuery(detail, definition), enabled: editable });
  const missing = useMemo(
    () =>
      whatIsMissing(detail, definition, {
        deferrals,
        isApplicantTyped,
        unsettled,
        answers: view.answers,
        form: view.form,
        overrides: view.formOverrides,
        today,
      }),
    [detail, definition, deferrals, isApplicantTyped, unsettled, view.answers, view.form, view.formOverrides, today],
  );

  // A look-up may answer while the clerk types on: edits always begin from what the writer has, never from what was drawn last.
  const latest = useRef({ origins, typed, seen: applicant, fromServer });
  useEffect(() => {
    latest.current = { origins, typed, seen: applicant, fromServer };
  });

  /** An edit takes the fields along that follow it. */
  const withPrefill = useCallback(
    (edits: DraftEdits, entered: { typed: ApplicantInput | null; answers: Answers }): DraftEdits => {
      const { form, formSources } = { ...writer.current(), ...edits };
      const { seen, fromServer: said } = latest.current;
      const { answers } = entered;
      const origins = originsOf(definition.form, { typed: entered.typed, seen }, answers, said);
      const filled = prefill(origins, form, formSources, (values) => visibleFields(definition.form, values, answers));
      return filled ? { ...edits, ...filled } : edits;
    },
    [definition.form, writer],
  );

  const setApplicant = useCallback(
    (applicant: ApplicantInput) => {
      const { typed: before, seen } = latest.current;
      const isAnother =
        isAnotherPerson({ typed: applicant, seen }) || (before !== null && before.identityNumber !== applicant.identityNumber);
      setTyped(applicant);
      const edits = { applicant, ...(isAnother ? withoutBrought(writer.current()) : {}) };
      writer.edit(withPrefill(edits, { typed: applicant, answers: writer.current().answers }));
    },
    [withPrefill, writer],
  );

  const setAgent = useCallback((agent: AgentInput | null) => writer.edit({ agent }, agent === null), [writer]);

  const setDuplicateReason = useCallback((duplicateReason: string) => writer.edit({ duplicateReason }, true), [writer]);

  const answer = useCallback(
    (key: string, value: string | boolean) => {
      const answers = { ...writer.current().answers, [key]: value };
      writer.edit(withPrefill({ answers }, { typed: latest.current.typed, answers }), true);
    },
    [withPrefill, writer],
  );

  const fill = useCallback(
    (key: string, value: unknown) => {
      const isUnfit = !canBeKept(definition.form, key, value);
      setUnfit((all) => {
        const others = Object.entries(all).filter(([name]) => name !== key);
        return others.length === Object.keys(all).length && !isUnfit
          ? all
          : Object.fromEntries(isUnfit ? [...others, [key, value]] : others);
      });
      const isEmpty = value === undefined || value === null || isUnfit;
      const { origins } = latest.current;
      const filled = filledBy(isEmpty ? undefined : (value as FormValues[string]), origins[key]);
      writer.fill({ [key]: filled, ...comingToLight(definition.form, writer.current(), { [key]: filled.value }, origins) });
    },
    [definition.form, writer],
  );

  /** R8.2: another company's code stands although its check digit fails. */
  const letThrough = useCallback(
    (code: string, reason: string) => writer.edit({ formOverrides: { ...view.formOverrides, [code]: reason } }, true),
    [view.formOverrides, writer],
  );

  useEffect(() => {
    if (known === '' || !editable) return;
    const { answers } = writer.current();
    const filled = withPrefill({}, { typed: latest.current.typed, answers });
    if (filled.form) writer.edit(filled);
  }, [known, fromServer, editable, withPrefill, writer]);

  return { view, origins, missing, isApplicantTyped, today, setApplicant, setAgent, setDuplicateReason, answer, fill, letThrough };
}
