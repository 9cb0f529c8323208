import type { IsoDate, SourcedValue } from '@onewindow/domain';
import type { Applicant } from '../applicants/index.js';

/** Token of every source that is asked. */
export const PREFILL_SOURCES_OF_FORMS = Symbol('prefill sources of forms');

/** A register that knows values for the fields of forms. */
export interface PrefillSource {
  /** Whether the form asks it: the beginning of the `x-source` words that it answers, such as `licence.`. */
  readonly room: string;
  /**
   * What it says of an applicant, by the words of `x-source`. Open values alone, never a person's number. One that can't answer in time
   * throws: the form is then typed.
   */
  say(applicant: Applicant, today: IsoDate): Promise<Record<string, SourcedValue>>;
}
