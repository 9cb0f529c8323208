import { type CommandTx, sql } from '../platform/index.js';

/** A deactivation under way is waited for, and one that comes later waits for the work that is given here, and finds it. */
const HOLD = sql(`SELECT 1 FROM staff WHERE id = $1 AND active FOR SHARE`);

/** Does this officer still work here? True stays true until the transaction ends: work that is given in it lies with nobody who has left. */
export async function staysActive(tx: Pick<CommandTx, 'query'>, staffId: string): Promise<boolean> {
  return (await tx.query(HOLD, [staffId])).length > 0;
}
