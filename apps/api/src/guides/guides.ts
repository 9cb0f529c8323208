import { randomBytes } from 'node:crypto';
import type { Endpoints, GuideView, InputOf } from '@onewindow/contracts';
import { DomainError, yearOf } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { ItemVersions, type KnownVersion, Situations } from '../catalogue/index.js';
import { type Actor, type CommandContext, CommandRunner, Database, newId } from '../platform/index.js';
import { composeGuide, GUIDE_TITLE } from './compose-guide.js';
import { guideContent } from './guide-content.js';
import { GuidePapers } from './guide-papers.js';
import { FIND_OFFICE, ISSUE } from './guide.statements.js';

/** A guide says where to go: it is handed out in a hall. */
class GuideHallMissing extends DomainError {
  constructor() {
    super({ code: 'guide.hall-missing', title: '您没有所属大厅，不能出一次告知单。联系系统管理员。', kind: 'rule' });
  }
}

type Asked = InputOf<Endpoints['issueGuide']>['body'];

/** 一次告知单: previewed, handed out under a number, opened again by its QR code. */
@Injectable()
export class Guides {
  constructor(
    private readonly versions: ItemVersions,
    private readonly situations: Situations,
    private readonly database: Database,
    private readonly papers: GuidePapers,
    private readonly runner: CommandRunner,
  ) {}

  /** The sheet without a number. @throws ItemVersionNotFound, ItemClosed, AnswersUnfit, GuideHallMissing, NoticeUnprintable */
  async preview(actor: Actor, asked: Asked, now: Date): Promise<Uint8Array> {
    const { version, hallId } = await this.asked(actor, asked);
    const [office] = await this.database.query(FIND_OFFICE, [version.departmentId, hallId, actor.counterId]);
    if (!office) throw new GuideHallMissing();
    const content = guideContent(version, asked.answers, actor.name, now);
    return await this.papers.draw(composeGuide({ content, office, number: '', url: null, issuedAt: now }));
  }

  /** Draws the number inside the transaction that keeps the sheet: an abandoned one leaves no gap. */
  async issue(ctx: CommandContext, { body }: InputOf<Endpoints['issueGuide']>): Promise<GuideView> {
    const { actor } = ctx;
    const { version, hallId } = await this.asked(actor, body);
    return await this.runner.run(ctx, async (tx) => {
      const content = guideContent(version, body.answers, actor.name, tx.now);
      const id = newId();
      const token = randomBytes(24).toString('base64url');
      const place = [version.departmentId, hallId, actor.counterId];
      const values = [yearOf(content.issuedOn), id, version.id, token, tx.now, actor.staffId, JSON.stringify(content)];
      const [issued] = await tx.query(ISSUE, [...place, ...values]);
      if (!issued) throw new GuideHallMissing();
      return { id, number: issued.number, title: GUIDE_TITLE, issuedAt: tx.now.toISOString() };
    });
  }

  private async asked(actor: Actor, { itemVersionId, answers }: Asked): Promise<{ version: KnownVersion; hallId: string }> {
    if (actor.hallId === null) throw new GuideHallMissing();
    const version = await this.versions.getAlone(itemVersionId);
    // Answers that no question asks for are refused before a number is drawn.
    await this.situations.of(itemVersionId, answers);
    return { version, hallId: actor.hallId };
  }
}
