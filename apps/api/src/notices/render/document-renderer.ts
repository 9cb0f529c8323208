import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../../platform/index.js';
import type { PrintedDocument } from '../document/document-model.js';
import { MissingGlyphs } from './missing-glyphs.js';
import type { RenderAnswer, RenderRequest, RenderThreadData } from './render-messages.js';

/** In a hall at work the thread stays; in an idle one its memory goes back. */
const IDLE_MS = 5 * 60_000;
/** A small nursery: the thread's garbage is short-lived, and a large one would cost 80 MB. */
const MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 4 } as const;
/** A document that takes longer is stuck: the thread is ended, the job tries again in a new one. */
const LONGEST_RENDER_MS = 30_000;

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
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
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly config: AppConfig) {}

  /**
   * The PDF of a document.
   * @throws MissingGlyphs when a character can't be printed
   */
  async render(document: PrintedDocument): Promise<Uint8Array> {
    clearTimeout(this.idle);
    const thread = (this.thread ??= this.start());
    this.lastId += 1;
    const request: RenderRequest = { id: this.lastId, document };
    return await new Promise<Uint8Array>((resolve, reject) => {
      const timer = setTimeout(() => this.end(thread, new Error('The document took too long to render')), LONGEST_RENDER_MS);
      this.waiting.set(request.id, { resolve, reject, timer });
      thread.ref();
      thread.postMessage(request);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.idle);
    await this.thread?.terminate();
  }

  private start(): Worker {
    const workerData: RenderThreadData = { fontsDir: join(this.config.dataDir, 'fonts') };
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
    const waiting = this.waiting.get(answer.id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.waiting.delete(answer.id);
    if (this.waiting.size === 0) this.rest(thread);
    if ('bytes' in answer) waiting.resolve(answer.bytes);
    else waiting.reject('missing' in answer ? new MissingGlyphs(answer.missing) : new Error(answer.error));
  }

  /** An idle thread does not keep the process alive, and ends after a while. */
  private rest(thread: Worker): void {
    thread.unref();
    this.idle = setTimeout(() => this.end(thread, new Error('The render thread was idle')), IDLE_MS);
    this.idle.unref();
  }

  /** Forgets a thread; what waited for it fails and is tried again by its job. */
  private end(thread: Worker, error: Error): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    clearTimeout(this.idle);
    for (const waiting of this.waiting.values()) {
      clearTimeout(waiting.timer);
      waiting.reject(error);
    }
    this.waiting.clear();
    void thread.terminate();
  }
}
