import { signaturePng } from '../src/seed/index.js';
import { acceptedShopCase, type HallAtWork, handIn, openHall, person, SHOP_FORM } from './hall-factory.js';
import { startApp, type TestApp } from './start-app.js';
import type { TestClient } from './test-client.js';

export const SIGNATURE = signaturePng(1).toString('base64');

/** A hall with the officers that make results. */
export class ResultWorld {
  private constructor(
    readonly app: TestApp,
    readonly hall: HallAtWork,
    readonly approver: TestClient,
    readonly chief: TestClient,
  ) {}

  static async start(): Promise<ResultWorld> {
    const app = await startApp();
    const hall = await openHall(app);
    return new ResultWorld(app, hall, await hall.staff(['approver']), await hall.staff(['chief']));
  }

  /** A case decided by the chief, from the counter on. */
  async decided(who: number, decision: 'grant' | 'deny' = 'grant', versionId = this.hall.shop.versionId) {
    const accepted =
      versionId === this.hall.shop.versionId ? await acceptedShopCase(this.hall, who) : await this.acceptedOther(who, versionId);
    const review = accepted.route.find(({ key }) => key === 'review')?.taskId ?? '';
    const claimed = await this.approver.api.claimTask({ params: { id: review } });
    await this.approver.api.completeTask({ params: { id: review }, body: { expectedVersion: claimed.version, opinion: '同意' } });
    const { version } = await this.chief.api.getCase({ params: { id: accepted.id } });
    const body =
      decision === 'grant' ? { expectedVersion: version, decision } : { expectedVersion: version, decision, reason: '场所不符合卫生要求' };
    return await this.chief.api.decideCase({ params: { id: accepted.id }, body });
  }

  async acceptedOther(who: number, versionId: string) {
    const { clerk } = this.hall;
    const draft = await clerk.api.openDraft({
      body: { itemVersionId: versionId, applicant: person(who), answers: { place: 'bath', air: false }, form: SHOP_FORM },
    });
    await handIn(clerk, draft.id, 'application');
    const { version } = await handIn(clerk, draft.id, 'identity');
    return await clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
  }

  async ready(who: number, versionId = this.hall.shop.versionId) {
    const { id, version } = await this.decided(who, 'grant', versionId);
    return await this.approver.api.issueResult({ params: { id }, body: { expectedVersion: version, place: 'B 柜 12 格' } });
  }
}

/** The applicant as the collector. */
export const self = (who: number, more: Record<string, unknown> = {}) => ({
  relation: 'self' as const,
  name: '王小明',
  identityNumber: person(who).identityNumber,
  identityChecked: true as const,
  signaturePng: SIGNATURE,
  ...more,
});
