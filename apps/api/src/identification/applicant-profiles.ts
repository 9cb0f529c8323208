import type { ApplicantProfile, EarlierAgent, EarlierCase } from '@onewindow/contracts';
import { type CaseStatus, type IsoDate, UNDER_WAY_STATUSES, plainNumber } from '@onewindow/domain';
import { Injectable, Logger } from '@nestjs/common';
import { type Applicant, type IdentityType, PersonRegistry, presentRegistry, type RegistryRecord } from '../applicants/index.js';
import { CaseStore } from '../cases/index.js';
import { ApplicantLicences } from '../licences/index.js';
import { type CommandContext, type CommandTx, Database, oneOf, sql } from '../platform/index.js';

type Presented<Row, Instant extends keyof Row> = Omit<Row, Instant> & Record<Instant, Date>;
type EarlierCaseRow = Omit<EarlierCase, 'receivedAt' | 'status'> & { status: CaseStatus; receivedAt: Date | null; hallId: string };
type CountRow = { itemId: string; all: number; received: number; underWay: number };

const UNDER_WAY = `status IN (${oneOf(UNDER_WAY_STATUSES)})`;
/** Drafts are shown in their own hall alone. */
const VISIBLE = `applicant_id = $1 AND (status <> 'draft' OR hall_id = $2)`;
/** The latest, and of each item the latest that is under way: the warning of a twin must not depend on the cut. */
const EARLIER_CASES = sql<EarlierCaseRow>(
  `SELECT id, case_no AS "caseNo", item_name AS "itemName", item_id AS "itemId", status, received_at AS "receivedAt", hall_id AS "hallId"
     FROM (SELECT *, row_number() OVER (ORDER BY id DESC) AS nth,
                  row_number() OVER (PARTITION BY item_id, ${UNDER_WAY} ORDER BY id DESC) AS nth_of_item
             FROM cases WHERE ${VISIBLE}) numbered
    WHERE nth <= 50 OR (nth_of_item = 1 AND ${UNDER_WAY}) ORDER BY id DESC`,
);
const EARLIER_COUNTS = sql<CountRow>(
  `SELECT item_id AS "itemId", count(*)::int AS "all", (count(*) FILTER (WHERE status <> 'draft'))::int AS received,
          (count(*) FILTER (WHERE ${UNDER_WAY}))::int AS "underWay"
     FROM cases WHERE ${VISIBLE} GROUP BY item_id ORDER BY item_id`,
);
/** The latest case of each who acted; drafts that were never received prove nothing. */
const EARLIER_AGENTS = sql<Presented<EarlierAgent, 'lastActedAt'>>(
  `SELECT * FROM (
     SELECT DISTINCT ON (agent_identity_index) id AS "caseId", agent_name AS name, agent_identity_masked AS "identityMasked",
            agent_phone_masked AS "phoneMasked", agent_relation AS relation, agent_authority AS authority, agent_scope AS scope,
            agent_valid_until AS "validUntil", received_at AS "lastActedAt"
       FROM cases WHERE applicant_id = $1 AND agent_identity_index IS NOT NULL AND received_at IS NOT NULL
      ORDER BY agent_identity_index, id DESC
   ) agents ORDER BY "lastActedAt" DESC LIMIT 10`,
);
const NAMESAKES = sql<{ count: number }>(
  `SELECT count(*)::integer AS count FROM applicant WHERE name = $1 AND id IS DISTINCT FROM $2::uuid`,
);

/** Whose profile is asked for: a number that passed its check, and the applicant who is known under it. */
export interface ProfileSubject {
  readonly identityType: IdentityType;
  readonly identityNumber: string;
  readonly applicant: Applicant | null;
}

/** Everything at a glance about who stands there, read side by side. */
@Injectable()
export class ApplicantProfiles {
  private readonly logger = new Logger(ApplicantProfiles.name);

  constructor(
    private readonly database: Database,
    private readonly persons: PersonRegistry,
    private readonly licences: ApplicantLicences,
    private readonly cases: CaseStore,
  ) {}

  /** The caller records that the person was looked up; whose cases of other halls were found by it is recorded here, and opens them (R11). */
  async of(
    tx: CommandTx,
    ctx: CommandContext,
    { identityType, identityNumber, applicant }: ProfileSubject,
    today: IsoDate,
  ): Promise<ApplicantProfile> {
    const { hallId } = ctx.actor;
    const [registry, licences, cases, counts, agents] = await Promise.all([
      this.silentAs(null, 'register', this.persons.find(identityType, identityNumber)),
      this.silentAs([], 'licences', this.licencesOf({ identityType, identityNumber, applicant }, today)),
      applicant === null ? [] : this.database.query(EARLIER_CASES, [applicant.id, hallId]),
      applicant === null ? [] : this.database.query(EARLIER_COUNTS, [applicant.id, hallId]),
      applicant === null ? [] : this.database.query(EARLIER_AGENTS, [applicant.id]),
    ]);
    const name = applicant?.name ?? registry?.name;
    const [namesakes] = name === undefined ? [] : await this.database.query(NAMESAKES, [name, applicant?.id ?? null]);
    this.recordElsewhere(tx, ctx, cases);
    return {
      earlierCases: cases.map(({ hallId: _hall, receivedAt, ...row }) => ({ ...row, receivedAt: receivedAt?.toISOString() ?? null })),
      earlierCounts: countsOf(counts),
      registry: registry && presentRegistry(registry),
      licences,
      earlierAgents: agents.map((row) => ({ ...row, lastActedAt: row.lastActedAt.toISOString() })),
      namesakes: namesakes?.count ?? 0,
      unlikeNames: unlikeNames(applicant, registry),
    };
  }

  private recordElsewhere(tx: CommandTx, ctx: CommandContext, found: readonly EarlierCaseRow[]): void {
    const caseIds = found.filter(({ hallId }) => hallId !== ctx.actor.hallId).map(({ id }) => id);
    if (caseIds.length === 0) return;
    tx.audit({
      action: 'case.looked-up',
      actorId: ctx.actor.staffId,
      ip: ctx.ip,
      subjectType: 'case',
      detail: { by: 'identity', found: caseIds.length, caseIds },
    });
    this.cases.foundByLookUp(tx, ctx.actor, caseIds);
  }

  private licencesOf({ identityType, identityNumber, applicant }: ProfileSubject, today: IsoDate) {
    if (applicant !== null) return this.licences.of(applicant, today);
    return this.licences.ofNumber({ identityType, identityNumber: plainNumber(identityNumber) }, today);
  }

  /** A registry elsewhere that does not answer must not stop the counter: what it knows is typed instead. */
  private async silentAs<T>(none: T, registry: string, asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      this.logger.warn({ error, registry }, 'a registry did not answer');
      return none;
    }
  }
}

function countsOf(rows: readonly CountRow[]): ApplicantProfile['earlierCounts'] {
  const sum = (of: 'all' | 'received') => rows.reduce((total, row) => total + row[of], 0);
  const underWay = rows.flatMap(({ itemId, underWay: count }) => (count > 0 ? [{ itemId, count }] : []));
  return { all: sum('all'), received: sum('received'), underWay };
}

/** One number, two names: somebody typed wrongly, or the name was changed. Blanks and width don't count. */
function unlikeNames(applicant: Applicant | null, registry: RegistryRecord | null): string[] {
  if (applicant === null || registry === null) return [];
  const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');
  return plain(applicant.name) === plain(registry.name) ? [] : [registry.name, applicant.name];
}
