import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { create, type Font, type GlyphRun } from 'fontkit';
import { PaperSourceBroken } from './paper-source-broken.js';

const require = createRequire(import.meta.url);
const NOTO = '@expo-google-fonts/noto-serif-sc';

/** The two faces of a document: running text, and titles and labels. */
export interface Typefaces {
  readonly body: Font;
  readonly bold: Font;
}

/**
 * Opens the faces once; they stay in memory. An administrator's licensed 仿宋 and 小标宋 lie as `notice-body.ttf` and `notice-title.ttf`
 * in the fonts folder; without them Noto Serif SC is used.
 * @throws PaperSourceBroken when one of theirs is no typeface
 */
export function openTypefaces(fontsDir: string): Typefaces {
  return {
    body: openFont(join(fontsDir, 'notice-body.ttf'), `${NOTO}/300Light/NotoSerifSC_300Light.ttf`),
    bold: openFont(join(fontsDir, 'notice-title.ttf'), `${NOTO}/700Bold/NotoSerifSC_700Bold.ttf`),
  };
}

function openFont(own: string, packaged: string): Font {
  if (!existsSync(own)) return plainly(create(readFileSync(require.resolve(packaged))));
  try {
    const font = create(readFileSync(own));
    // A collection (.ttc) has no glyphs of its own.
    if (font.unitsPerEm > 0 && font.hasGlyphForCodePoint(0x4e00)) return plainly(font);
  } catch {
    // Told below: whatever is wrong with it, the file must be replaced.
  }
  throw new PaperSourceBroken(`字库 ${basename(own)}`);
}

/** One glyph per character: no shaping tables are walked, which Chinese does not need and which cost half the time. */
function plainly(font: Font): Font {
  const layout = (text: string): GlyphRun => {
    const run: GlyphRun = { glyphs: [], positions: [], advanceWidth: 0 };
    for (const character of text) {
      const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      run.glyphs.push(glyph);
      run.positions.push({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 });
      run.advanceWidth += glyph.advanceWidth;
    }
    return run;
  };
  return Object.create(font, { layout: { value: layout } }) as Font;
}

/** Width of a text in the unit of `size`. */
export function widthOf(font: Font, text: string, size: number): number {
  let units = 0;
  for (const character of text) units += font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth;
  return (units * size) / font.unitsPerEm;
}

/** Characters of these texts that a face lacks, each once; a line's end is no character. */
export function missingIn(font: Font, texts: Iterable<string>): string[] {
  const missing = new Set<string>();
  for (const text of texts) {
    for (const character of text.replaceAll('\n', ''))
      if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) missing.add(character);
  }
  return [...missing];
}
