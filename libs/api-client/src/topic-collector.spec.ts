import { describe, expect, it } from '@jest/globals';
import { concerns } from './query-meta.js';
import { TopicCollector } from './topic-collector.js';

function collector(gapMs: number) {
  const passed: string[][] = [];
  let now = 0;
  const due: { at: number; run: () => void }[] = [];
  const it = new TopicCollector((topics) => passed.push([...topics]), gapMs, {
    now: () => now,
    set: (run, ms) => due.push({ at: now + ms, run }),
  });
  const advance = (ms: number) => {
    now += ms;
    for (const one of due.splice(0)) {
      if (one.at <= now) one.run();
      else due.push(one);
    }
  };
  return { it, passed, advance };
}

describe('TopicCollector', () => {
  it('passes the first message on at once', () => {
    const { it: topics, passed } = collector(300);
    topics.add(['department:1']);
    expect(passed).toEqual([['department:1']]);
  });

  it('gathers what follows within the gap, each topic once', () => {
    const { it: topics, passed, advance } = collector(300);
    topics.add(['department:1']);
    advance(100);
    topics.add(['staff:9', 'supervision']);
    topics.add(['staff:9']);
    advance(199);
    expect(passed).toHaveLength(1);
    advance(1);
    expect(passed[1]).toEqual(['staff:9', 'supervision']);
  });

  it('loses nothing that comes after a pass', () => {
    const { it: topics, passed, advance } = collector(300);
    topics.add(['a']);
    topics.add(['b']);
    advance(300);
    topics.add(['c']);
    advance(300);
    expect(passed).toEqual([['a'], ['b'], ['c']]);
  });

  it('says nothing for a message without topics', () => {
    const { it: topics, passed } = collector(300);
    topics.add([]);
    expect(passed).toEqual([]);
  });
});

describe('concerns', () => {
  const query = (topics: Parameters<typeof concerns>[0]['meta'], data?: unknown) =>
    ({ meta: topics, state: { data } }) as Parameters<typeof concerns>[0];

  it('hears a bare name and every topic of a kind', () => {
    expect(concerns(query({ topics: ['supervision'] }), new Set(['supervision']))).toBe(true);
    expect(concerns(query({ topics: ['department'] }), new Set(['department:7']))).toBe(true);
    expect(concerns(query({ topics: ['department'] }), new Set(['staff:7']))).toBe(false);
  });

  it('hears what its data names, and nothing before it has data', () => {
    const topics = (data: unknown) => [`case:${(data as { id: string }).id}`];
    expect(concerns(query({ topics }, { id: '5' }), new Set(['case:5']))).toBe(true);
    expect(concerns(query({ topics }, { id: '5' }), new Set(['case:6']))).toBe(false);
    expect(concerns(query({ topics }), new Set(['case:5']))).toBe(false);
  });

  it('leaves queries without topics alone', () => {
    expect(concerns(query(undefined), new Set(['case:5']))).toBe(false);
  });
});
