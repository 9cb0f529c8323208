import type { FormCode } from '@onewindow/domain';
import { ReasonNote } from '../../app/reason-note.js';

export interface CodeOverridesProps {
  /** Of other companies, failing their check digit. */
  codes: readonly FormCode[];
  /** Reasons by code. */
  overrides: Readonly<Record<string, string>>;
  editable: boolean;
  onOverride: (code: string, reason: string) => void;
}

/** R8.2: a code that fails may still be genuine: warned of, and let through with a reason that goes on record. */
export function CodeOverrides({ codes, overrides, editable, onOverride }: CodeOverridesProps) {
  // One company may stand in two places: one reason is enough.
  const own = codes.filter(({ code }, at) => codes.findIndex((one) => one.code === code) === at);
  return own.map(({ code, label }) => {
    const reason = overrides[code] ?? null;
    return (
      <ReasonNote
        key={code}
        label={`${label}校验位不符`}
        words={`${label}校验位不符${reason === null ? '。确与执照一致的，写明理由后采用' : '，理由在案'}`}
        reason={reason}
        editable={editable}
        inputLabel={`采用${label}的理由`}
        maxLength={200}
        onReason={(words) => onOverride(code, words)}
      />
    );
  });
}
