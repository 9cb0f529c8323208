import type { Inline, OfficialDocument, Paragraph, PrintedDocument, SealBlock } from '../document/document-model.js';

/** What word processors and web pages leave in copied words and no typeface draws: joiners, marks of direction, soft hyphens. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/g;
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/**
 * The same document in words that can be set: what is written in several lines becomes paragraphs, or lines of its cell; what cannot be seen is left
 * out. People write reasons in lines and copy them from elsewhere: a typeface has no glyph for that, and the paper must be served.
 */
export function printable(content: PrintedDocument): PrintedDocument {
  if (content.style === 'official') return printableOfficial(content);
  if (content.style === 'sheet') {
    const shapes = content.shapes.map((shape) => (shape.kind === 'text' ? { ...shape, text: line(shape.text) } : shape));
    return { ...content, ...headOf(content), shapes };
  }
  return { ...content, ...headOf(content), rows: content.rows.map(lines), seal: sealOf(content.seal) };
}

/** A paragraph as the paragraphs that its line ends make of it; empty ones are left out. */
export function splitAtLines(paragraph: Paragraph): Paragraph[] {
  const split: Inline[][] = [[]];
  for (const part of paragraph) {
    const isPlain = typeof part === 'string';
    (isPlain ? part : part.bold).split('\n').forEach((words, at) => {
      if (at > 0) split.push([]);
      if (words.trim() !== '') split.at(-1)?.push(isPlain ? words : { bold: words });
    });
  }
  return split.filter((parts) => parts.length > 0);
}

function printableOfficial(content: OfficialDocument): OfficialDocument {
  const { addressee, officer, signature, watermark, qr, table } = content;
  return {
    ...content,
    ...headOf(content),
    agency: line(content.agency),
    addressee: addressee === null ? null : line(addressee),
    opening: paragraphs(content.opening),
    facts: content.facts.map(lines),
    table: table === null ? null : { ...table, rows: table.rows.map((row) => row.map(tidy)) },
    closing: paragraphs(content.closing),
    qr: qr === null ? null : { ...qr, caption: line(qr.caption) },
    seal: sealOf(content.seal),
    officer: officer === null ? null : line(officer),
    signature: signature === null ? null : line(signature),
    copies: line(content.copies),
    watermark: watermark === null ? null : line(watermark),
  };
}

function headOf({ title, number }: Pick<PrintedDocument, 'title' | 'number'>): { title: string; number: string } {
  return { title: line(title), number: line(number) };
}

function sealOf(seal: SealBlock): SealBlock {
  return { ...seal, words: line(seal.words), agency: line(seal.agency), day: line(seal.day) };
}

function paragraphs(all: readonly Paragraph[]): Paragraph[] {
  return all.flatMap((paragraph) =>
    splitAtLines(paragraph.map((part) => (typeof part === 'string' ? tidy(part) : { bold: tidy(part.bold) }))),
  );
}

function lines([label, value]: readonly [label: string, value: string]): readonly [label: string, value: string] {
  return [line(label), tidy(value)];
}

/** Lines end in `\n` alone, blanks are blanks, and every character can be seen. */
function tidy(text: string): string {
  return text.replace(LINE_ENDS, '\n').replaceAll('\t', ' ').replace(UNSEEN, '');
}

/** What stands in one line of the paper. */
function line(text: string): string {
  return tidy(text).replace(/\s*\n\s*/g, ' ');
}
