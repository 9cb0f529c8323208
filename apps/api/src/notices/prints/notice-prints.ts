import type { Readable } from 'node:stream';
import type { NoticePrintView } from '@onewindow/contracts';
import { paperDate, shanghaiDateOf, shanghaiTimeOf } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { type Actor, Database, type Download, FileStore, sql } from '../../platform/index.js';
import { NoticePrinter } from '../jobs/notice-printer.js';
import { NoticeNotFound, PrintNotFound } from '../notice-problems.js';
import { DocumentRenderer } from '../render/document-renderer.js';
import { FIND_NOTICE } from './find-notice.js';

interface PrintRow {
  ordinal: number;
  printedAt: Date;
  printedBy: string;
}

const PRINTS = sql<PrintRow>(
  `SELECT ordinal, printed_at AS "printedAt", printed_by_name AS "printedBy" FROM notice_print WHERE notice_id = $1 ORDER BY ordinal`,
);

/** A reprint is drawn when it is asked for: the kept original with a mark over it. */
export interface MarkedCopy {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Reads what was printed; whoever may see the case may see its notices. */
@Injectable()
export class NoticePrints {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseStore,
    private readonly printer: NoticePrinter,
    private readonly files: FileStore,
    private readonly renderer: DocumentRenderer,
  ) {}

  /** @throws NoticeNotFound, CaseNotFound */
  async list(actor: Actor, noticeId: string): Promise<NoticePrintView[]> {
    await this.find(actor, noticeId);
    return (await this.database.query(PRINTS, [noticeId])).map(({ printedAt, ...print }) => ({
      ...print,
      printedAt: printedAt.toISOString(),
    }));
  }

  /**
   * The original under ordinal 1, printed already or not; a marked copy under any later one.
   * @throws NoticeNotFound, CaseNotFound, PrintNotFound, NoticeUnprintable
   */
  async file(actor: Actor, noticeId: string, ordinal: number): Promise<Download | MarkedCopy> {
    const { title } = await this.find(actor, noticeId);
    const sha256 = await this.printer.original(noticeId);
    if (ordinal === 1) return { sha256, mediaType: 'application/pdf', name: `${title}.pdf` };
    const print = (await this.database.query(PRINTS, [noticeId])).find((one) => one.ordinal === ordinal);
    if (!print) throw new PrintNotFound();
    const at = `${paperDate(shanghaiDateOf(print.printedAt))} ${shanghaiTimeOf(print.printedAt)}`;
    const words = `补打 第 ${ordinal - 1} 次 · ${at} · ${print.printedBy}`;
    const original = await bytesOf(await this.files.open(sha256), sha256);
    const bytes = await this.renderer.mark(original, { words, at: print.printedAt.toISOString() });
    return { bytes, name: `${title}（补打 ${ordinal - 1}）.pdf` };
  }

  private async find(actor: Actor, noticeId: string): Promise<{ title: string }> {
    const [notice] = await this.database.query(FIND_NOTICE, [noticeId]);
    if (!notice) throw new NoticeNotFound();
    await this.cases.get(actor, notice.caseId);
    return notice;
  }
}

async function bytesOf(stream: Readable | null, sha256: string): Promise<Uint8Array> {
  if (!stream) throw new Error(`bytes ${sha256} are not in the store`);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
