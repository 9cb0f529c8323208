const FEN = 100;
const TEN_THOUSAND = 10_000;

/** An amount as people read it: 123456780 → `1,234,567.80`. @param fen whole fen */
export function yuanOf(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / FEN);
  const rest = Math.abs(fen) % FEN;
  return `${fen < 0 ? '-' : ''}${whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')}.${String(rest).padStart(2, '0')}`;
}

/**
 * Reads an amount as people type it: `1,234.5`, full-width digits, `50 万`, with or without 元.
 * @returns whole fen, or null for what is no amount or has a part of a fen
 */
export function parseYuan(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '').replace(/元$/, '');
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?(万?)$/.exec(plain);
  if (!match) return null;
  const [, sign, whole = '0', rest = '', unit] = match;
  const scale = FEN * (unit === '万' ? TEN_THOUSAND : 1);
  const fen = Number(whole) * scale + (Number(rest) * scale) / 10 ** rest.length;
  if (!Number.isSafeInteger(fen)) return null;
  return sign === '-' && fen !== 0 ? -fen : fen;
}
