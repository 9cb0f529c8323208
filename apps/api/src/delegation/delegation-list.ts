import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { addCalendarDays, DELEGABLE_ROLES, delegationProblem, mayArrangeDelegation, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { StaffNames } from '../organisation/index.js';
import { type Actor, Clock, Database, hasRole } from '../platform/index.js';
import { DelegationNotFound, DelegationNotYours } from './delegation-problems.js';
import { DEPARTMENT_PARTIES, OF_DEPARTMENT, type PartyRow, presentDelegations, STANDING } from './delegation-reads.js';

/** How long what is over stays in sight. */
const SEEN_DAYS = 90;

/** 代理授权 as the department sees it, and who could stand in. */
@Injectable()
export class DelegationList {
  constructor(
    private readonly database: Database,
    private readonly names: StaffNames,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<ResponseOf<typeof endpoints.listDelegations>> {
    const today = shanghaiToday(this.clock.now());
    const [rows, parties] = await Promise.all([
      this.database.query(OF_DEPARTMENT, [actor.departmentId, addCalendarDays(today, -SEEN_DAYS)]),
      this.parties(actor.departmentId),
    ]);
    const all = await presentDelegations(rows, { names: this.names, reader: this.database, actor, today });
    const given = all.filter(({ principal }) => principal.id === actor.staffId);
    const received = all.filter(({ delegate }) => delegate.id === actor.staffId);
    const own = new Set([...given, ...received]);
    const mine = parties.filter((party) => mayArrangeDelegation({ ...actor, id: actor.staffId }, party));
    return {
      given,
      received,
      department: hasRole(actor, 'chief') ? all.filter((one) => !own.has(one)) : [],
      principals: mine
        .sort((a, b) => Number(b.id === actor.staffId) - Number(a.id === actor.staffId))
        .map(({ id, name, staffNo }) => ({ id, name, staffNo })),
      today,
    };
  }

  /** Colleagues with what speaks against each, least loaded first. */
  async candidates(
    actor: Actor,
    { principalId, startsOn, endsOn }: InputOf<typeof endpoints.delegates>['query'],
  ): Promise<ResponseOf<typeof endpoints.delegates>> {
    const today = shanghaiToday(this.clock.now());
    const [parties, standing] = await Promise.all([
      this.parties(actor.departmentId),
      this.database.query(STANDING, [actor.departmentId, today]),
    ]);
    const principal = parties.find(({ id }) => id === principalId);
    if (!principal) throw new DelegationNotFound();
    if (!mayArrangeDelegation({ ...actor, id: actor.staffId }, principal)) throw new DelegationNotYours();
    const others = parties.filter(({ id }) => id !== principalId).sort((a, b) => a.load - b.load || (a.staffNo < b.staffNo ? -1 : 1));
    const asked = (delegate: PartyRow, authority: string | null) =>
      delegationProblem({ principal, delegate, startsOn, endsOn, authority, today, standing });
    const items = others.map((delegate) => {
      const plain = asked(delegate, null);
      const needsAuthority = plain?.code === 'delegation.authority-missing';
      // With the document the person may do; whatever else speaks against them still counts.
      const problem = needsAuthority ? asked(delegate, '授权文书') : plain;
      const { id, name, staffNo, load } = delegate;
      return { id, name, staffNo, load, problem: problem?.reason ?? null, needsAuthority };
    });
    const everywhere = others.map((delegate) => asked(delegate, '授权文书'));
    const [first] = everywhere;
    const shared = first && OF_THE_DAYS.has(first.code) ? first.reason : null;
    return { items, problem: shared };
  }

  private parties(departmentId: string | null): Promise<PartyRow[]> {
    return this.database.query(DEPARTMENT_PARTIES, [departmentId, [...DELEGABLE_ROLES]]);
  }
}

/** Problems of the principal and the days, the same whoever stands in. */
const OF_THE_DAYS: ReadonlySet<string> = new Set([
  'delegation.dates-reversed',
  'delegation.in-the-past',
  'delegation.too-long',
  'delegation.overlaps',
  'delegation.chain',
  'delegation.nothing-to-lend',
]);
