import { maskApplicantName, mayReplaceApplicant, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { AGENT_OF_CASE, type Applicant, ApplicantRegister, NO_AGENT, sealAgent } from '../applicants/index.js';
import { type Case, duplicateChanges, NOBODY_PRESENT } from '../cases/index.js';
import { answerFaults, isSealedValue, type KnownVersion } from '../catalogue/index.js';
import { placeColumns } from '../jurisdiction/index.js';
import { Organisation } from '../organisation/index.js';
import { type CommandContext, type CommandTx, Sealer } from '../platform/index.js';
import { answersByAgent, duplicateSearch, reasonBeside } from './draft-standing.js';
import type { DraftEdits } from './draft-edits.js';
import { DraftForms, type WrittenForm } from './draft-forms.js';
import { AnswersInvalid, ApplicantFixed } from './reception-problems.js';

type DraftRow = Pick<
  Case,
  | 'status'
  | 'applicantId'
  | 'applicantName'
  | 'form'
  | 'formSources'
  | 'formCorrections'
  | 'formOverrides'
  | 'title'
  | 'itemName'
  | 'id'
  | 'itemId'
  | 'answers'
  | 'duplicateOf'
  | 'agentIdentityIndex'
  | 'agentPhoneSealed'
  | 'agentPhoneMasked'
  | 'districtCode'
  | 'departmentId'
  | 'placeCode'
  | 'placeReason'
  | 'presentAs'
>;

export interface EditedDraft {
  changes: Partial<Case>;
  applicant: Applicant | null;
  /** There was an applicant, and this is another one: the papers are to be let go of too. */
  isReplaced: boolean;
  /** Which sections were written, for the event. */
  sections: ('applicant' | 'agent' | 'duplicate' | 'answers' | 'form')[];
  /** Titles of the fields whose source was corrected now, for the event; never a value. */
  corrected: readonly string[];
  /** R8.2: fields whose credit code was let through now, and why. */
  overridden: WrittenForm['overridden'];
}

/** Writes the sections of a draft, each whole: whatever can be stored is stored, what is missing hinders acceptance later. */
@Injectable()
export class DraftEditor {
  constructor(
    private readonly register: ApplicantRegister,
    private readonly sealer: Sealer,
    private readonly forms: DraftForms,
    private readonly organisation: Organisation,
  ) {}

  /**
   * @param row the case as it is; a new one with empty sections
   * @param applicant the case's applicant now
   * @throws AnswersInvalid, FormInvalid, IdentityNumberExposed, PersonFaulty, ApplicantFixed (422): nothing of the command is kept then
   */
  async edit(
    tx: CommandTx,
    ctx: CommandContext,
    on: { row: DraftRow; version: KnownVersion; applicant: Applicant | null },
    edits: DraftEdits,
  ): Promise<EditedDraft> {
    const { row, version } = on;
    const { definition } = version;
    const today = shanghaiToday(tx.now);
    const changes: Partial<Case> = { draftSavedAt: tx.now };
    const sections: EditedDraft['sections'] = [];
    if (edits.answers !== undefined) {
      const faults = answerFaults(definition.questions, edits.answers);
      if (faults.length > 0) throw new AnswersInvalid(faults.map(({ key, reason }) => ({ path: `body.answers.${key}`, message: reason })));
      changes.answers = edits.answers;
      sections.push('answers');
    }
    let { applicant } = on;
    let isReplaced = false;
    if (edits.applicant !== undefined) {
      const entered = await this.register.enter(
        tx,
        edits.applicant,
        today,
        { staffId: ctx.actor.staffId, ip: ctx.ip },
        duplicateSearch(row),
      );
      ({ applicant } = entered);
      if (!mayReplaceApplicant(row.status) && applicant.id !== row.applicantId) throw new ApplicantFixed();
      Object.assign(changes, { applicantId: applicant.id, applicantName: applicant.name, ...duplicateChanges(row, entered.openTwin) });
      isReplaced = row.applicantId !== null && applicant.id !== row.applicantId;
      sections.push('applicant');
    }
    if (edits.agent !== undefined) sections.push('agent');
    // Who acted for the one before has no word of the next one's.
    const agent = edits.agent === undefined && isReplaced && row.agentIdentityIndex !== null ? null : edits.agent;
    if (agent !== undefined) Object.assign(changes, await this.agentChanges(tx, row, agent, applicant, today));
    const answered = answersByAgent(definition.questions, changes.answers ?? row.answers, agent, row.agentIdentityIndex !== null);
    if (answered) changes.answers = answered;
    if (isReplaced || isSomebodyElse(row, on.applicant, { ...row, ...changes }, applicant)) Object.assign(changes, NOBODY_PRESENT);
    if (edits.duplicateReason !== undefined) {
      changes.duplicateReason = reasonBeside(row, changes, edits.duplicateReason);
      sections.push('duplicate');
    }
    const written = await this.forms.write(
      tx,
      { row, version, applicant, isReplaced, answers: changes.answers ?? row.answers, today },
      edits,
    );
    Object.assign(changes, written.changes);
    if (edits.form !== undefined) sections.push('form');
    if (definition.jurisdiction) await this.place(tx, { ...row, ...changes }, version, applicant, changes);
    changes.title = titleOf(version, changes.form ?? row.form, applicant) ?? row.itemName;
    return { changes, applicant, isReplaced, sections, corrected: written.corrected, overridden: written.overridden };
  }

  /** CrossHall: the address tells whose office decides; its notices are that office's. */
  private async place(
    tx: CommandTx,
    row: DraftRow,
    version: KnownVersion,
    applicant: Applicant | null,
    changes: Partial<Case>,
  ): Promise<void> {
    const placed = placeColumns(version, row, applicant, await this.organisation.snapshot({}, tx));
    if (placed && (placed.placeCode !== row.placeCode || placed.departmentId !== row.departmentId)) Object.assign(changes, placed);
  }

  private async agentChanges(
    tx: CommandTx,
    row: DraftRow,
    agent: NonNullable<DraftEdits['agent']> | null,
    applicant: Applicant | null,
    today: string,
  ): Promise<Partial<Case>> {
    if (agent === null) return NO_AGENT;
    const [earlier] =
      agent.fromCaseId === undefined || applicant === null ? [] : await tx.query(AGENT_OF_CASE, [agent.fromCaseId, applicant.id]);
    const sealed = sealAgent(this.sealer, agent, today, earlier);
    const isKnown = agent.phone === undefined && earlier === undefined && sealed.agentIdentityIndex === row.agentIdentityIndex;
    return isKnown ? { ...sealed, agentPhoneSealed: row.agentPhoneSealed, agentPhoneMasked: row.agentPhoneMasked } : sealed;
  }
}

/** Whoever was compared with their card is no longer whom the case names in that place. */
function isSomebodyElse(
  { presentAs, agentIdentityIndex }: DraftRow,
  before: Applicant | null,
  next: Pick<DraftRow, 'agentIdentityIndex'>,
  applicant: Applicant | null,
): boolean {
  if (presentAs === 'agent') return next.agentIdentityIndex !== agentIdentityIndex;
  return presentAs === 'representative' && before?.representativeIdentityIndex !== applicant?.representativeIdentityIndex;
}

/** What names the case in lists: its subject, else the applicant, masked when a person (R10.2); null when neither is known yet. */
export function titleOf({ definition }: KnownVersion, form: Readonly<Record<string, unknown>>, applicant: Applicant | null): string | null {
  const subject = definition.subjectField === null ? undefined : form[definition.subjectField];
  if (typeof subject === 'string' && subject !== '' && !isSealedValue(subject)) return subject.slice(0, 200);
  return applicant === null ? null : maskApplicantName(applicant.kind, applicant.name);
}
