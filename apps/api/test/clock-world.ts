import type { ItemDefinitionInput } from '@onewindow/contracts';
import type { Role } from '@onewindow/domain';
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
  officer(roles: readonly Role[], departmentId?: string): Promise<Officer>;
  /** Accepted on the clock's day. */
  accepted(who: number, clerk?: TestClient, versionId?: string): Promise<string>;
}

/** A hall whose item lists special procedures. */
export async function openClockHall(app: TestApp): Promise<ClockHall> {
  const hall = await openHall(app);
  const tested = await publishItem(app, { departmentCode: hall.departmentCode, name: '公共场所卫生许可', definition: TESTED_PERMIT });
  return {
    ...hall,
    tested,
    officer: async (roles, departmentId = hall.departmentId) => {
      const { id, name, staffNo } = await createStaff(app.database, { roles, departmentId });
      const signIn = async () => {
        const client = app.client();
        await client.signIn(staffNo, TEST_PASSWORD);
        return client;
      };
      return { id, name, signIn };
    },
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
