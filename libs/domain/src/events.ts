import { DomainError } from './errors.js';
import { holdsIdentityNumber, replaceIdentityNumbers } from './identity-number.js';
import { maskIdentityNumber, maskPhone } from './masking.js';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/** Hash that the first event of a case is chained to. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 of a text (UTF-8) as 64 lower-case hex digits. Passed in: the browser and the server have different ones. */
export type Sha256 = (text: string) => string;

/** What is hashed of an event (R10.1): who, when, from where, what, before and after. `seq` counts from 1 within the case. */
export type EventContent = { readonly seq: number; readonly [key: string]: JsonValue | undefined };

/** An event as it was read back, with the hash it was stored under. */
export interface ChainedEvent {
  content: EventContent;
  hash: string;
}

/**
 * JSON with its keys in order and without blanks, so that the same content has the same text wherever it was stored. Undefined members are left out.
 * @throws DomainError (`json.not-canonical`) for what JSON can't hold: NaN, infinities, functions, dates.
 */
export function canonicalJson(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonicalJson(item)).join(',')}]`;
  if (isRecord(value)) {
    const members = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(',')}}`;
  }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  throw new DomainError({ code: 'json.not-canonical', title: '记录里有不能保存的值，联系系统管理员', kind: 'invalid' });
}

function isRecord(value: unknown): value is { readonly [key: string]: JsonValue | undefined } {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** R10.1: the hash of an event: over the hash of the one before it and its own content. The first follows `CHAIN_START`. */
export function chainHash(prevHash: string, content: EventContent, sha256: Sha256): string {
  return sha256(`${prevHash}\n${canonicalJson(content)}`);
}

/** What the case keeps of its chain. */
export interface ChainHead {
  count: number;
  /** `CHAIN_START` when there are no events. */
  headHash: string;
}

export type ChainVerdict = { ok: true } | { ok: false; seq: number; problem: 'missing' | 'changed' | 'surplus' | 'head' };

/**
 * R10.1: walks a chain, events in order of `seq`, and names the first that is wrong: `missing` (a gap or a deleted tail), `changed` (content or
 * hash), `surplus` (beyond the count that the case keeps), `head` (all hold together, but the case knows another head).
 */
export function verifyChain(events: readonly ChainedEvent[], head: ChainHead, sha256: Sha256): ChainVerdict {
  let hash = CHAIN_START;
  let seq = 0;
  for (const event of events) {
    seq++;
    if (event.content.seq !== seq) return { ok: false, seq, problem: 'missing' };
    if (chainHash(hash, event.content, sha256) !== event.hash) return { ok: false, seq, problem: 'changed' };
    if (seq > head.count) return { ok: false, seq, problem: 'surplus' };
    hash = event.hash;
  }
  if (seq < head.count) return { ok: false, seq: seq + 1, problem: 'missing' };
  return hash === head.headHash ? { ok: true } : { ok: false, seq, problem: 'head' };
}

/** Ids and hashes: their figures are nobody's number. */
const MADE = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g;
/** Not a piece of a longer number. */
const MOBILE_PHONE = /(?<![0-9A-Za-z])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z])/;

/**
 * R10.1: the path of the first identity or mobile number in a value (`data.phone`, `data.list.0`), or null when there is none.
 * Looks at texts and keys. JSON numbers are amounts and counts here, and an amount in fen may well look like a phone.
 */
export function personalDataPath(value: JsonValue | undefined, path = ''): string | null {
  if (typeof value === 'string') return isPersonal(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value) as [string, JsonValue | undefined][]) {
    const at = path === '' ? key : `${path}.${key}`;
    const found = isPersonal(key) ? at : personalDataPath(member, at);
    if (found !== null) return found;
  }
  return null;
}

/** R10.1: words would carry a person's number into a record from which nothing is ever removed. Names the place, never the number. */
export class NumberInWords extends DomainError {
  constructor(path: string) {
    super({
      code: 'event.personal-data',
      title: '文字里有证件号或手机号，记录里不能保存号码。删去号码后再提交。',
      kind: 'rule',
      ...(path === '' ? {} : { facts: { path } }),
    });
  }
}

/**
 * R10.1: guards what a record is about to hold: an event, an audit entry, words that go into one later.
 * @param field names the input that somebody typed; without it the refusal names the place within the value
 * @throws NumberInWords
 */
export function assertNoPersonalData(value: JsonValue | undefined, field?: string): void {
  const path = personalDataPath(value);
  if (path !== null) throw new NumberInWords(field ?? path);
}

/** R10.2: an open text that is kept, as the name of a file is, with the identity and mobile numbers in it masked. Any other stays as it is. */
export function maskNumbersIn(text: string): string {
  if (!isPersonal(text)) return text;
  const parts = plainFigures(text).split(new RegExp(`(${MADE.source})`));
  // Every second one is an id or a hash.
  return parts.map((part, at) => (at % 2 === 1 ? part : masked(part))).join('');
}

function masked(text: string): string {
  const phone = (written: string): string => maskPhone(written.replace(/[ -]/g, '').replace(/^\+?86/, ''));
  return replaceIdentityNumbers(text, maskIdentityNumber).replace(new RegExp(MOBILE_PHONE, 'g'), phone);
}

/** Wide figures as a keyboard writes them; every other character stays as it is. */
function plainFigures(text: string): string {
  return text.replace(/\P{ASCII}/gu, (one) => {
    const plain = one.normalize('NFKC');
    return /^[0-9A-Za-z+ -]$/.test(plain) ? plain : one;
  });
}

/** However it is written: in groups, or in the wide figures of an input method. */
function isPersonal(text: string): boolean {
  const plain = text.normalize('NFKC').replace(MADE, '#');
  return MOBILE_PHONE.test(plain) || holdsIdentityNumber(plain);
}
