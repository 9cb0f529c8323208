import { describe, expect, it } from '@jest/globals';
import type { ReadyRow } from '@onewindow/contracts';
import { base64Of, collectorGaps, EMPTY_COLLECTOR, handOverChecks, identityCheck, toCollectorInput } from './collector.js';
import { addressed, EMPTY_DELIVERY } from './delivery.js';

const TODAY = '2026-11-21';
const AT_WINDOW = addressed(EMPTY_DELIVERY, null);
const full = { ...EMPTY_COLLECTOR, name: '许立群', identityNumber: '11010519491231002x', compared: true, signed: true };

describe('collectorGaps', () => {
  it('names everything in the order of the window’s work', () => {
    expect(collectorGaps({ ...EMPTY_COLLECTOR, relation: 'agent' }, 0, TODAY, AT_WINDOW).map((g) => g.key)).toEqual([
      'selection',
      'name',
      'identityNumber',
      'compared',
      'authority',
      'signature',
    ]);
  });

  it('is content with a complete collector', () => {
    expect(collectorGaps(full, 2, TODAY, AT_WINDOW)).toEqual([]);
  });

  it('tells a wrong number from an absent one', () => {
    expect(collectorGaps({ ...full, identityNumber: '110105194912310021' }, 1, TODAY, AT_WINDOW)).toEqual([
      { key: 'identityNumber', label: '取件人证件号', isWrong: true },
    ]);
  });
});

describe('identityCheck', () => {
  it('checks numbers of identity cards and lets other papers pass', () => {
    expect(identityCheck('E12345678', TODAY).state).toBe('ok');
    expect(identityCheck('E12', TODAY).state).toBe('bad');
    expect(identityCheck('11010519491231002X', TODAY).state).toBe('ok');
  });
});

describe('handOverChecks', () => {
  const row = { result: { issuedAt: '2026-11-05T00:00:00Z', denial: false }, feeCents: 500, feePaid: false } as ReadyRow;
  it('shows an unpaid fee of any chosen result', () => {
    const checks = handOverChecks([{ ...row, feePaid: true }, row], full, TODAY, AT_WINDOW);
    expect(checks).toEqual([
      { label: '结果已出', done: true },
      { label: '费用已清', done: false },
      { label: '身份与授权已核', done: true },
      { label: '已签名', done: true },
    ]);
  });
  it('has nothing in order before a result is chosen', () => {
    expect(handOverChecks([], EMPTY_COLLECTOR, TODAY, AT_WINDOW).some((c) => c.done)).toBe(false);
  });
});

describe('toCollectorInput', () => {
  it('sends the authority of an agent only', () => {
    expect(toCollectorInput({ ...full, authority: '旧' }, 'AAAA')).not.toHaveProperty('authority');
    expect(toCollectorInput({ ...full, relation: 'agent', authority: '授权委托书' }, 'AAAA')).toMatchObject({
      identityNumber: '11010519491231002X',
      authority: '授权委托书',
    });
  });
  it('encodes a picture', async () => {
    expect(await base64Of(new Blob([new Uint8Array([1, 2, 255])]))).toBe('AQL/');
  });
});
