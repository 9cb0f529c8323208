import { CONSULTATION_OUTCOMES, type ConsultationOutcome } from '@onewindow/domain';

export const OUTCOMES = CONSULTATION_OUTCOMES;
export const OUTCOME_LABELS = {
  agree: '无意见',
  agreeWithConditions: '有条件同意',
  object: '不同意',
} as const satisfies Record<ConsultationOutcome, string>;

/** Printed on the buttons: yes, 条件, no. The digits belong to the papers. */
export const OUTCOME_KEYS = { agree: 'Y', agreeWithConditions: 'T', object: 'N' } as const satisfies Record<ConsultationOutcome, string>;

/** With what an answer begins. 无意见 is complete with it; the others want conditions or reasons. */
export const FIRST_WORDS = {
  agree: '无意见。',
  agreeWithConditions: '同意，附条件：',
  object: '不同意，理由：',
} as const satisfies Record<ConsultationOutcome, string>;

/** The opinion after another outcome was chosen: its first words replace those of the other, what was typed behind them stays. */
export function withFirstWords(opinion: string, outcome: ConsultationOutcome): string {
  const before = OUTCOMES.map((one) => FIRST_WORDS[one]).find((words) => opinion.startsWith(words));
  const rest = before === undefined ? opinion : opinion.slice(before.length);
  return FIRST_WORDS[outcome] + rest;
}
