import type { BundleChildView, BundleView, ItemDefinition } from '@onewindow/contracts';
import { CASE_STATUS_LABELS, isEnded, type IsoDate, takenChildren } from '@onewindow/domain';
import type { HallCalendar } from '../calendar/index.js';
import { type Case, districtOf, type PauseView, presentClock, presentPause } from '../cases/index.js';
import type { OrganisationSnapshot } from '../organisation/index.js';
import { type Actor, hasRole } from '../platform/index.js';
import type { BundleChildRead, BundleRead } from './bundle-reads.js';

interface BundleStage {
  actor: Actor;
  organisation: OrganisationSnapshot;
  calendar: HallCalendar;
  today: IsoDate;
}

/** How much of the children is shown. */
interface Sight {
  /** Reasons, numbers and results of every child, not of the actor's own alone. */
  whole: boolean;
  /** Their cases can be opened. */
  opens: boolean;
  ownKey: string | null;
}

/**
 * The bundle of a case. The counter and the supervisor see it whole; the department of a child sees the bundle's name and how the others
 * stand, and of its own child everything.
 */
export function presentBundle(row: Case, definition: ItemDefinition, read: BundleRead, stage: BundleStage): BundleView {
  const { parent, ownKey, children } = read;
  const hallId = parent?.hallId ?? row.hallId;
  const opens = seesAll(stage.actor, { hallId, districtCode: row.districtCode });
  const sight = { opens, whole: parent === null || opens, ownKey };
  return {
    role: parent === null ? 'parent' : 'child',
    itemName: parent?.itemName ?? row.itemName,
    caseId: parent === null ? row.id : opens ? parent.id : null,
    caseNo: parent === null ? row.caseNo : opens ? parent.caseNo : null,
    ownKey,
    children: children.length > 0 ? presentBundleChildren(children, stage, sight) : planned(row, definition, stage.organisation),
  };
}

/** R11: the receiving hall, and the supervisor of the district. */
function seesAll(actor: Actor, place: { hallId: string; districtCode: string }): boolean {
  return (
    (hasRole(actor, 'clerk') && actor.hallId === place.hallId) || (hasRole(actor, 'supervisor') && districtOf(actor) === place.districtCode)
  );
}

/** Children of an accepted bundle, in their order. */
export function presentBundleChildren(
  children: readonly BundleChildRead[],
  { organisation, calendar, today }: Omit<BundleStage, 'actor'>,
  { whole, opens, ownKey }: Sight,
): BundleChildView[] {
  return children.map((child): BundleChildView => {
    const isSeen = whole || child.childKey === ownKey;
    const clock = { start: child.acceptedOn, due: child.promisedDue, provisional: child.promisedProvisional ?? false, pauses: child.halts };
    return {
      key: child.childKey,
      name: child.itemName,
      department: organisation.departmentRef(child.departmentId),
      state: child.state,
      after: child.waitsFor,
      promisedLimit: null,
      caseId: opens || child.childKey === ownKey ? child.childCaseId : null,
      caseNo: isSeen ? child.caseNo : null,
      clock: child.state === 'open' ? presentClock(clock, today, calendar) : null,
      paused: child.state === 'open' ? pauseOf(presentPause(child.halts, today, calendar)) : null,
      reason: isSeen ? child.reason : null,
      result: isSeen ? resultOf(child) : null,
      openedAt: child.openedAt?.toISOString() ?? null,
      endedAt: child.endedAt?.toISOString() ?? null,
    };
  });
}

/** Each case has clocks of its own (R1.5): a child that stands still holds up nobody else's, the bundle's included. */
function pauseOf(pause: PauseView | null): BundleChildView['paused'] {
  return pause === null ? null : { label: pause.label, until: pause.until };
}

function resultOf({ resultName, resultNumber, denial, fileId, place }: BundleChildRead): BundleChildView['result'] {
  return resultName === null || resultNumber === null
    ? null
    : { name: resultName, number: resultNumber, denial: denial === true, fileId, place };
}

/** The children that the answers take: to come after the acceptance, and never where the bundle ended before it. */
function planned(row: Case, { bundle }: ItemDefinition, organisation: OrganisationSnapshot): BundleChildView[] {
  const all = bundle?.children ?? [];
  const lead = organisation.departmentRef(row.departmentId);
  const isOver = isEnded(row.status);
  return takenChildren(all, { answers: row.answers, form: row.form }).map(({ key, after, slice }): BundleChildView => {
    const department = organisation.departmentByCode(slice?.departmentCode ?? '');
    return {
      key,
      name: slice?.name ?? key,
      department: department ? organisation.departmentRef(department.id) : lead,
      state: isOver ? 'cancelled' : null,
      after: [...after],
      promisedLimit: slice?.promisedLimit ?? null,
      caseId: null,
      caseNo: null,
      clock: null,
      paused: null,
      reason: isOver ? `一件事${CASE_STATUS_LABELS[row.status]}` : null,
      result: null,
      openedAt: null,
      endedAt: isOver ? (row.concludedAt?.toISOString() ?? null) : null,
    };
  });
}
