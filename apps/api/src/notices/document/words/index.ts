import type { IssuedKind } from '../../notice-kinds.js';
import { acceptance } from './acceptance.js';
import { bundleOutcome } from './bundle-outcome.js';
import { commitment } from './commitment.js';
import { deferral } from './deferral.js';
import { decision, decline, termination, withdrawal } from './endings.js';
import { paperTransfer } from './paper-transfer.js';
import { extension } from './extension.js';
import type { NoticeWords } from './phrases.js';
import { receipt } from './receipt.js';
import { specialProcedure } from './special-procedure.js';
import { supplement } from './supplement.js';
import { takeIn } from './take-in.js';

/** The words of every kind. A new kind: its file here, its title and mark in `notice-kinds.ts`, its facts in `notice-facts.ts`. */
export const NOTICE_WORDS = {
  receipt,
  takeIn,
  acceptance,
  deferral,
  commitment,
  supplement,
  specialProcedure,
  extension,
  decline,
  withdrawal,
  termination,
  decision,
  bundleOutcome,
  paperTransfer,
} as const satisfies Record<IssuedKind, NoticeWords>;
