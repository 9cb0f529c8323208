import type { ApplicantProfile, EarlierAgent, EarlierCase } from '@onewindow/contracts';
import type { CaseStatus, IsoDate } from '@onewindow/domain';
import { Injectable, Logger } from '@nestjs/common';
import {
  type Applicant,
  type IdentityType,
  PersonRegistry,
  plainNumber,
  presentRegistry,
  type RegistryRecord,
} from '../applicants/index.js';
import { ApplicantLicences } from '../licences/index.js';
import { Database, sql } from '../platform/index.js';

type Presented<Row, Instant extends keyof Row> = Omit<Row, Instant> & Record<Instant, Date>;
type EarlierCaseRow = Omit<EarlierCase, 'receivedAt' | 'status'> & { status: CaseStatus; receivedAt: Date | null };

const EARLIER_CASES = sql<EarlierCaseRow>(
  `SELECT id, case_no AS "caseNo", item_name AS "itemName", item_id AS "itemId", status, received_at AS "receivedAt"
   FROM cases WHERE applicant_id = $1 AND (status <> 'draft' OR hall_id = $2) ORDER BY id DESC LIMIT 50`,
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
  ) {}

  /** @param hallId the clerk's: drafts are shown in their own hall alone */
  async of({ identityType, identityNumber, applicant }: ProfileSubject, hallId: string | null, today: IsoDate): Promise<ApplicantProfile> {
    const [registry, licences, cases, agents] = await Promise.all([
      this.silentAs(null, 'register', this.persons.find(identityType, identityNumber)),
      this.silentAs([], 'licences', this.licencesOf({ identityType, identityNumber, applicant }, today)),
      applicant === null ? [] : this.database.query(EARLIER_CASES, [applicant.id, hallId]),
      applicant === null ? [] : this.database.query(EARLIER_AGENTS, [applicant.id]),
    ]);
    const name = applicant?.name ?? registry?.name;
    const [namesakes] = name === undefined ? [] : await this.database.query(NAMESAKES, [name, applicant?.id ?? null]);
    return {
      earlierCases: cases.map((row) => ({ ...row, receivedAt: row.receivedAt?.toISOString() ?? null })),
      registry: registry && presentRegistry(registry),
      licences,
      earlierAgents: agents.map((row) => ({ ...row, lastActedAt: row.lastActedAt.toISOString() })),
      namesakes: namesakes?.count ?? 0,
      unlikeNames: unlikeNames(applicant, registry),
    };
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

/** One number, two names: somebody typed wrongly, or the name was changed. Blanks and width don't count. */
function unlikeNames(applicant: Applicant | null, registry: RegistryRecord | null): string[] {
  if (applicant === null || registry === null) return [];
  const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');
  return plain(applicant.name) === plain(registry.name) ? [] : [registry.name, applicant.name];
}
