import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LIVE_BEAT, LIVE_BEAT_MS } from '@onewindow/contracts';
import { openLiveStream } from './live-stream.js';

/** As much of the browser's EventSource as a line has. */
class FakeSource extends EventTarget {
  closed = false;
  close(): void {
    this.closed = true;
  }
  say(topics: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ topics }) }));
  }
}

let sources: FakeSource[];
let heard: string[];
let stop: () => void;
const at = (index: number): FakeSource => sources[index] ?? new FakeSource();
const tell = (index: number, type: string): boolean => at(index).dispatchEvent(new Event(type));

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { window: new EventTarget() });
  sources = [];
  heard = [];
  stop = openLiveStream(
    {
      onTopics: (topics) => heard.push(topics.join()),
      onReconnect: () => heard.push('again'),
      onState: (connected) => heard.push(connected ? 'up' : 'down'),
    },
    () => {
      const source = new FakeSource();
      sources.push(source);
      return source as unknown as EventSource;
    },
  );
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

describe('the live stream of a tab', () => {
  it('passes topics on, and nothing that is no message', () => {
    tell(0, 'open');
    at(0).say(['case:1', 'supervision']);
    at(0).say('case:2');
    expect(heard).toEqual(['up', 'case:1,supervision']);
  });

  it('stays as long as it beats, without a word', () => {
    tell(0, 'open');
    for (let i = 0; i < 20; i += 1) {
      jest.advanceTimersByTime(LIVE_BEAT_MS);
      tell(0, LIVE_BEAT);
    }
    expect(sources).toHaveLength(1);
    expect(heard).toEqual(['up']);
  });

  it('that fell silent is opened anew, and everything is read again', () => {
    tell(0, 'open');
    jest.advanceTimersByTime(LIVE_BEAT_MS * 2.5 - 1);
    expect(sources).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect([sources.length, at(0).closed]).toEqual([2, true]);
    tell(1, 'open');
    expect(heard).toEqual(['up', 'down', 'up', 'again']);
  });

  it('that never opens is tried again', () => {
    jest.advanceTimersByTime(LIVE_BEAT_MS * 2.5);
    expect(sources).toHaveLength(2);
  });

  it('that broke comes back by the browser, or by us when the browser gave it up', () => {
    tell(0, 'open');
    tell(0, 'error');
    tell(0, 'open');
    expect(heard.splice(0)).toEqual(['up', 'down', 'up', 'again']);
    tell(0, 'error');
    jest.advanceTimersByTime(5_000);
    expect(sources).toHaveLength(2);
    tell(1, 'error');
    jest.advanceTimersByTime(5_000);
    expect(sources).toHaveLength(3);
    tell(2, 'open');
    expect(heard.at(-1)).toBe('again');
  });

  it('is opened as soon as the cable is back', () => {
    tell(0, 'open');
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    expect(sources).toHaveLength(2);
    tell(1, 'open');
    expect(heard).toEqual(['up', 'down', 'down', 'up', 'again']);
  });

  it('ends when it is closed', () => {
    tell(0, 'open');
    stop();
    jest.advanceTimersByTime(LIVE_BEAT_MS * 10);
    expect([sources.length, at(0).closed]).toEqual([1, true]);
  });
});
