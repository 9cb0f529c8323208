import { showColumn } from '../../app/show-column.js';
import { focusField } from '@onewindow/ui';
import { applicantTargets } from '../identify/index.js';
import { FORM_ID } from '../form/index.js';
import { questionId } from './situation-pane.js';
import type { Missing } from './what-is-missing.js';

/** Puts the cursor where a missing thing is; a material is opened and the letters act on it. */
export function jumpTo(missing: Pick<Missing, 'kind' | 'key'>, openMaterial: (code: string) => void): void {
  switch (missing.kind) {
    case 'applicant':
      showColumn('applicant');
      focusFirst(applicantTargets(missing.key));
      return;
    case 'answer':
      showColumn('applicant');
      focusFirst([questionId(missing.key)]);
      return;
    case 'material':
      leaveInputs();
      openMaterial(missing.key);
      return;
    case 'field':
      focusField(FORM_ID, missing.key);
      return;
  }
}

/** Letters act outside inputs only. */
export function leaveInputs(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function focusFirst(ids: readonly string[]): void {
  for (const id of ids) {
    const element = document.getElementById(id);
    if (!element) continue;
    const inner = element.matches('[role="radiogroup"]') ? element.querySelector<HTMLElement>('[tabindex="0"]') : element;
    inner?.focus();
    return;
  }
}
