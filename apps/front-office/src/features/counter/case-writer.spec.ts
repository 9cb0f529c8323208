import { ProblemError } from '@onewindow/api-client';
import type { CaseDetail } from '@onewindow/contracts';
import { describe, expect, it } from '@jest/globals';
import { CaseWriter, FOLLOW_AFTER_MS, type LeftBehind, RETRY_AFTER_MS, SAVE_AFTER_MS } from './case-writer.js';
import type { DraftEdits, DraftSections } from './draft-edits.js';

const problem = (code: string, status: number) => new ProblemError({ type: 'about:blank', title: code, status, code });
const broken = () => problem('network.broken', 0);

const EMPTY: DraftSections = { answers: {}, form: {}, formSources: {}, formCorrections: {} };

function setUp(version = 1, held: Partial<DraftSections> = {}, left: LeftBehind | null = null) {
  const timers = new Map<number, { run: () => void; ms: number }>();
  const calls: { edits: DraftEdits; version: number; key: string }[] = [];
  const answers: (() => number)[] = [];
  let keys = 0;
  let ids = 0;
  const saved: number[] = [];
  const kept: (LeftBehind | null)[] = [];
  const writer = new CaseWriter(
    { ...EMPTY, ...held, version },
    {
      save: async (edits, expectedVersion, key) => {
        calls.push({ edits, version: expectedVersion, key });
        const answer = answers.shift();
        const { applicant: _a, agent: _b, ...sections } = edits;
        return { ...EMPTY, ...held, ...sections, version: answer ? answer() : expectedVersion + 1 } as CaseDetail;
      },
      onSaved: (detail) => saved.push(detail.version),
      problemOf: (error) => error as ProblemError,
      newKey: () => `key-${++keys}`,
      setTimer: (run, ms) => {
        timers.set(++ids, { run, ms });
        return ids;
      },
      clearTimer: (id) => timers.delete(id),
      keep: (one) => kept.push(one),
    },
    left,
  );
  const fail = (error: ProblemError) =>
    answers.push(() => {
      throw error;
    });
  const fire = async () => {
    for (const [id, timer] of [...timers]) {
      timers.delete(id);
      timer.run();
    }
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { writer, calls, saved, timers, kept, fail, fire };
}

describe('CaseWriter', () => {
  it('saves once after the last key, with the sections that changed', async () => {
    const { writer, calls, timers, fire } = setUp();
    writer.edit({ form: { area: 1 } });
    writer.edit({ form: { area: 12 } });
    expect([...timers.values()].map((t) => t.ms)).toEqual([SAVE_AFTER_MS]);
    expect(writer.snapshot()).toMatchObject({ state: 'unsaved', edits: { form: { area: 12 } } });
    await fire();
    expect(calls).toEqual([{ edits: { form: { area: 12 } }, version: 1, key: 'key-1' }]);
    expect(writer.snapshot()).toEqual({ state: 'saved', edits: {}, problem: null });
  });

  it('gives each write the version that the one before it left', async () => {
    const { writer, calls } = setUp(4);
    writer.edit({ answers: { a: true } });
    const seen: number[] = [];
    await Promise.all([
      writer.perform(async (v) => {
        seen.push(v);
        return { version: v + 1 };
      }),
      writer.perform(async (v) => {
        seen.push(v);
        return { version: v + 1 };
      }),
    ]);
    expect(calls[0]?.version).toBe(4);
    expect(seen).toEqual([5, 6]);
  });

  it('repeats a saving without an answer under the same key and version before anything newer', async () => {
    const { writer, calls, fail, timers, fire } = setUp();
    fail(broken());
    writer.edit({ form: { area: 1 } });
    await fire();
    expect(writer.snapshot().state).toBe('offline');
    expect([...timers.values()].at(-1)?.ms).toBe(RETRY_AFTER_MS);
    writer.edit({ answers: { a: true } });
    await fire();
    expect(calls.map(({ edits, version, key }) => ({ edits, version, key }))).toEqual([
      { edits: { form: { area: 1 } }, version: 1, key: 'key-1' },
      { edits: { form: { area: 1 } }, version: 1, key: 'key-1' },
      { edits: { answers: { a: true } }, version: 2, key: 'key-2' },
    ]);
  });

  it('keeps what was typed when somebody else was first, and sends nothing more by itself', async () => {
    const { writer, calls, fail, fire } = setUp();
    fail(problem('case.stale-version', 409));
    writer.edit({ form: { area: 1 } });
    await fire();
    writer.edit({ answers: { a: false } });
    await fire();
    expect(calls).toHaveLength(1);
    expect(writer.snapshot()).toMatchObject({ state: 'conflict', edits: { form: { area: 1 }, answers: { a: false } } });
  });

  it('lays the own edits over the newest version field by field, or drops them', async () => {
    const { writer, calls, fail, fire } = setUp(1, { form: { area: 1, staff: 1, name: '旧' } });
    const fresh = { ...EMPTY, version: 9, form: { area: 5, staff: 8, name: '旧' }, formSources: { staff: 'typed' } };
    fail(problem('case.stale-version', 409));
    writer.fill({ area: { value: 3, source: 'typed', correction: null }, name: { value: '新', source: 'typed', correction: null } });
    await fire();
    expect(writer.isNews(fresh)).toBe(true);
    expect(writer.compare(fresh)).toEqual({ clashes: [{ key: 'area', mine: 3, theirs: 5 }], mine: 1 });
    writer.merge(fresh, new Set(['area']));
    await fire();
    expect(calls.at(-1)).toMatchObject({
      edits: { form: { area: 3, staff: 8, name: '新' }, formSources: { area: 'typed', staff: 'typed', name: 'typed' } },
      version: 9,
    });

    fail(problem('case.stale-version', 409));
    writer.edit({ form: { area: 2 } });
    await fire();
    writer.drop({ ...EMPTY, version: 12 });
    expect(writer.snapshot()).toEqual({ state: 'saved', edits: {}, problem: null });
  });

  it('has what was typed at once, says with the first key that it is unsaved, and tells the rest when the typing pauses', async () => {
    const { writer, calls, timers, fire } = setUp(1, { form: { name: '店' } });
    let told = 0;
    writer.subscribe(() => (told += 1));
    writer.fill({ area: { value: 1, source: 'typed', correction: null } });
    writer.fill({ area: { value: 12, source: 'typed', correction: { source: 'previous', value: 10 } } });
    // The first key says that something is unsaved; the next ones draw nothing but their field.
    expect(told).toBe(1);
    expect(writer.current().form).toEqual({ name: '店', area: 12 });
    expect(writer.snapshot().edits.form).toEqual({ name: '店', area: 12 });
    expect([...timers.values()].map(({ ms }) => ms).sort()).toEqual([FOLLOW_AFTER_MS, SAVE_AFTER_MS].sort());
    await fire();
    expect(told).toBeGreaterThan(1);
    expect(calls[0]?.edits).toEqual({
      form: { name: '店', area: 12 },
      formSources: { area: 'typed' },
      formCorrections: { area: { source: 'previous', value: 10 } },
    });
    writer.fill({ area: { value: undefined, source: 'typed', correction: null } });
    expect(writer.current()).toMatchObject({ form: { name: '店' }, formCorrections: {} });
  });

  it('keeps refused edits and tries again with the next change', async () => {
    const { writer, calls, fail, fire } = setUp();
    fail(problem('request.invalid', 400));
    writer.edit({ form: { area: -1 } });
    await fire();
    expect(writer.snapshot().state).toBe('refused');
    writer.edit({ form: { area: 1 } });
    await fire();
    expect(calls.at(-1)).toMatchObject({ edits: { form: { area: 1 } }, version: 1, key: 'key-2' });
    expect(writer.snapshot().state).toBe('saved');
  });

  it('waits for a new session when it is signed out, without trying by itself', async () => {
    const { writer, calls, fail, fire, timers } = setUp();
    fail(problem('auth.required', 401));
    writer.edit({ form: { area: 1 } });
    await fire();
    expect(writer.snapshot()).toMatchObject({ state: 'offline', edits: { form: { area: 1 } } });
    expect(timers.size).toBe(0);
    writer.retry();
    await fire();
    expect(calls).toHaveLength(2);
    expect(writer.snapshot().state).toBe('saved');
  });

  it('does not act on a case whose draft could not be saved', async () => {
    const { writer, fail } = setUp();
    fail(broken());
    writer.edit({ form: { area: 1 } });
    let acted = false;
    await expect(
      writer.perform(async (v) => {
        acted = true;
        return { version: v };
      }),
    ).rejects.toMatchObject({ code: 'network.broken' });
    expect(acted).toBe(false);
  });

  it('takes a newer version from elsewhere only while nothing is unsent', async () => {
    const { writer, calls, fire } = setUp(1);
    writer.heard({ ...EMPTY, version: 5 });
    writer.edit({ form: { area: 1 } });
    writer.heard({ ...EMPTY, version: 8 });
    await fire();
    expect(calls[0]?.version).toBe(5);
  });
});

describe('CaseWriter over a reload', () => {
  it('keeps every key until the server has it', async () => {
    const { writer, kept, fire } = setUp();
    writer.edit({ form: { area: 1 } });
    writer.edit({ form: { area: 12 } });
    expect(kept.at(-1)).toMatchObject({ edits: { form: { area: 12 } }, sending: null, version: 1 });
    await fire();
    expect(kept.some((one) => one?.sending?.key === 'key-1')).toBe(true);
    expect(kept.at(-1)).toBeNull();
  });

  it('repeats what was on its way under its own key, then sends what came later', async () => {
    const first = setUp();
    first.fail(broken());
    first.writer.edit({ form: { area: 1 } });
    await first.fire();
    first.writer.edit({ form: { area: 12 } });
    const left = first.kept.at(-1) ?? null;

    const second = setUp(1, {}, left);
    expect(second.writer.snapshot()).toMatchObject({ state: 'offline', edits: { form: { area: 12 } } });
    second.writer.retry();
    await second.fire();
    expect(second.calls.map(({ edits, version }) => [edits, version])).toEqual([
      [{ form: { area: 1 } }, 1],
      [{ form: { area: 12 } }, 2],
    ]);
    expect(second.calls[0]?.key).toBe(first.calls[0]?.key);
    expect(second.kept.at(-1)).toBeNull();
  });

  it('does nothing and keeps nothing while another tab writes the draft', async () => {
    const { writer, calls, kept, timers, fire } = setUp();
    writer.edit({ form: { area: 1 } });
    const before = kept.length;
    writer.lookOn();
    writer.edit({ form: { area: 2 } });
    writer.fill({ area: { value: 3, source: 'manual', correction: null } });
    await writer.flush();
    await fire();
    expect([calls, timers.size, kept.length]).toEqual([[], 0, before]);
  });
});
