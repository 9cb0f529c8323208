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
  dur?: number;
  tdur?: number;
  args?: { data?: { type?: string } };
}

const INPUT = new Set(['keydown', 'keypress', 'beforeinput', 'input', 'keyup', 'change', 'textInput']);

/** Records every event that typing raises, with all that handles it, by the browser's own trace. */
export async function traceInput(page: Page): Promise<{ stop: () => Promise<InputTrace> }> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page belongs to no browser');
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  return {
    stop: async () => {
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
      const handled = traceEvents.filter(({ name, args }) => name === 'EventDispatch' && INPUT.has(args?.data?.type ?? ''));
      const longest = (of: (event: TraceEvent) => number | undefined) => Math.max(0, ...handled.map((event) => (of(event) ?? 0) / 1000));
      return { events: handled.length, processor: longest(({ tdur, dur }) => tdur ?? dur), wall: longest(({ dur }) => dur) };
    },
  };
}
