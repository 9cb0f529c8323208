import type { ClockView } from '@onewindow/contracts';
import type { ActionOffer, IsoDate, TaskAction, TaskActionInput } from '@onewindow/domain';
import type { HallCalendar } from '../calendar/index.js';
import { presentClock, type StoredClock } from '../cases/index.js';

/** What the rows of one page have in common is worked out once: the work of a desk ends on the same days and may do the same things. */
export class PageMemory {
  private readonly clocks = new Map<string, ClockView | null>();
  private readonly offers = new Map<string, ActionOffer<TaskAction>[]>();

  constructor(
    readonly today: IsoDate,
    readonly calendar: HallCalendar,
  ) {}

  /** What remains on a clock; pauses are the case's own, so a clock with one is worked out for itself. */
  clock(clock: StoredClock): ClockView | null {
    if (clock.due === null) return null;
    if (clock.pauses && clock.pauses.length > 0) return presentClock(clock, this.today, this.calendar);
    const key = `${clock.start}/${clock.due}/${clock.provisional}`;
    let view = this.clocks.get(key);
    if (view === undefined) {
      view = presentClock(clock, this.today, this.calendar);
      this.clocks.set(key, view);
    }
    return view;
  }

  /** The actions for everything that the rules ask about; the actor is the page's own. */
  actions(input: TaskActionInput, work: () => ActionOffer<TaskAction>[]): ActionOffer<TaskAction>[] {
    const key = keyOf(input);
    let offers = this.offers.get(key);
    if (offers === undefined) {
      offers = work();
      this.offers.set(key, offers);
    }
    return offers;
  }
}

/** Since when one holds one's own work plays no part: only a colleague's name and hour are told. */
function keyOf({ status, kind, actor, task, holder, facts, principal }: TaskActionInput): string {
  const isOwn = actor !== 'system' && holder?.id === actor.id;
  const held = holder === null || isOwn ? holder?.id : `${holder.id} ${holder.name} ${holder.claimedAt}`;
  return [status, kind, held, principal?.id, ...Object.values(task), ...Object.values(facts)].join('\n');
}
