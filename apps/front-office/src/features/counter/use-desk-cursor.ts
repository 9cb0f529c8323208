import type { CaseDetail } from '@onewindow/contracts';
import type { MaterialFault } from '@onewindow/domain';
import { useCallback, useEffect, useRef } from 'react';
import { wantsVerdict } from './checklist-words.js';
import { jumpTo, leaveInputs } from './jump.js';
import type { ClerkVerdict } from './use-materials.js';
import { nextMissing, type Missing } from './what-is-missing.js';

export interface DeskCursorInput {
  detail: CaseDetail;
  missing: readonly Missing[];
  onOpen: (code: string) => void;
  onJudge: (code: string, verdict: ClerkVerdict, fault?: MaterialFault) => void;
}

type Place = Pick<Missing, 'kind' | 'key'>;

/** Where the clerk is: the focus goes where the next thing is, without being sent there. */
export function useDeskCursor({ detail, missing, onOpen, onJudge }: DeskCursorInput) {
  const latest = useRef({ detail, missing, onOpen, onJudge });
  useEffect(() => {
    latest.current = { detail, missing, onOpen, onJudge };
  });

  const openMaterial = useCallback((code: string) => latest.current.onOpen(code), []);
  const jump = useCallback((to: Place) => jumpTo(to, openMaterial), [openMaterial]);

  /** After something was settled: on to the next missing thing, or out of the inputs so that the letters act. */
  const goOn = useCallback(
    (after?: Place) => {
      const others = latest.current.missing.filter((m) => m.kind !== 'applicant');
      const next = nextMissing(others, after);
      if (next) jump(next);
      else leaveInputs();
    },
    [jump],
  );

  /** A paper is settled: the next unjudged one comes up by itself, after the last one what else is missing. */
  const stepOn = useCallback(
    (code: string) => {
      const { materials } = latest.current.detail;
      const at = materials.findIndex((m) => m.code === code);
      const rest = [...materials.slice(at + 1), ...materials.slice(0, at)];
      const next = rest.find(wantsVerdict);
      if (next) openMaterial(next.code);
      else goOn({ kind: 'material', key: code });
    },
    [goOn, openMaterial],
  );

  /** A verdict; 合格 settles the paper. */
  const judge = useCallback(
    (code: string, verdict: ClerkVerdict, fault?: MaterialFault) => {
      latest.current.onJudge(code, verdict, fault);
      if (verdict === 'qualified') stepOn(code);
    },
    [stepOn],
  );

  return { openMaterial, jump, goOn, judge, stepOn };
}
