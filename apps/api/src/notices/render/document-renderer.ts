import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../../platform/index.js';
import type { CopyMark, PrintedDocument } from '../document/document-model.js';
import { MissingGlyphs } from './missing-glyphs.js';
import { PaperSourceBroken } from './paper-source-broken.js';
import type { RenderAnswer, RenderRequest, RenderThreadData, RenderWork } from './render-messages.js';

/** In a hall at work the thread stays; in an idle one its memory goes back. */
const IDLE_MS = 5 * 60_000;
/** A small nursery: the thread's garbage is short-lived, and a large one would cost 80 MB. */
const MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 4 } as const;
/** A document that takes longer is stuck: the thread is ended, the job tries again in a new one. */
const LONGEST_RENDER_MS = 30_000;

interface Waiting {
  readonly work: RenderWork;
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
}

/** What is on the thread now. */
interface Running extends Waiting {
  readonly id: number;
  readonly timer: NodeJS.Timeout;
}

// Run from source (tests), Node strips the types itself; only the file names differ.
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const RESOLVE_SOURCES = `data:text/javascript,${encodeURIComponent(
  `import { registerHooks } from 'node:module';
   registerHooks({ resolve(specifier, context, next) {
     try { return next(specifier, context); }
     catch (error) { if (specifier.startsWith('.')) return next(specifier.replace(/\\.js$/, '.ts'), context); throw error; }
   } });`,
)}`;

/**
 * Renders documents in a thread of its own, so that requests are answered meanwhile. The thread starts with the first document
 * and stays, with its fonts loaded (some 80 MB), until nothing was printed for five minutes; starting anew takes a third of a second.
 */
@Injectable()
export class DocumentRenderer implements OnApplicationShutdown {
  private thread: Worker | undefined;
  private running: Running | undefined;
  /** Somebody looks at the screen for these. */
  private readonly urgent: Waiting[] = [];
  private readonly later: Waiting[] = [];
  private lastId = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly config: AppConfig) {}

  /**
   * The PDF of a document.
   * @param manner `urgent` goes before all that wait: a person looks at the screen for it
   * @throws MissingGlyphs when a character can't be printed
   * @throws PaperSourceBroken when an administrator's typeface or seal can't be read
   */
  render(document: PrintedDocument, manner: 'urgent' | 'queued' = 'queued'): Promise<Uint8Array> {
    return this.enqueue({ document }, manner);
  }

  /** A copy with a mark on every page; the original's bytes stay as they are. @throws MissingGlyphs */
  mark(original: Uint8Array, mark: CopyMark): Promise<Uint8Array> {
    return this.enqueue({ original, mark }, 'urgent');
  }

  private enqueue(work: RenderWork, manner: 'urgent' | 'queued'): Promise<Uint8Array> {
    return new Promise<Uint8Array>((resolve, reject) => {
      (manner === 'urgent' ? this.urgent : this.later).push({ work, resolve, reject });
      this.next();
    });
  }

  /** One at a time is given to the thread, so that an urgent one never stands behind a hall's receipts. */
  private next(): void {
    if (this.running) return;
    const waiting = this.urgent.shift() ?? this.later.shift();
    if (!waiting) return;
    clearTimeout(this.idle);
    const thread = (this.thread ??= this.start());
    this.lastId += 1;
    const timer = setTimeout(() => this.end(thread, new Error('The document took too long to render')), LONGEST_RENDER_MS);
    this.running = { ...waiting, id: this.lastId, timer };
    thread.ref();
    thread.postMessage({ id: this.lastId, ...waiting.work } satisfies RenderRequest);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.idle);
    for (const waiting of [...this.urgent.splice(0), ...this.later.splice(0)]) waiting.reject(new Error('The process is ending'));
    await this.thread?.terminate();
  }

  private start(): Worker {
    const { dataDir } = this.config;
    const workerData: RenderThreadData = { fontsDir: join(dataDir, 'fonts'), sealsDir: join(dataDir, 'seals') };
    const thread = new Worker(new URL(FROM_SOURCE ? './render-worker.ts' : './render-worker.js', import.meta.url), {
      name: 'onewindow-render',
      workerData,
      execArgv: FROM_SOURCE ? ['--import', RESOLVE_SOURCES] : [],
      resourceLimits: MEMORY,
    });
    thread.on('message', (answer: RenderAnswer) => this.settle(thread, answer));
    thread.on('error', (error) => this.end(thread, error instanceof Error ? error : new Error(String(error))));
    thread.on('exit', () => this.end(thread, new Error('The render thread ended')));
    return thread;
  }

  private settle(thread: Worker, answer: RenderAnswer): void {
    const { running } = this;
    if (running?.id !== answer.id) return;
    clearTimeout(running.timer);
    this.running = undefined;
    this.next();
    if (!this.running) this.rest(thread);
    if ('bytes' in answer) running.resolve(answer.bytes);
    else running.reject(errorOf(answer));
  }

  /** An idle thread does not keep the process alive, and ends after a while. */
  private rest(thread: Worker): void {
    thread.unref();
    this.idle = setTimeout(() => this.end(thread, new Error('The render thread was idle')), IDLE_MS);
    this.idle.unref();
  }

  /** Forgets a thread. What it was at work on fails and is tried again by its job; what waits goes to the next thread. */
  private end(thread: Worker, error: Error): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    clearTimeout(this.idle);
    const { running } = this;
    this.running = undefined;
    if (running) {
      clearTimeout(running.timer);
      running.reject(error);
    }
    void thread.terminate();
    this.next();
  }
}

function errorOf(answer: Exclude<RenderAnswer, { bytes: Uint8Array }>): Error {
  if ('missing' in answer) return new MissingGlyphs(answer.missing);
  return 'broken' in answer ? new PaperSourceBroken(answer.broken) : new Error(answer.error);
}
