/** The id of a field's input, so that a decision bar or an error can jump there. */
export function fieldId(form: string, name: string): string {
  return `${form}-${name}`;
}

/** Puts the cursor into a field and brings it into view. Says whether it was there. */
export function focusField(form: string, name: string): boolean {
  // A table's first cell goes by the table's own id.
  const input = document.getElementById(fieldId(form, name)) ?? document.getElementById(fieldId(form, name.split('.')[0] ?? name));
  if (!input) return false;
  input.scrollIntoView({ block: 'center' });
  const target = input.matches('[role="radiogroup"]') ? input.querySelector<HTMLElement>('[tabindex="0"]') : input;
  (target ?? input).focus();
  return true;
}
