/**
 * Does an officer's region contain another? Codes of administrative divisions: 6 digits to the county, 9 to the street, 12 to the community;
 * trailing zero groups mean "all of it": 440100 contains 440199, 440199 contains 440199001.
 */
export function regionContains(outer: string, inner: string): boolean {
  return inner.startsWith(regionPrefix(outer));
}

function regionPrefix(code: string): string {
  const withoutStreets = code.length > 6 ? code.replace(/(?:000)+$/, '') : code;
  return withoutStreets.length > 6 ? withoutStreets : withoutStreets.replace(/(?:00)+$/, '');
}
