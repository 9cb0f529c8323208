import { parseCaseNo, readScan, type IsoDate } from '@onewindow/domain';

/** What is wrong with a number that nobody can have: one digit misread is not told as “no result”. Null for what can be looked up. */
export function codeFault(code: string, today: IsoDate): string | null {
  const bare = code.replace(/\s/g, '');
  // A digit too few or too many is still meant as a case number.
  if (/^\d{19,23}$/.test(bare)) {
    const read = parseCaseNo(bare);
    return read.ok ? null : read.reason;
  }
  const scan = readScan(code, today);
  return 'check' in scan && scan.check.state === 'bad' ? scan.check.reason : null;
}
