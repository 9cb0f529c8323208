import type { Page } from 'playwright-core';

/** The longest handling of an input event, in milliseconds. */
export interface InputTrace {
  events: number;
  /** Of the processor. */
  processor: number;
  /** By the clock, waiting for a processor included. */
  wall: number;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** In microseconds, as the durations. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { type?: string } };
}

const INPUT = new Set(['keydown', 'keypress', 'beforeinput', 'input', 'keyup', 'change', 'textInput']);

/** @returns what ends the browser's own trace, with all that it has recorded */
async function record(page: Page, categories: string[]): Promise<() => Promise<TraceEvent[]>> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page belongs to no browser');
  await browser.startTracing(page, { categories });
  return async () => (JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }).traceEvents;
}

const isInput = ({ name, args }: TraceEvent): boolean => name === 'EventDispatch' && INPUT.has(args?.data?.type ?? '');

/** Records every event that typing raises, with all that handles it. */
export async function traceInput(page: Page): Promise<{ stop: () => Promise<InputTrace> }> {
  const stop = await record(page, ['devtools.timeline']);
  return {
    stop: async () => {
      const handled = (await stop()).filter(isInput);
      const longest = (of: (event: TraceEvent) => number | undefined) => Math.max(0, ...handled.map((event) => (of(event) ?? 0) / 1000));
      return { events: handled.length, processor: longest(({ tdur, dur }) => tdur ?? dur), wall: longest(({ dur }) => dur) };
    },
  };
}

/**
 * Records what a key costs the page: everything that its main thread does from one press to the next, handling, rendering and painting.
 * @returns for each press the milliseconds of processor, which do not depend on who else has the processors
 */
export async function traceKeys(page: Page): Promise<{ stop: () => Promise<number[]> }> {
  const stop = await record(page, ['devtools.timeline', 'toplevel']);
  return {
    stop: async () => {
      const events = await stop();
      const presses = events.filter((event) => isInput(event) && event.args?.data?.type === 'keydown').sort((a, b) => a.ts - b.ts);
      const [first] = presses;
      const tasks = events.filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === first?.pid && tid === first.tid);
      return presses.map(({ ts }, at) => {
        // The press is handled inside a task that began before it.
        const next = presses[at + 1]?.ts ?? Infinity;
        const own = tasks.filter((task) => task.ts + (task.dur ?? 0) > ts && task.ts + (task.dur ?? 0) <= next);
        return own.reduce((sum, task) => sum + (task.tdur ?? task.dur ?? 0), 0) / 1000;
      });
    },
  };
}
