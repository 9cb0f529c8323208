import { type IsoDate, shanghaiDateOf } from '@onewindow/domain';
import { formatMoment } from '../format/format.js';

const KEY = 'ow.last-sign-in';

/** The latest sign-in on this machine: when, and at which counter. Never who: the next person reads it before they sign in. */
interface MachineSignIn {
  at: string;
  place: string | null;
}

/** Keeps that somebody signed in on this machine; without storage the sign-in page says nothing of it. */
export function keepMachineSignIn(at: string, place: string | null): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify({ at, place } satisfies MachineSignIn));
  } catch {
    // Said nothing of, then.
  }
}

/** `10-28 17:46，本机，3 号综合窗口`; null where nobody signed in yet. */
export function machineSignInWords(today: IsoDate): string | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('at' in kept) || typeof kept.at !== 'string') return null;
    if (Number.isNaN(Date.parse(kept.at))) return null;
    const place = 'place' in kept && typeof kept.place === 'string' ? `，${kept.place}` : '';
    return `${formatMoment(kept.at, today)}，本机${place}`;
  } catch {
    return null;
  }
}

/** `11-20 17:46，3 号综合窗口`: the person's own sign-in before this one, wherever it was. */
export function lastSignInWords(last: { at: string; counterName: string | null } | null): string | null {
  if (last === null) return null;
  return `${formatMoment(last.at, shanghaiDateOf(new Date()))}${last.counterName === null ? '' : `，${last.counterName}`}`;
}
