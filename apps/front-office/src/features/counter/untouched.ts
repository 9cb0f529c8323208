import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { isBlankValue, isDraft, PREFILL_SOURCES, saysTheSame } from '@onewindow/domain';
import { defaultAnswers } from './situation-hints.js';

type Draft = Pick<CaseDetail, 'status' | 'outageNo' | 'applicant' | 'agent' | 'materials' | 'form' | 'formSources' | 'answers'>;

/**
 * A draft in which nothing was entered yet is no loss when the clerk chooses another item: what stands in it was there from the beginning. Anything
 * that took a hand, a verdict on paper too, keeps it in the list of drafts.
 * @param onThisMachine something of it is here and not on the server: half typed, or not sent
 */
export function isUntouched(detail: Draft, { questions }: Pick<ItemDefinition, 'questions'>, onThisMachine: boolean): boolean {
  const { applicant, agent, materials, form, formSources, answers } = detail;
  const isFilledIn = (key: string) => PREFILL_SOURCES.some((source) => source === formSources[key]);
  return (
    isDraft(detail.status) &&
    detail.outageNo === null &&
    !onThisMachine &&
    applicant === null &&
    agent === null &&
    materials.every(({ files, verdict }) => files.length === 0 && (verdict === 'missing' || verdict === 'unchecked')) &&
    Object.keys(form).every((key) => isBlankValue(form[key]) || isFilledIn(key)) &&
    saysTheSame(answers, defaultAnswers(questions))
  );
}
