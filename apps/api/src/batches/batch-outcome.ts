/** How far a batch has come, as both its orderer and its supervisor read it. */
export interface BatchOutcome {
  done: number;
  failed: number;
  createdAt: string;
  finishedAt: string | null;
}

/** Counts and times of a batch for the wire. */
export function batchOutcome(
  { createdAt, finishedAt }: { createdAt: Date; finishedAt: Date | null },
  items: readonly { state: 'waiting' | 'done' | 'failed' }[],
): BatchOutcome {
  return {
    done: items.filter(({ state }) => state === 'done').length,
    failed: items.filter(({ state }) => state === 'failed').length,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
