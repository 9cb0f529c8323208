import { describe, expect, it } from '@jest/globals';
import type { ReadyRow } from '@onewindow/contracts';
import { base64Of, collectorCheck, collectorGaps, EMPTY_COLLECTOR, handOverChecks, identityCheck, toCollectorInput } from './collector.js';
import { addressed, EMPTY_DELIVERY } from './delivery.js';

const TODAY = '2026-11-21';
const AT_WINDOW = addressed(EMPTY_DELIVERY, null);
const full = { ...EMPTY_COLLECTOR, name: '许立群', identityNumber: '11010519491231002x', compared: true, signed: true };

const OWN = { applicantKind: 'natural' as const, applicantIdentityMasked: '110***********002X' };

describe('collectorGaps', () => {
  it('names everything in the order of the window’s work', () => {
    expect(collectorGaps({ ...EMPTY_COLLECTOR, relation: 'agent' }, [], TODAY, AT_WINDOW).map((g) => g.key)).toEqual([
      'selection',
      'name',
      'identityNumber',
      'compared',
      'authority',
      'signature',
    ]);
  });

  it('is content with a complete collector', () => {
    expect(collectorGaps(full, [OWN, OWN], TODAY, AT_WINDOW)).toEqual([]);
  });

  it('tells a wrong number from an absent one', () => {
    expect(collectorGaps({ ...full, identityNumber: '110105194912310021' }, [OWN], TODAY, AT_WINDOW)).toEqual([
      { key: 'identityNumber', label: '取件人证件号', isWrong: true },
    ]);
  });
});

describe('collectorCheck', () => {
  const another = { ...OWN, applicantIdentityMasked: '440***********2522' };
  it('sees before the signature that somebody else collects as the applicant', () => {
    expect(collectorCheck(full, [OWN], TODAY).state).toBe('ok');
    expect(collectorCheck(full, [another], TODAY)).toMatchObject({ state: 'bad', reason: expect.stringContaining('改选代理人') });
    expect(collectorGaps(full, [another], TODAY, AT_WINDOW)).toEqual([{ key: 'identityNumber', label: '取件人证件号', isWrong: true }]);
  });
  it('leaves agents, companies and other papers to the server', () => {
    expect(collectorCheck({ ...full, relation: 'agent' }, [another], TODAY).state).toBe('ok');
    expect(collectorCheck(full, [{ applicantKind: 'legal', applicantIdentityMasked: '91440199MA5CQ8E723' }], TODAY).state).toBe('ok');
    expect(collectorCheck(full, [{ ...OWN, applicantIdentityMasked: 'E12**5678' }], TODAY).state).toBe('ok');
    expect(collectorCheck({ ...full, identityNumber: 'E12345678' }, [another], TODAY).state).toBe('unchecked');
  });
});

describe('identityCheck', () => {
  it('checks numbers of identity cards and lets other papers pass', () => {
    expect(identityCheck('E12345678', TODAY).state).toBe('unchecked');
    expect(identityCheck('E12', TODAY).state).toBe('bad');
    // Most passports of some countries, and 台胞证, are digits alone.
    expect(identityCheck('123456789', TODAY).state).toBe('unchecked');
    expect(identityCheck('1101051949123', TODAY).state).toBe('bad');
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
