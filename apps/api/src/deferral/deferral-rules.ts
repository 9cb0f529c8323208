import type { DeferralView } from '@onewindow/contracts';
import {
  checklistFor,
  type DeferralProblem,
  deferralProblems,
  deferralQuota,
  deferralStart,
  type IsoDate,
  latestSupplementDay,
  type MaterialRequirement,
  shanghaiDateOf,
  shanghaiToday,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Applicant } from '../applicants/index.js';
import { WorkingCalendars } from '../calendar/index.js';
import type { Case } from '../cases/index.js';
import { type Hindrance, type MaterialRead, type Reader, readSupplement } from '../case-view/index.js';
import type { KnownVersion } from '../catalogue/index.js';
import { CommitmentLedger, type CreditStanding, CreditStandings, PromiseLedger } from '../credit/index.js';
import { AppConfig, type CommandTx } from '../platform/index.js';

/** A case before acceptance, as far as deferral asks. */
export interface DeferralCase {
  row: Pick<Case, 'id' | 'answers' | 'form' | 'promisedLimit' | 'acceptedOn' | 'outageAt' | 'supplementCount'>;
  version: KnownVersion;
  applicant: Applicant | null;
  materials: readonly MaterialRead[];
}

type Definition = KnownVersion['definition'];

/** What R4 looks at on one case. */
export interface DeferralFacts {
  definition: Definition;
  standing: CreditStanding | null;
  percent: number;
  /** What the case is asked for under its answers. */
  lines: ReturnType<typeof checklistFor>;
  states: ReadonlyMap<string, MaterialRead>;
  required: number;
  quota: number;
  used: number;
  latestOn: IsoDate | null;
  today: IsoDate;
}

/** R4 on cases: reads who stands there, and asks the rule. */
@Injectable()
export class DeferralRules {
  constructor(
    private readonly standings: CreditStandings,
    private readonly calendars: WorkingCalendars,
    private readonly promises: PromiseLedger,
    private readonly commitments: CommitmentLedger,
    private readonly config: AppConfig,
  ) {}

  async factsOf(reader: Reader, on: DeferralCase, now: Date): Promise<DeferralFacts> {
    const { row, version, applicant } = on;
    const today = shanghaiToday(now);
    const [standing, calendar, supplement] = await Promise.all([
      applicant === null ? null : this.standings.of(reader, applicant),
      this.calendars.current(),
      readSupplement(reader, row, version.definition, on.materials),
    ]);
    const lines = checklistFor(version.definition.materials, { answers: row.answers, form: row.form });
    const required = lines.filter((line) => line.required).length;
    const grade = standing?.grade ?? null;
    const start = deferralStart({
      acceptedOn: row.acceptedOn,
      outageOn: row.outageAt === null ? null : shanghaiDateOf(row.outageAt),
      supplement,
      today,
    });
    const facts = {
      definition: version.definition,
      standing,
      percent: grade === null ? 0 : this.config.deferralPercentages[grade],
      lines,
      required,
      quota: deferralQuota({ required, grade, percentages: this.config.deferralPercentages }),
      latestOn: latestSupplementDay({ start, promisedLimit: row.promisedLimit, calendar, today }),
      today,
    };
    return withMaterials(facts, on.materials);
  }

  /** R4 once more at acceptance: answers, grade and days may have changed since. Asks nothing where nothing is deferred. */
  async hindrances(reader: Reader, on: DeferralCase, now: Date): Promise<Hindrance[]> {
    if (!on.materials.some(isDeferred)) return [];
    const facts = await this.factsOf(reader, on, now);
    return facts.lines.flatMap(({ requirement }) => {
      const problem = standingProblem(facts, requirement.code);
      return problem === null ? [] : [{ kind: 'material', key: requirement.code, label: requirement.name, reason: `容缺：${problem}` }];
    });
  }

  /** Acceptance makes promises of the deferred materials (R4.3), and of what the applicant promised in place of a proof. */
  async bind(tx: CommandTx, row: Case, definition: Definition, materials: readonly MaterialRead[]): Promise<void> {
    const [promises, commitments] = [deferredOf(row, definition, materials), promisedOf(row, definition, materials)];
    const { id: caseId, applicantId, hallId, districtCode, departmentId, acceptedOn: promisedOn } = row;
    if (applicantId === null || promisedOn === null) return;
    if (promises.length > 0) await this.promises.open(tx, { caseId, applicantId, hallId, districtCode, promisedOn }, promises);
    // 告知承诺: what stands in place of a proof is checked afterwards.
    if (commitments.length > 0) await this.commitments.open(tx, { caseId, applicantId, departmentId, promisedOn }, commitments);
  }
}

/** The same facts over other materials: after a verdict. */
export function withMaterials<F extends Omit<DeferralFacts, 'states' | 'used'>>(
  facts: F,
  materials: readonly MaterialRead[],
): F & Pick<DeferralFacts, 'states' | 'used'> {
  const states = new Map(materials.map((material) => [material.code, material]));
  const used = facts.lines.filter(({ requirement }) => states.get(requirement.code)?.verdict === 'deferred').length;
  return { ...facts, states, used };
}

const isDeferred = ({ verdict }: MaterialRead): boolean => verdict === 'deferred';

/** The deferred materials of a case with their days, in the item's order. */
export function deferredOf(
  row: Pick<Case, 'answers' | 'form'>,
  definition: Definition,
  materials: readonly MaterialRead[],
): { code: string; name: string; dueOn: IsoDate }[] {
  if (!materials.some(isDeferred)) return [];
  const states = new Map(materials.map((material) => [material.code, material]));
  return checklistFor(definition.materials, { answers: row.answers, form: row.form }).flatMap(({ requirement: { code, name } }) => {
    const state = states.get(code);
    return state?.verdict === 'deferred' && state.dueOn ? [{ code, name, dueOn: state.dueOn }] : [];
  });
}

/** The materials that the case asks for and for which a commitment stands, with its words (告知承诺). */
export function promisedOf(
  row: Pick<Case, 'answers' | 'form'>,
  definition: Definition,
  materials: readonly MaterialRead[],
): { code: string; name: string; words: string }[] {
  const asked = askedCodes(row, definition);
  const codes = new Set(materials.filter(({ code, verdict }) => verdict === 'promised' && asked.has(code)).map(({ code }) => code));
  return definition.materials.flatMap(({ code, name, commitment, standard }) =>
    codes.has(code) ? [{ code, name, words: commitment ?? standard }] : [],
  );
}

/** The materials that the case asks for as its answers and its form stand. */
export function askedCodes(row: Pick<Case, 'answers' | 'form'>, { materials }: Pick<Definition, 'materials'>): ReadonlySet<string> {
  return new Set(checklistFor(materials, { answers: row.answers, form: row.form }).map(({ requirement }) => requirement.code));
}

/** R4: why this material can't be deferred to this day; empty when it can. */
export function problemsWith(facts: DeferralFacts, code: string, dueOn: IsoDate): DeferralProblem[] {
  const line = facts.lines.find(({ requirement }) => requirement.code === code);
  if (!line) return [{ code: 'not-required', reason: '本件不要求' }];
  const isOne = facts.states.get(code)?.verdict === 'deferred';
  return deferralProblems({
    requirement: line.requirement,
    required: line.required,
    itemAllows: facts.definition.allowsDeferral,
    keyExcluded: facts.definition.defersKeyMaterials !== true,
    grade: facts.standing?.grade ?? null,
    quota: facts.quota,
    used: facts.used - (isOne ? 1 : 0),
    supplementOn: dueOn,
    latestOn: facts.latestOn,
    today: facts.today,
    barred: facts.standing?.deferralClosed ?? false,
  }).map((problem) => (problem.code === 'quota' && facts.standing === null ? { ...problem, reason: '先认申请人' } : problem));
}

/** Why a commitment can't stand for this material, or null (告知承诺). */
export function commitmentProblem({ allowsCommitment }: Definition, { commitment, necessity }: MaterialRequirement): string | null {
  if (!allowsCommitment) return '本事项不允许';
  if (commitment === undefined) return '本材料不适用';
  return necessity === 'optional' ? '选交材料，不交即可' : null;
}

const HERE: ReadonlySet<MaterialRead['verdict']> = new Set(['qualified', 'reused']);

/** Is there nothing to defer, because the material is here and good? */
export function isHere({ states }: DeferralFacts, code: string): boolean {
  return HERE.has(states.get(code)?.verdict ?? 'missing');
}

/** Why a material that is deferred can't stay so, or null. */
function standingProblem(facts: DeferralFacts, code: string): string | null {
  const state = facts.states.get(code);
  if (state?.verdict !== 'deferred') return null;
  return problemsWith(facts, code, state.dueOn ?? '')[0]?.reason ?? null;
}

/** What the counter is shown (`getCaseDeferral`). */
export function presentDeferral(facts: DeferralFacts): DeferralView {
  const { standing, definition, required, quota, used, latestOn, percent } = facts;
  return {
    credit: standing && {
      grade: standing.grade,
      percent,
      grades: [...standing.grades],
      deferralClosed: standing.deferralClosed,
      reason: standing.reason,
      unkept: standing.unkept.map((one) => ({ ...one, liftedAt: one.liftedAt?.toISOString() ?? null })),
      untrue: standing.untrue.map(({ checkedAt, ...one }) => ({ ...one, checkedOn: shanghaiDateOf(checkedAt) })),
    },
    itemAllows: definition.allowsDeferral && latestOn !== null,
    required,
    quota,
    used,
    latestOn,
    materials: facts.lines.map(({ requirement }) => {
      const { code, commitment } = requirement;
      const here = isHere(facts, code) ? '已合格' : null;
      const [problem] = problemsWith(facts, code, facts.states.get(code)?.dueOn ?? latestOn ?? facts.today);
      return {
        code,
        actions: [
          actionOf('defer', here ?? problem?.reason ?? null),
          actionOf('promise', here ?? commitmentProblem(definition, requirement)),
        ],
        commitment: definition.allowsCommitment ? (commitment ?? null) : null,
        problem: standingProblem(facts, code),
      };
    }),
  };
}

function actionOf(action: string, reason: string | null): { action: string; allowed: boolean; reason?: string } {
  return reason === null ? { action, allowed: true } : { action, allowed: false, reason };
}
