/** What is wrong with a material (有误): the version's review points that it fails, and the clerk's own words. */
export interface MaterialFault {
  readonly points: readonly string[];
  readonly words: string;
}

/** A review point says how it should be; the reason says that it is not. */
const failing = (point: string): string => `不符合“${point}”`;

/** R2.3: the fault as the checklist and the notice tell it: 不符合“签名”；不符合“日期”；第三页没有盖章. */
export function faultSentence({ points, words }: MaterialFault): string {
  return [...points.map(failing), words.trim()].filter((part) => part !== '').join('；');
}

/**
 * The fault behind a recorded sentence, to be changed.
 * @param points as they were recorded; null of a row that knows words alone
 */
export function faultOf(sentence: string | null, points: readonly string[] | null): MaterialFault {
  const own = points ?? [];
  let words = sentence ?? '';
  for (const point of own) {
    if (words.startsWith(failing(point))) words = words.slice(failing(point).length).replace(/^；/, '');
  }
  return { points: own, words };
}

/** The points that the version does not ask of this material: a screen with an older version, or no point at all. */
export function unknownPoints(points: readonly string[], asked: readonly string[]): string[] {
  return points.filter((point) => !asked.includes(point));
}

/** The points with one more, or one less, in the version's order. */
export function togglePoint(points: readonly string[], point: string, asked: readonly string[]): string[] {
  const chosen = points.includes(point) ? points.filter((one) => one !== point) : [...points, point];
  return [...asked.filter((one) => chosen.includes(one)), ...chosen.filter((one) => !asked.includes(one))];
}
