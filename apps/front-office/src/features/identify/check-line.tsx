import { Mark } from '@onewindow/ui';
import type { NumberCheck } from './applicant-entry.js';

/** What the check digit says, in words with shape and colour. */
export function CheckLine({ check, passed = '校验通过' }: { check: NumberCheck; passed?: string }) {
  if (check.state === 'empty') return null;
  const tone = check.state === 'ok' ? 'green' : check.state === 'warn' ? 'yellow' : 'red';
  return (
    <span className={`fo-check fo-check-${tone}`}>
      <Mark tone={tone} />
      <span>{check.state === 'ok' ? passed : check.reason}</span>
    </span>
  );
}
