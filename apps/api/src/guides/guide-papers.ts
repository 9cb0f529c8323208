import { DomainError } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { DocumentRenderer, NoticeUnprintable, type OfficialDocument, problemWords } from '../notices/index.js';
import { type Actor, AppConfig, CommandRunner, Database, type Download, FileStore } from '../platform/index.js';
import { composeGuide, GUIDE_TITLE } from './compose-guide.js';
import { ATTACH, FIND_BY_TOKEN, FIND_OF_HALL, type StoredGuide } from './guide.statements.js';

class GuideNotFound extends DomainError {
  constructor() {
    super({ code: 'guide.not-found', title: '没有这份一次告知单。在窗口重新出一份。', kind: 'not-found' });
  }
}

/** The bytes of guides: drawn when they are first asked for, then kept. */
@Injectable()
export class GuidePapers {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly renderer: DocumentRenderer,
    private readonly config: AppConfig,
    private readonly runner: CommandRunner,
  ) {}

  /** @throws GuideNotFound for another hall's */
  async ofHall(actor: Actor, id: string): Promise<Download> {
    const [guide] = await this.database.query(FIND_OF_HALL, [id, actor.hallId]);
    return await this.download(guide);
  }

  /** Whoever holds the sheet. @throws GuideNotFound */
  async byToken(token: string): Promise<Download> {
    const [guide] = await this.database.query(FIND_BY_TOKEN, [token]);
    return await this.download(guide);
  }

  /** @throws NoticeUnprintable (422, `notice.unprintable`) */
  async draw(document: OfficialDocument): Promise<Uint8Array> {
    try {
      return await this.renderer.render(document, 'urgent');
    } catch (error) {
      const problem = problemWords(error);
      throw problem === null ? error : new NoticeUnprintable(problem);
    }
  }

  private async download(guide: StoredGuide | undefined): Promise<Download> {
    if (!guide) throw new GuideNotFound();
    const sha256 = guide.sha256 ?? (await this.keep(guide));
    return { sha256, mediaType: 'application/pdf', name: `${GUIDE_TITLE} ${guide.number}.pdf` };
  }

  /** The bytes depend on the row alone, so drawing twice keeps one file. */
  private async keep({ id, number, token, issuedAt, content: stored }: StoredGuide): Promise<string> {
    const { office, ...content } = stored;
    const url = `${this.config.publicUrl}/api/public/guides/${token}`;
    const kept = await this.files.put(await this.draw(composeGuide({ content, office, number, url, issuedAt })));
    await this.runner.runSystem(async (tx) => void (await tx.query(ATTACH, [id, kept.sha256, kept.size])));
    return kept.sha256;
  }
}
