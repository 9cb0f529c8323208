import type { ItemDefinitionInput } from '@onewindow/contracts';
import type { Role } from '@onewindow/domain';
import { RENEWAL_SWEEP } from '../src/clocks/jobs/renew-clocks.js';
import { CommandRunner, JobRegistry } from '../src/platform/index.js';
import { type HallAtWork, handIn, openHall, person, publishItem, SHOP_FORM, SHOP_PERMIT } from './hall-factory.js';
import { createStaff, TEST_PASSWORD } from './people-factory.js';
import type { TestApp } from './start-app.js';
import type { TestClient } from './test-client.js';

type Step = ItemDefinitionInput['route']['steps'][number];
const STEP: Step = {
  key: 'review',
  name: '审查',
  kind: 'review',
  departmentCode: 'lead',
  role: 'approver',
  limit: 10,
  onSilence: 'wait',
  after: [],
};

/** Testing and expert review may stop its clock, a public notice of ten calendar days belongs to its second step. */
export const TESTED_PERMIT: ItemDefinitionInput = {
  ...SHOP_PERMIT,
  promisedLimit: 10,
  specialProcedures: [
    { kind: 'testing', basis: '许可法第四十五条', usualDays: 7 },
    { kind: 'expertReview', basis: '许可法第四十五条', usualDays: 10 },
  ],
  route: {
    steps: [
      STEP,
      { ...STEP, key: 'notice', name: '公示', limit: 3, after: ['review'], publicNotice: { days: 10, unit: 'calendar' } },
      { ...STEP, key: 'decision', name: '决定', kind: 'decision', role: 'chief', limit: 2, after: ['notice'] },
    ],
  },
};

/** Somebody of the staff who signs in again every morning. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  /** A new session at the clock's time. */
  signIn(): Promise<TestClient>;
}

export interface ClockHall extends HallAtWork {
  readonly tested: { itemId: string; versionId: string };
  /** Works on the cases of the department. */
  readonly holder: Officer;
  readonly chief: Officer;
  officer(roles: readonly Role[], departmentId?: string): Promise<Officer>;
  /** Accepted on the clock's day. */
  accepted(who: number, clerk?: TestClient, versionId?: string): Promise<string>;
  /** The morning of another day, after the night's work, which was handed out twice: done once. */
  onDay(day: string): Promise<void>;
  /** The stored dates of a case and of its open step. */
  datesOf(caseId: string): Promise<StoredDates | undefined>;
}

export interface StoredDates {
  statutory: string;
  promised: string;
  step: string | null;
  nearest: string;
  paused: boolean;
  idle: string;
}

const DATES = `SELECT c.statutory_due AS statutory, c.promised_due AS promised, t.step_due AS step, t.nearest_due AS nearest, t.paused,
                      t.idle_since AS idle
                 FROM cases c JOIN review_task t ON t.case_id = c.id AND t.status IN ('pooled', 'claimed') WHERE c.id = $1`;

/** The holder claims a step of the case. */
export async function claimed(client: TestClient, caseId: string, key = 'review') {
  const { route } = await client.api.getCase({ params: { id: caseId } });
  return await client.api.claimTask({ params: { id: route.find((step) => step.key === key)?.taskId ?? '' } });
}

export const taskOf = async (client: TestClient, id: string) => await client.api.getTask({ params: { id } });

/** The story of a case, of these actions alone. */
export const wordsOf = async (client: TestClient, caseId: string, ...actions: string[]) =>
  (await client.api.getCaseEvents({ params: { id: caseId } })).items
    .filter(({ action }) => actions.includes(action))
    .map(({ words }) => words);

/** A hall whose item lists special procedures. */
export async function openClockHall(app: TestApp): Promise<ClockHall> {
  const hall = await openHall(app);
  const tested = await publishItem(app, { departmentCode: hall.departmentCode, name: '公共场所卫生许可', definition: TESTED_PERMIT });
  const officer = async (roles: readonly Role[], departmentId = hall.departmentId): Promise<Officer> => {
    const { id, name, staffNo } = await createStaff(app.database, { roles, departmentId });
    const signIn = async () => {
      const client = app.client();
      await client.signIn(staffNo, TEST_PASSWORD);
      return client;
    };
    return { id, name, signIn };
  };
  return {
    ...hall,
    tested,
    officer,
    holder: await officer(['approver']),
    chief: await officer(['chief']),
    onDay: async (day) => {
      app.clock.set(`${day}T01:00:00.000Z`);
      const sweep = app.get(JobRegistry).sweeps.find(({ name }) => name === RENEWAL_SWEEP);
      for (let run = 0; run < 2; run += 1) await app.get(CommandRunner).runSystem(async (tx) => sweep?.run(tx));
      await app.drain();
    },
    datesOf: async (caseId) => (await app.database.query<StoredDates>(DATES, [caseId]))[0],
    accepted: async (who, clerk = hall.clerk, versionId = tested.versionId) => {
      const answers = { place: 'bath', air: false };
      const draft = await clerk.api.openDraft({ body: { itemVersionId: versionId, applicant: person(who), answers, form: SHOP_FORM } });
      await handIn(clerk, draft.id, 'application');
      const { version } = await handIn(clerk, draft.id, 'identity');
      await clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
      return draft.id;
    },
  };
}
