import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { DomainError } from './errors.js';
import {
  type ChainedEvent,
  type EventContent,
  type JsonValue,
  CHAIN_START,
  assertNoPersonalData,
  maskNumbersIn,
  canonicalJson,
  chainHash,
  personalDataPath,
  verifyChain,
} from './events.js';
import { makeIdentityNumber } from './identity-number.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function chainOf(contents: EventContent[]): ChainedEvent[] {
  let hash = CHAIN_START;
  return contents.map((content) => {
    hash = chainHash(hash, content, sha256);
    return { content, hash };
  });
}

const contents: EventContent[] = [1, 2, 3].map((seq) => ({
  seq,
  type: 'case.received',
  actorId: 'a',
  at: '2026-03-02T01:00:00Z',
  data: { before: null, after: seq },
}));
const events = chainOf(contents);
const head = { count: 3, headHash: events.at(-1)?.hash ?? '' };

describe('R10.1 canonical JSON', () => {
  it('R10.1 orders keys, drops undefined and blanks', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '件' }], a: undefined, A: true })).toBe('{"A":true,"b":[1,{"c":"件","d":null}]}');
  });

  it('R10.1 is JSON of the same value, and stable over a round trip', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value as JsonValue);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text);
      }),
    );
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [new Date(0) as unknown as JsonValue], [(() => 1) as unknown as JsonValue]])(
    'R10.1 refuses %p',
    (value) => {
      expect(() => canonicalJson({ value })).toThrow(DomainError);
    },
  );
});

describe('R10.1 the chain of events', () => {
  it('R10.1 holds', () => {
    expect(verifyChain(events, head, sha256)).toEqual({ ok: true });
    expect(verifyChain([], { count: 0, headHash: CHAIN_START }, sha256)).toEqual({ ok: true });
  });

  it('R10.1 a changed row is found', () => {
    for (const at of [0, 1, 2]) {
      const changed = events.map((event, index) => (index === at ? { ...event, content: { ...event.content, actorId: 'b' } } : event));
      expect(verifyChain(changed, head, sha256)).toEqual({ ok: false, seq: at + 1, problem: 'changed' });
    }
  });

  it('R10.1 a row deleted in the middle and a deleted tail are found', () => {
    expect(
      verifyChain(
        events.filter((_, index) => index !== 1),
        head,
        sha256,
      ),
    ).toEqual({ ok: false, seq: 2, problem: 'missing' });
    expect(verifyChain(events.slice(0, 2), head, sha256)).toEqual({ ok: false, seq: 3, problem: 'missing' });
    expect(verifyChain([], head, sha256)).toEqual({ ok: false, seq: 1, problem: 'missing' });
  });

  it('R10.1 an added row and a chain written anew are found', () => {
    const longer = chainOf([...contents, { seq: 4, type: 'case.accepted' }]);
    expect(verifyChain(longer, head, sha256)).toEqual({ ok: false, seq: 4, problem: 'surplus' });
    const forged = chainOf(contents.map((content) => ({ ...content, actorId: 'b' })));
    expect(verifyChain(forged, head, sha256)).toEqual({ ok: false, seq: 3, problem: 'head' });
  });
});

describe('R10.1 events hold no personal data', () => {
  const identity = makeIdentityNumber('440103', '1990-01-01', 2);
  const wide = (figures: string): string => figures.replace(/[0-9X]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

  it.each<[JsonValue, string]>([
    [{ data: { phone: '13812346021' } }, 'data.phone'],
    [{ list: ['ok', '电话 138 1234 6021。'] }, 'list.1'],
    [{ text: '+8613812346021' }, 'text'],
    [{ reason: `本人 ${identity} 申请` }, 'reason'],
    [{ [identity]: true }, identity],
    // As people write them: in groups, and in the wide figures of a Chinese input method.
    [{ reason: `证号 ${identity.slice(0, 6)} ${identity.slice(6, 14)} ${identity.slice(14)}，已核对` }, 'reason'],
    [{ reason: `${identity.slice(0, 6)}-${identity.slice(6, 14)}-${identity.slice(14)}` }, 'reason'],
    [{ reason: `身份证：${wide(identity)}` }, 'reason'],
    [{ reason: `请打 ${wide('13812346021')}` }, 'reason'],
  ])('R10.1 %j is found', (value, path) => {
    expect(personalDataPath(value)).toBe(path);
    expect(() => assertNoPersonalData(value)).toThrow(DomainError);
  });

  it('R10.1 case numbers, ids, hashes, credit codes, instants and amounts pass', () => {
    const value = {
      caseNo: '440199202610290003189',
      id: '0195f3a2-7c1d-7e2a-9b13-138123460215',
      hash: sha256('x'),
      creditCode: '91350100M000100Y43',
      at: '2026-03-02T01:00:00.000Z',
      capital: 15_000_000_000,
      grouped: '440199 20261029 000318 9 2026-10-29',
      // Eighteen figures at its end would be somebody's number.
      idOfFigures: '0195f3a2-7c1d-7a44-8103-199003070018',
      hashOfFigures: 'a'.repeat(46) + makeIdentityNumber('440103', '1990-03-07', 2),
      masked: '138****6021',
      notAnIdentity: '440103199013010029',
    };
    expect(personalDataPath(value)).toBeNull();
    expect(() => assertNoPersonalData(value)).not.toThrow();
  });

  it('R10.1 the refusal names the path, never the value', () => {
    try {
      assertNoPersonalData({ phone: '13812346021' });
    } catch (error) {
      expect(error).toMatchObject({ code: 'event.personal-data', facts: { path: 'phone' } });
      expect(String(error)).not.toContain('13812346021');
    }
    expect.assertions(2);
  });

  it('R10.1 the refusal names the input where one is known: the list that somebody typed, not its third line', () => {
    const words = ['已核对', '电话 13812346021'];
    expect(() => assertNoPersonalData(words, 'points')).toThrow(
      expect.objectContaining({ code: 'event.personal-data', kind: 'rule', facts: { path: 'points' } }),
    );
    expect(() => assertNoPersonalData(undefined, 'reason')).not.toThrow();
  });

  it.each([
    [`${identity}.jpg`, '440***********0022.jpg'],
    [`王小明（${wide(identity)}）／反面.PDF`, '王小明（440***********0022）／反面.PDF'],
    [
      `${identity.slice(0, 6)} ${identity.slice(6, 14)} ${identity.slice(14)}_13812346021_${identity}.png`,
      '440***********0022_138****6021_440***********0022.png',
    ],
    ['+86 138-1234-6021 委托书.pdf', '138****6021 委托书.pdf'],
    [`0195f3a2-7c1d-7a44-8103-199003070018 ${wide('13812346021')}.pdf`, '0195f3a2-7c1d-7a44-8103-199003070018 138****6021.pdf'],
    ['mmexport1698765432101.jpg', 'mmexport1698765432101.jpg'],
    ['４号楼 440103199013010029.pdf', '４号楼 440103199013010029.pdf'],
  ])('R10.2 the name %s is kept as %s', (name, kept) => {
    expect(maskNumbersIn(name)).toBe(kept);
    expect(personalDataPath(kept)).toBeNull();
  });
});
