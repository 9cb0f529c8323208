import { MissingGlyphs } from './missing-glyphs.js';
import { PaperSourceBroken } from './paper-source-broken.js';

/** Why a document can't be printed and what to do, in Chinese; null for what is no fault of the paper. */
export function problemWords(error: unknown): string | null {
  if (error instanceof MissingGlyphs) {
    const named = error.characters.slice(0, 10).map((one) => `“${one}”（U+${one.codePointAt(0)?.toString(16).toUpperCase() ?? ''}）`);
    return `字库没有${named.join('、')}，未打印。请系统管理员装入有此字的字库，一窗每小时自动再印。`;
  }
  if (error instanceof PaperSourceBroken) return `${error.source}打不开，未打印。请系统管理员换上能用的文件，一窗每小时自动再印。`;
  return null;
}
