import { ProblemError } from '@onewindow/api-client';
import { describe, expect, it } from '@jest/globals';
import type { CollectorInput } from './collector.js';
import { HandOverSender, type HandOverRequest, type HandOverWay } from './hand-over-sender.js';

const collector = {
  relation: 'self',
  name: '许立群',
  identityNumber: '11010519491231002X',
  identityChecked: true,
  signaturePng: 'AAAA',
} as CollectorInput;
const way: HandOverWay = { method: 'window', collector };
const problem = (code: string, status: number) => new ProblemError({ type: 'about:blank', title: code, status, code });
const broken = () => problem('network.broken', 0);

function setUp(answers: (ProblemError | null)[]) {
  const sent: HandOverRequest[] = [];
  const waits: number[] = [];
  let keys = 0;
  const sender = new HandOverSender({
    send: async (request) => {
      sent.push(request);
      const answer = answers.shift();
      if (answer) throw answer;
    },
    problemOf: (error) => error as ProblemError,
    newKey: () => `key-${++keys}`,
    wait: async (ms) => void waits.push(ms),
  });
  return { sender, sent, waits };
}

describe('HandOverSender', () => {
  it('asks again for a lost answer with the very same request', async () => {
    const { sender, sent, waits } = setUp([broken(), null]);
    expect(await sender.handOver({ caseId: 'a', version: 4 }, way)).toBeNull();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toBe(sent[0]);
    expect(waits).toHaveLength(1);
  });

  it('keeps the request for the next press, though the list shows another version by then', async () => {
    const { sender, sent } = setUp([broken(), broken(), broken(), null]);
    expect(await sender.handOver({ caseId: 'a', version: 4 }, way)).toMatchObject({ code: 'network.broken' });
    expect(await sender.handOver({ caseId: 'a', version: 5 }, way)).toBeNull();
    expect(sent.map(({ expectedVersion, idempotencyKey }) => [expectedVersion, idempotencyKey])).toEqual(Array(4).fill([4, 'key-1']));
  });

  it('makes a new request for another collector, another way, and after a refusal', async () => {
    const { sender, sent } = setUp([problem('pickup.not-applicant', 422), null, null, null]);
    expect(await sender.handOver({ caseId: 'a', version: 4 }, way)).toMatchObject({ status: 422 });
    await sender.handOver({ caseId: 'a', version: 4 }, { ...way, collector: { ...collector, name: '代理人' } });
    await sender.handOver({ caseId: 'a', version: 4 }, { ...way, method: 'cabinet', delivery: { cabinet: '1 号柜', box: '12 格' } });
    await sender.handOver({ caseId: 'b', version: 1 }, way);
    expect(sent.map((s) => s.idempotencyKey)).toEqual(['key-1', 'key-2', 'key-3', 'key-4']);
  });
});
