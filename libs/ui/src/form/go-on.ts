import type { KeyboardEvent } from 'react';

const STOPS = 'input:not([disabled]):not([type="hidden"]), textarea:not([disabled])';

/** Enter in a line of the form goes on to the next one, as Tab does; where Enter chooses or breaks the line it keeps its meaning. */
export function goOnWithEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey || event.nativeEvent.isComposing) return;
  const from = event.target;
  if (!(from instanceof HTMLInputElement) || from.getAttribute('role') === 'combobox') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)];
  const next = stops[stops.indexOf(from) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
}
