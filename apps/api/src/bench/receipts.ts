import { setTimeout as delay } from 'node:timers/promises';
import type { Crew, JourneyItem } from './journey.js';
import { completeCase, receivedCase } from './journey.js';
import { SampleTable } from './statistics.js';

/** Ctrl+Enter until the acceptance notice's bytes are there, drawn for this printing if the worker has not come to it. */
export const RECEIPT_STEP = 'accept → receipt printed';
/** The same until the worker has drawn it and the pane that waits for it has its bytes. */
const PANE_STEP = 'accept → receipt in the pane';
/** Enough for a 95th percentile. */
const LEAST_SAMPLES = 40;
const MOST_SECONDS = 60;
/** The screen is told by a push; the bench asks, so its figure is up to this much too long. */
const ASK_MILLISECONDS = 20;
/** A worker that lags further behind a load without pauses is not waited for: the sample says at least this, and is the last of its kind. */
const PATIENCE_MILLISECONDS = 10_000;

export interface ReceiptRun {
  times: SampleTable;
  /** Cases that the other counters took meanwhile. */
  others: number;
  nextSerial: number;
}

/**
 * One counter accepts and fetches what its screen shows, while the others take complete cases without a pause.
 * @param drawn is a worker drawing notices? Then every other case waits for its file as the pane does
 */
export async function runReceipts(
  crews: readonly Crew[],
  item: JourneyItem,
  seconds: number,
  firstSerial: number,
  drawn: boolean,
): Promise<ReceiptRun> {
  const [measured, ...others] = crews;
  if (!measured) throw new Error('The receipts need a counter');
  const times = new SampleTable();
  const aside = new SampleTable();
  let serial = firstSerial;
  let cases = 0;
  let over = false;
  const working = others.map(async (crew) => {
    while (!over) {
      await completeCase(crew, item, (serial += 1), aside);
      cases += 1;
    }
  });
  let lags = false;
  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 1000;
  try {
    for (let n = 0; (elapsed() < seconds || n < LEAST_SAMPLES) && elapsed() < MOST_SECONDS; n += 1) {
      const byPane = drawn && !lags && n % 2 === 1;
      const came = await takeReceipt(measured.clerk, item, (serial += 1), { times, aside, byPane });
      lags ||= !came;
    }
  } finally {
    over = true;
    await Promise.all(working);
  }
  return { times, others: cases, nextSerial: serial };
}

/** @returns false when the worker had not drawn the notice within the patience */
async function takeReceipt(
  clerk: Crew['clerk'],
  item: JourneyItem,
  serial: number,
  { times, aside, byPane }: { times: SampleTable; aside: SampleTable; byPane: boolean },
): Promise<boolean> {
  const { id, version } = await receivedCase(clerk, item, serial, aside);
  const params = { id };
  const accept = async (): Promise<string> => {
    const accepted = await times.time('accept', () => clerk.call('acceptCase', { params, body: { expectedVersion: version } }));
    const notice = accepted.notices.find(({ kind }) => kind === 'acceptance');
    if (!notice) throw new Error('The acceptance came without its notice');
    return notice.id;
  };
  if (byPane) {
    return await times.time(PANE_STEP, async () => {
      const fileId = await drawnFile(clerk, id, await accept());
      if (fileId !== null) await requirePdf(clerk.bytesOf('getCaseFile', { params: { id, fileId } }));
      return fileId !== null;
    });
  }
  await times.time(RECEIPT_STEP, async () => {
    const noticeId = await accept();
    const { ordinal } = await clerk.call('printNotice', { params: { id: noticeId } });
    await requirePdf(clerk.bytesOf('getNoticePrint', { params: { id: noticeId, ordinal } }));
  });
  return true;
}

async function drawnFile(clerk: Crew['clerk'], caseId: string, noticeId: string): Promise<string | null> {
  const began = performance.now();
  while (performance.now() - began < PATIENCE_MILLISECONDS) {
    const { notices } = await clerk.call('getCase', { params: { id: caseId } });
    const fileId = notices.find(({ id }) => id === noticeId)?.fileId;
    if (fileId) return fileId;
    await delay(ASK_MILLISECONDS);
  }
  return null;
}

async function requirePdf(answer: Promise<Buffer>): Promise<void> {
  if ((await answer).subarray(0, 5).toString() !== '%PDF-') throw new Error('What came is not a PDF');
}
