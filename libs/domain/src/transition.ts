/**
 * One row of R11: an action leads from some states to one state, done by some actors.
 * `S` are the statuses, `B` the kinds of actor that the table knows.
 */
export interface Transition<S extends string, B extends string> {
  readonly label: string;
  readonly from: readonly S[];
  readonly to: S;
  readonly by: readonly B[];
}

/** A table of R11: every action with its row. */
export type TransitionTable<A extends string, S extends string, B extends string> = Readonly<Record<A, Transition<S, B>>>;

/** What the server tells a screen about one action; an impossible one carries its reason in Chinese. */
export interface ActionOffer<A extends string> {
  action: A;
  allowed: boolean;
  reason?: string;
}
