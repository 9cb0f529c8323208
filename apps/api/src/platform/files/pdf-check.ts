import { constants, inflateSync } from 'node:zlib';

/** Why a PDF is not taken in. */
export type PdfTrouble = 'encrypted' | 'script' | 'launch' | 'attachment' | 'packed';

/** Names of what acts when a document is opened, or carries other files; the keys and types of ISO 32000. */
const NAMES = [
  ['encrypted', ['Encrypt']],
  ['script', ['JavaScript', 'JS', 'Rendition', 'RichMedia', 'XFA', '3D']],
  ['launch', ['Launch', 'ImportData', 'SubmitForm', 'GoToE']],
  ['attachment', ['EmbeddedFile', 'EmbeddedFiles', 'Filespec']],
] as const satisfies readonly (readonly [PdfTrouble, readonly string[]])[];

const PATTERNS = NAMES.map(([trouble, names]) => [trouble, new RegExp(`/(?:${names.join('|')})(?=[\\s/<>\\[\\](){}%]|$)`)] as const);
/** Objects packed into one stream are a few hundred kilobytes; more than this is a bomb. */
const LARGEST_PACK = 32 * 1024 * 1024;
const LONGEST_DICTIONARY = 64 * 1024;

/**
 * Looks through the objects of a PDF for scripts, launch actions, embedded files and encryption, also inside object streams. Contents of
 * pages, fonts and pictures are skipped: nothing in them can act.
 * @param bytes the whole file
 * @returns what is wrong, or null
 */
export function pdfTrouble(bytes: Buffer): PdfTrouble | null {
  const text = bytes.toString('latin1');
  let at = 0;
  while (at < text.length) {
    const stream = nextStream(text, at);
    const objects = text.slice(at, stream?.start ?? text.length);
    const found = troubleIn(objects);
    if (found) return found;
    if (!stream) return null;
    const packed = isObjectStream(objects) ? troubleInside(bytes.subarray(stream.start, stream.end), objects) : null;
    if (packed) return packed;
    at = stream.end;
  }
  return null;
}

/** The next stream's data: behind `stream` and its line end, before `endstream`. */
function nextStream(text: string, from: number): { start: number; end: number } | null {
  const pattern = /(?<=>>\s{0,8})stream\r?\n/g;
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  if (!found) return null;
  const start = found.index + found[0].length;
  const end = text.indexOf('endstream', start);
  return { start, end: end < 0 ? text.length : end };
}

/** A name may be written with #-escapes: /J#61vaScript is /JavaScript. */
function plainNames(objects: string): string {
  return objects.includes('#')
    ? objects.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : objects;
}

function troubleIn(objects: string): PdfTrouble | null {
  const plain = plainNames(objects);
  return PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** Known by the keys that every object stream must have, whatever its /Type says. */
function isObjectStream(objects: string): boolean {
  const dictionary = dictionaryOf(objects);
  return /\/ObjStm\b/.test(dictionary) || (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary));
}

function dictionaryOf(objects: string): string {
  const tail = objects.slice(-LONGEST_DICTIONARY);
  return plainNames(tail.slice(Math.max(0, tail.lastIndexOf(' obj'))));
}

function troubleInside(data: Buffer, objects: string): PdfTrouble | null {
  const dictionary = dictionaryOf(objects);
  const filters = [...dictionary.matchAll(/\/(\w+Decode|Crypt|Fl|AHx|A85|LZW|RL)\b/g)].map(([, name]) => name);
  // What can't be looked through is not taken in.
  if (filters.some((name) => name !== 'FlateDecode' && name !== 'Fl') || filters.length > 1) return 'packed';
  if (/\/Predictor\s+(?!1\b)/.test(dictionary)) return 'packed';
  if (filters.length === 0) return troubleIn(data.toString('latin1'));
  try {
    return troubleIn(inflateSync(data, { maxOutputLength: LARGEST_PACK, finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'));
  } catch {
    return 'packed';
  }
}
