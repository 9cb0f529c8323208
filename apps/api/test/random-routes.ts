import type { StepInput } from './review-world.js';

/** The next number below the one given. */
export type Pick = (below: number) => number;

/** The same numbers for the same case of the same seed. */
export function picker(seed: number, at: number): Pick {
  let state = Math.imul(seed + at, 0x9e3779b1);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** A valid route: every step waits for some of those before it, the decision for every branch. */
export function randomRoute(pick: Pick): StepInput[] {
  const steps: StepInput[] = [];
  for (let count = 1 + pick(5), at = 0; at < count; at += 1) {
    const isConsultation = pick(4) === 0;
    const isElsewhere = isConsultation || pick(4) === 0;
    const after = steps.map(({ key }) => key).filter(() => pick(3) === 0);
    steps.push({
      key: `s${at}`,
      name: `环节${at}`,
      kind: isConsultation ? 'consultation' : 'review',
      departmentCode: isElsewhere ? '{other}' : 'lead',
      role: 'approver',
      limit: 2,
      onSilence: isConsultation && pick(2) === 0 ? 'deemedNoObjection' : 'wait',
      after,
      ...(pick(5) === 0 ? { when: { field: 'address', equals: '不存在' } } : {}),
      ...(!isElsewhere && pick(3) === 0 ? { reviewers: 2 as const } : {}),
      ...(!isElsewhere && pick(3) === 0 ? { countersign: true } : {}),
    });
  }
  const ends = steps.filter(({ key }) => !steps.some(({ after }) => after.includes(key))).map(({ key }) => key);
  return [...steps, { ...stepOf('decide', '决定'), kind: 'decision', role: 'chief', after: ends }];
}

function stepOf(key: string, name: string): StepInput {
  return { key, name, kind: 'review', departmentCode: 'lead', role: 'approver', limit: 2, onSilence: 'wait', after: [] };
}
