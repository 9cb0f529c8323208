import {
  currentRounds,
  expandRoute,
  isRefusalCurrent,
  isTaskOpen,
  isTaskPassed,
  nextTaskStatus,
  partConflict,
  planAdvance,
  planRetrieve,
  planReturn,
  rerouteKey,
  rerouteRound,
  returnTargets,
  type RouteDefinition,
  type RouteStep,
  type StepState,
  type TaskKind,
  type TaskStatus,
  workBeforeDecision,
} from '../src/index.js';

/** Three approvers and a chief who approves too: the smallest department that can do every step. */
const OFFICERS = ['zhou', 'xie', 'fang', 'luo'] as const;
const isChief = (id: string): boolean => id === 'luo';

interface WalkTask extends StepState {
  kind: TaskKind;
  role: 'approver' | 'chief';
  holder: string | null;
}

/** An invariant; `expect` costs too much where it is asked millions of times. */
function must(holds: boolean, invariant: string): void {
  if (!holds) throw new Error(invariant);
}

/** Something that somebody could do now. */
export interface Move {
  name: string;
  /** Leads towards the decision: these alone must bring any case to its end. */
  forward: boolean;
  run: () => void;
}

/** A case on its route, moved by the same plans by which commands move it; what the database holds is held in memory. */
export class Walk {
  readonly route: RouteDefinition;
  readonly tasks: WalkTask[] = [];
  decided = 0;
  /** Of each step: was it passed, and not taken back since? Kept apart from the rounds, to judge them. */
  readonly arrived = new Set<string>();

  constructor(
    readonly written: RouteDefinition,
    readonly answers: Record<string, boolean>,
  ) {
    this.route = expandRoute(written);
    this.advance();
  }

  get states(): StepState[] {
    return this.tasks;
  }

  get facts() {
    return { answers: this.answers };
  }

  moves(): Move[] {
    if (this.decided > 0) return [];
    return [...this.tasks.flatMap((task) => this.movesOf(task)), ...this.flips()];
  }

  /** Consultations are asked for beside the route by whoever holds a task. */
  private movesOf(task: WalkTask): Move[] {
    const move = (name: string, forward: boolean, run: () => void): Move => ({ name: `${name} ${task.stepKey}`, forward, run });
    if (task.status === 'pooled') {
      const fit = OFFICERS.filter((id) => this.mayDo(task, id));
      const claims = fit.map((id) => move(`claim by ${id}`, true, () => this.set(task, 'claim', id)));
      return [...claims, ...this.deems(task)];
    }
    if (task.status === 'done' && task.kind !== 'reroute' && task.kind !== 'decision') return this.retrievals(task);
    if (task.status !== 'claimed') return [];
    const isDecision = task.kind === 'decision';
    const ends = isDecision && workBeforeDecision(this.tasks).length > 0 ? [] : [move('complete', true, () => this.complete(task))];
    const targets = task.kind === 'reroute' ? [] : returnTargets(this.route, task.stepKey, this.facts);
    const isPart = this.route.steps.some(({ key, part }) => key === task.stepKey && part !== undefined);
    const isOnRoute = this.route.steps.some(({ key }) => key === task.stepKey);
    return [
      ...ends,
      move('release', false, () => this.set(task, 'release', null)),
      ...targets.map((to) => move(`return to ${to}`, false, () => this.giveBack(task, to))),
      ...(isOnRoute && !isPart ? [move('refuse', false, () => this.refuse(task))] : []),
      ...(isOnRoute ? [move('consult', false, () => this.consult())] : []),
      ...this.deems(task),
    ];
  }

  private deems(task: WalkTask): Move[] {
    const waits = this.route.steps.find(({ key }) => key === task.stepKey)?.onSilence !== 'deemedNoObjection';
    if (task.kind !== 'consultation' || waits) return [];
    return [{ name: `silence of ${task.stepKey}`, forward: false, run: () => this.pass(task, 'deem') }];
  }

  private retrievals(task: WalkTask): Move[] {
    const plan = planRetrieve(this.route, this.states, this.facts, task);
    if (!plan.ok) return [];
    const run = (): void => {
      for (const key of plan.close) this.of(key, 'pooled').status = 'waiting';
      task.status = nextTaskStatus(task.status, 'retrieve', task.kind);
      this.arrived.delete(task.stepKey);
    };
    return [{ name: `retrieve ${task.stepKey}`, forward: false, run }];
  }

  /** A correction of the form turns a condition of the route while the case is on its way. */
  private flips(): Move[] {
    return Object.keys(this.answers).map((question) => ({
      name: `flip ${question}`,
      forward: false,
      run: () => {
        this.answers[question] = this.answers[question] !== true;
        this.advance();
      },
    }));
  }

  private mayDo(task: WalkTask, id: string): boolean {
    if (task.role === 'chief' && !isChief(id)) return false;
    const rounds = currentRounds(this.route, this.states, this.facts);
    const current = this.tasks
      .filter((one) => rounds.get(one.stepKey) === one.round && (isTaskPassed(one.status) || one.status === 'claimed'))
      .map(({ stepKey, round, holder }) => ({ stepKey, round, staffId: holder }));
    return partConflict({ route: this.written, task, officer: { id, isChief: isChief(id) }, current }) === null;
  }

  private set(task: WalkTask, action: 'claim' | 'release', holder: string | null): void {
    task.status = nextTaskStatus(task.status, action, task.kind);
    task.holder = holder;
  }

  private complete(task: WalkTask): void {
    if (task.kind === 'reroute') {
      task.status = nextTaskStatus(task.status, 'complete', task.kind);
      const key = task.stepKey.slice('reroute.'.length);
      must(isRefusalCurrent(this.states, key), `${key} is rerouted although it began anew`);
      this.add(key, rerouteRound(this.states, key), 'pooled');
      this.advance();
      return;
    }
    this.pass(task, 'complete');
    if (task.kind === 'decision') this.decided += 1;
  }

  private pass(task: WalkTask, action: 'complete' | 'deem'): void {
    task.status = nextTaskStatus(task.status, action, task.kind);
    this.arrived.add(task.stepKey);
    this.advance();
  }

  private refuse(task: WalkTask): void {
    task.status = nextTaskStatus(task.status, 'refuse', task.kind);
    const key = rerouteKey(task.stepKey);
    const round = this.tasks.filter(({ stepKey }) => stepKey === key).length + 1;
    this.tasks.push({ stepKey: key, round, kind: 'reroute', role: 'approver', status: 'pooled', holder: null });
  }

  private consult(): void {
    const at = this.tasks.filter(({ stepKey }) => stepKey.startsWith('consult.')).length + 1;
    if (at > 3) return;
    this.tasks.push({ stepKey: `consult.${at}`, round: 1, kind: 'consultation', role: 'approver', status: 'pooled', holder: null });
  }

  private giveBack(task: WalkTask, to: string): void {
    const plan = planReturn(this.route, this.states, task.stepKey, to);
    task.status = nextTaskStatus(task.status, 'return', task.kind);
    this.cancel((one) => plan.cancel.includes(one.stepKey) || plan.undone.some((key) => one.stepKey === rerouteKey(key)));
    for (const key of plan.undone) this.arrived.delete(key);
    this.add(to, plan.round, 'pooled');
  }

  private cancel(chosen: (task: WalkTask) => boolean): void {
    for (const task of this.tasks.filter((one) => isTaskOpen(one.status) && chosen(one))) task.status = 'cancelled';
  }

  private advance(): void {
    const plan = planAdvance(this.route, this.states, this.facts);
    this.cancel((task) => plan.drop.includes(task.stepKey));
    for (const { key, round } of plan.lift) this.openTask(key).round = round;
    for (const { key, round } of plan.open) {
      for (const before of this.step(key).after) must(this.hasArrived(before), `${key} began before ${before} had arrived`);
      const waiting = this.tasks.find((task) => task.stepKey === key && task.status === 'waiting');
      if (waiting) must(waiting.round === round, `${key} waits in another round`);
      if (waiting) waiting.status = 'pooled';
      else this.add(key, round, 'pooled');
    }
    if (this.tasks.length === plan.open.length) this.wait();
  }

  /** At acceptance the later steps are written as well: they wait. */
  private wait(): void {
    for (const { key, when } of this.route.steps) {
      const isAsked = when === undefined || this.hasCondition(key);
      if (isAsked && this.tasks.every(({ stepKey }) => stepKey !== key)) this.add(key, 1, 'waiting');
    }
  }

  private add(key: string, round: number, status: TaskStatus): void {
    const { kind, role } = this.step(key);
    this.tasks.push({ stepKey: key, round, kind, role, status, holder: null });
  }

  private step(key: string): RouteStep {
    const step = this.route.steps.find((one) => one.key === key);
    if (!step) throw new Error(`no step ${key}`);
    return step;
  }

  private of(key: string, status: TaskStatus): WalkTask {
    const task = this.tasks.find((one) => one.stepKey === key && one.status === status);
    if (!task) throw new Error(`no ${status} task of ${key}`);
    return task;
  }

  private openTask(key: string): WalkTask {
    const task = this.tasks.find((one) => one.stepKey === key && isTaskOpen(one.status));
    if (!task) throw new Error(`no open task of ${key}`);
    return task;
  }

  private hasCondition(key: string): boolean {
    const { when } = this.step(key);
    return when === undefined || (when as unknown as { question: string }).question in this.answers
      ? this.answers[(when as unknown as { question: string } | undefined)?.question ?? ''] !== false
      : false;
  }

  /** Everything that a step stands for has come: the step itself, or what was before one that is passed over. */
  private hasArrived(key: string): boolean {
    return this.hasCondition(key) ? this.arrived.has(key) : this.step(key).after.every((before) => this.hasArrived(before));
  }

  /** What must hold whatever was done. */
  check(): void {
    const open = this.tasks.filter(({ status }) => isTaskOpen(status));
    const keys = this.tasks.map(({ stepKey, round }) => `${stepKey} ${round}`);
    must(new Set(keys).size === keys.length, 'a round of a step has one task');
    must(new Set(open.map(({ stepKey }) => stepKey)).size === open.length, 'a step has one open task');
    must(this.decided <= 1, 'decided twice');
    if (this.decided === 0)
      return must(
        this.moves().some(({ forward }) => forward),
        'the case sticks',
      );
    must(open.length === 0, 'decided with open work');
    must(
      this.route.steps.every(({ key }) => this.hasArrived(key)),
      'decided before every step had arrived',
    );
    for (const step of this.written.steps.filter((one) => one.reviewers === 2 || one.countersign === true)) this.checkParts(step);
  }

  private checkParts({ key }: RouteStep): void {
    const rounds = currentRounds(this.route, this.states, this.facts);
    const hands = this.route.steps
      .filter((step) => step.key === key || step.part?.of === key)
      .flatMap((step) =>
        this.tasks.filter((task) => task.stepKey === step.key && task.round === rounds.get(step.key) && task.status === 'done'),
      )
      .map(({ holder }) => holder);
    must(new Set(hands).size === hands.length, `${key} was passed twice by one officer`);
  }
}
