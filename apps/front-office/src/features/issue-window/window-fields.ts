import { DELIVERY_LABELS } from '@onewindow/domain';

/** The id of a field, where the list of what is missing jumps to. */
export const collectorFieldId = (field: string) => `fo-collector-${field}`;

const TYPED: ReadonlySet<string> = new Set(['name', 'identityNumber', 'authority', ...Object.keys(DELIVERY_LABELS)]);

/** Enter goes on to the next field that wants typing; where none is left the keyboard leaves the fields, and letters act again. */
export function toNextField(gaps: readonly { key: string }[]): void {
  const gap = gaps.find(({ key }) => TYPED.has(key));
  const element = gap ? document.getElementById(collectorFieldId(gap.key)) : null;
  if (element) element.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** At once, so that what is typed next lands there; after the next frame where the field's column is only being shown. */
export function focusField(field: string): void {
  const id = collectorFieldId(field);
  const focus = () => document.getElementById(id)?.focus();
  focus();
  if (document.activeElement?.id !== id) window.requestAnimationFrame(focus);
}

/**
 * Who goes on by hand while an answer is on its way must not be led away from what they type.
 * @returns whether the keyboard has gone to another field since
 */
export function watchFocus(): () => boolean {
  const from = document.activeElement;
  return () => document.activeElement !== from && document.activeElement !== document.body;
}
