import type { ProblemError } from '@onewindow/api-client';
import type { CaseDetail } from '@onewindow/contracts';
import type { FormClash } from '@onewindow/domain';
import type { DraftEdits, DraftSections, FilledField } from './draft-edits.js';
import { comparedForms, filledSections, mergedSections, sectionsOf } from './draft-sections.js';

/** How far the draft is: `offline` will be tried again by itself, `conflict` and `refused` wait for the clerk. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'refused';

export interface WriterSnapshot {
  state: SaveState;
  /** Edits that the server has not confirmed; they lie over what it last said. */
  edits: DraftEdits;
  problem: ProblemError | null;
}

/** What had not reached the server when a page was left, with the key of the saving on its way. */
export interface LeftBehind {
  readonly edits: DraftEdits;
  readonly sending: { readonly edits: DraftEdits; readonly key: string; readonly version: number } | null;
  readonly base: DraftSections;
  readonly version: number;
}

/** What the writer needs from outside; the tests decide when time passes. */
export interface WriterPorts {
  save(edits: DraftEdits, expectedVersion: number, idempotencyKey: string): Promise<CaseDetail>;
  onSaved(detail: CaseDetail): void;
  problemOf(error: unknown): ProblemError;
  newKey(): string;
  setTimer(run: () => void, ms: number): number;
  clearTimer(id: number): void;
  /** Keeps what is unsent over a reload or a crash; null when nothing is. */
  keep(left: LeftBehind | null): void;
}

/** Typing is saved this long after the last key. */
export const SAVE_AFTER_MS = 600;
/** The rest of the screen follows the typing after this: a key press draws its own field alone. */
export const FOLLOW_AFTER_MS = 120;
/** A broken line is tried again after this. */
export const RETRY_AFTER_MS = 4000;

/**
 * Everything that is written to one case goes through here, one after the other, each with the version that the one before it left:
 * so a clerk's own uploads and verdicts never look like somebody else's change. A saving whose answer was lost is repeated under its
 * own key before anything newer is sent.
 */
export class CaseWriter {
  private edits: DraftEdits = {};
  private sending: LeftBehind['sending'] = null;
  private problem: ProblemError | null = null;
  private state: SaveState = 'saved';
  private tail: Promise<unknown> = Promise.resolve();
  private timer: number | null = null;
  private listeners = new Set<() => void>();
  private last: WriterSnapshot = { state: 'saved', edits: {}, problem: null };
  private following: number | null = null;
  private version: number;
  private isLookingOn = false;
  /** What the server held when the unsent edits began: what two people changed is told by it. */
  private base: DraftSections;

  constructor(
    start: DraftSections & { version: number },
    private readonly ports: WriterPorts,
    left: LeftBehind | null = null,
  ) {
    this.version = left?.version ?? start.version;
    this.base = left ? left.base : start;
    if (!left) return;
    // As after a broken line: `retry` sends it, what was on its way first and under its own key.
    this.edits = left.edits;
    this.sending = left.sending;
    this.state = 'offline';
    this.last = { state: 'offline', edits: { ...left.sending?.edits, ...left.edits }, problem: null };
  }

  /** Another tab writes this draft now: from here on nothing goes out and nothing is kept. */
  lookOn(): void {
    this.isLookingOn = true;
    this.close();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): WriterSnapshot => this.last;

  /** True while something typed has not reached the server. */
  get isDirty(): boolean {
    return this.sending !== null || Object.keys(this.edits).length > 0;
  }

  /** The sections as the clerk has them now, sent or not; newer than what the screen has drawn. */
  current(): DraftSections {
    return { ...this.base, ...sectionsOf(this.sending?.edits), ...sectionsOf(this.edits) };
  }

  /** One or several fields of the form; the screen follows a moment later. An undefined value empties its field. */
  fill(fields: Readonly<Record<string, FilledField>>): void {
    if (this.isLookingOn) return;
    this.edits = { ...this.edits, ...filledSections(this.current(), fields) };
    // That something is unsaved is said with the first key; the rest of the screen follows the typing.
    if (this.state === 'unsaved' || this.state === 'conflict') this.follow();
    else this.become('unsaved');
    if (this.state !== 'conflict') this.schedule(SAVE_AFTER_MS);
  }

  /** A change by the clerk. `now` saves at once, for answers that change the list of materials. */
  edit(edits: DraftEdits, now = false): void {
    if (this.isLookingOn) return;
    this.edits = { ...this.edits, ...edits };
    if (this.state !== 'conflict') this.become('unsaved');
    if (this.state === 'conflict') this.announce();
    else if (now) void this.flush().catch(() => undefined);
    else this.schedule(SAVE_AFTER_MS);
  }

  /** Sends what is unsent; rejects with the problem when it did not arrive. */
  flush(): Promise<void> {
    this.unschedule();
    return this.enqueue(() => this.sendEdits());
  }

  /** Another write to the case, after the unsent edits; `send` gets the version and answers with the one it left. */
  perform<T extends { version: number }>(send: (version: number) => Promise<T>): Promise<T> {
    this.unschedule();
    return this.enqueue(async () => {
      await this.sendEdits();
      const answer = await send(this.version);
      this.version = answer.version;
      return answer;
    });
  }

  /**
   * The server was read anew. A version that is not ours with nothing unsent is simply taken; with unsent edits it stays a conflict,
   * which the next saving will be told of.
   */
  heard(detail: DraftSections & { version: number }): void {
    if (this.isDirty || this.state === 'saving' || detail.version < this.version) return;
    this.version = detail.version;
    this.base = detail;
  }

  /** Is this newer than what the clerk's unsent edits began from? */
  isNews({ version }: { version: number }): boolean {
    return version > this.version;
  }

  /** The fields that both the clerk and somebody else changed since the edits began, and how many the clerk alone changed. */
  compare(fresh: DraftSections): { clashes: FormClash[]; mine: number } {
    return comparedForms(this.base.form, this.current().form, fresh.form);
  }

  /** After a conflict: drops the unsent edits and takes the newest version. */
  drop(fresh: DraftSections & { version: number }): void {
    this.edits = {};
    this.begin(fresh);
  }

  /**
   * After a conflict: lays the unsent edits over the newest version, field by field: what somebody else changed alone is theirs.
   * @param mine fields that both changed and in which the clerk's value stands
   */
  merge(fresh: DraftSections & { version: number }, mine: ReadonlySet<string>): void {
    this.edits = { ...this.edits, ...mergedSections(this.edits, { base: this.base, own: this.current(), fresh }, mine) };
    this.begin(fresh);
  }

  private begin(fresh: DraftSections & { version: number }): void {
    this.version = fresh.version;
    this.base = fresh;
    this.problem = null;
    this.become(this.isDirty ? 'unsaved' : 'saved');
    if (this.isDirty) this.schedule(0);
  }

  /** Tries at once what a broken line held up. */
  retry(): void {
    if (this.state === 'offline' || this.state === 'refused') void this.flush().catch(() => undefined);
  }

  /** The case is left: nothing more is sent by itself. */
  close(): void {
    this.unschedule();
    if (this.following !== null) this.ports.clearTimer(this.following);
    this.following = null;
  }

  private enqueue<T>(job: () => Promise<T>): Promise<T> {
    const run = this.tail.then(job, job);
    this.tail = run.catch(() => undefined);
    return run;
  }

  private async sendEdits(): Promise<void> {
    if (this.isLookingOn) return;
    while (this.isDirty) {
      if (this.state === 'conflict' && this.problem) throw this.problem;
      this.sending ??= { edits: this.takeEdits(), key: this.ports.newKey(), version: this.version };
      this.become('saving');
      try {
        const detail = await this.ports.save(this.sending.edits, this.sending.version, this.sending.key);
        this.sending = null;
        this.version = detail.version;
        this.base = detail;
        this.ports.onSaved(detail);
      } catch (error) {
        throw this.failed(this.ports.problemOf(error));
      }
    }
    this.problem = null;
    this.become('saved');
  }

  private failed(problem: ProblemError): ProblemError {
    this.problem = problem;
    // No answer, or a proxy's: nobody knows whether it was done, so the same is sent again under the same key.
    if (problem.outcomeUnknown || problem.status >= 500) {
      this.become('offline');
      this.schedule(RETRY_AFTER_MS);
      return problem;
    }
    // Known not to be done: what was on its way lies under what came later.
    this.edits = { ...this.sending?.edits, ...this.edits };
    this.sending = null;
    // Signed out: it goes out by itself once somebody has signed in again.
    if (problem.status === 401) this.become('offline');
    else this.become(problem.status === 409 ? 'conflict' : 'refused');
    return problem;
  }

  private takeEdits(): DraftEdits {
    const taken = this.edits;
    this.edits = {};
    return taken;
  }

  private schedule(ms: number): void {
    this.unschedule();
    this.timer = this.ports.setTimer(() => {
      this.timer = null;
      void this.flush().catch(() => undefined);
    }, ms);
  }

  private unschedule(): void {
    if (this.timer !== null) this.ports.clearTimer(this.timer);
    this.timer = null;
  }

  private become(state: SaveState): void {
    this.state = state;
    this.announce();
  }

  private announce(): void {
    if (this.following !== null) this.ports.clearTimer(this.following);
    this.following = null;
    this.note();
    for (const listener of this.listeners) listener();
  }

  /** Whoever draws now sees the newest; who waits to be told is told once the typing pauses. */
  private follow(): void {
    this.note();
    if (this.following !== null) this.ports.clearTimer(this.following);
    this.following = this.ports.setTimer(() => {
      this.following = null;
      this.announce();
    }, FOLLOW_AFTER_MS);
  }

  private note(): void {
    if (!this.isLookingOn) {
      const { edits, sending, base, version } = this;
      this.ports.keep(this.isDirty ? { edits, sending, base, version } : null);
    }
    this.last = { state: this.state, edits: { ...this.sending?.edits, ...this.edits }, problem: this.problem };
  }
}
