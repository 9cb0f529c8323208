/** A phrase takes the place of another phrase; words of one's own stay, and it is put behind them. */
export function withPhrase(written: string, phrase: string, phrases: readonly string[]): string {
  const own = written.trim();
  if (own === '' || phrases.includes(own)) return phrase;
  if (own.endsWith(phrase)) return own;
  return `${own}${/[。；，：！？.;,]$/.test(own) ? '' : '；'}${phrase}`;
}
