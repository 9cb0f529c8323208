import type { PrefilledView } from '@onewindow/contracts';
import {
  type Correction,
  type EarlierForm,
  prefilledValues,
  shanghaiDateOf,
  shanghaiToday,
  type SourcedValue,
  sourcesOf,
} from '@onewindow/domain';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Applicant, FIND_APPLICANT } from '../applicants/index.js';
import { type Case, CaseNotFound, CaseStore } from '../cases/index.js';
import { ItemVersions, type KnownVersion, presentForm } from '../catalogue/index.js';
import { type Actor, Clock, Database, hasRole, sql } from '../platform/index.js';
import { PREFILL_SOURCES_OF_FORMS, type PrefillSource } from './prefill-source.js';

interface EarlierRow {
  itemVersionId: string;
  itemName: string;
  at: Date;
  form: Record<string, unknown>;
  corrections: Record<string, Correction>;
}

/** What was said longer ago than twenty applications is not what is true now. */
const EARLIER_FORMS = sql<EarlierRow>(
  `SELECT item_version_id AS "itemVersionId", item_name AS "itemName", coalesce(received_at, created_at) AS at, form,
          form_corrections AS corrections
   FROM cases WHERE applicant_id = $1 AND id <> $2 AND status <> 'draft' ORDER BY id DESC LIMIT 20`,
);

/** Type once: first values for the form of a case, from its applicant, the registers, licences and earlier cases. */
@Injectable()
export class CasePrefill {
  private readonly logger = new Logger(CasePrefill.name);

  constructor(
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(PREFILL_SOURCES_OF_FORMS) private readonly sources: readonly PrefillSource[],
  ) {}

  /** By field. Nothing but the situation's answers while there is no applicant. @throws CaseNotFound */
  async of(actor: Actor, caseId: string): Promise<Record<string, PrefilledView>> {
    const row = await this.cases.get(actor, caseId);
    // What registers and earlier cases say of a person is for the counter that fills the form, not for every hall that sees the case.
    if (!hasRole(actor, 'clerk') || row.hallId !== actor.hallId) throw new CaseNotFound();
    const today = shanghaiToday(this.clock.now());
    const [version, applicants, rows] = await Promise.all([
      this.versions.get(row.itemVersionId),
      row.applicantId === null ? [] : this.database.query(FIND_APPLICANT, [row.applicantId]),
      row.applicantId === null ? [] : this.database.query(EARLIER_FORMS, [row.applicantId, row.id]),
    ]);
    const [applicant] = applicants;
    const [said, earlier] = await Promise.all([
      applicant ? this.saidBy(version, applicant, today) : {},
      Promise.all(rows.map((one) => this.earlierForm(one))),
    ]);
    const found = prefilledValues({
      itemId: row.itemId,
      form: version.definition.form,
      said: { ...situationSays(row), ...(applicant ? applicantSays(applicant) : {}), ...said },
      earlier,
      context: { today, answers: row.answers, numbers: 'masks', ownNumberMasked: applicant?.identityMasked },
    });
    return found as Record<string, PrefilledView>;
  }

  /** Only the registers that this form names are asked. */
  private async saidBy({ definition }: KnownVersion, applicant: Applicant, today: string): Promise<Record<string, SourcedValue>> {
    const asked = Object.values(definition.form.properties).flatMap(sourcesOf);
    const answers = await Promise.all(
      this.sources
        .filter(({ room }) => asked.some((source) => source.startsWith(room)))
        .map(async (source) => {
          try {
            return await source.say(applicant, today);
          } catch (error) {
            this.logger.warn({ error, room: source.room }, 'a register did not answer');
            return {};
          }
        }),
    );
    return Object.assign({}, ...answers) as Record<string, SourcedValue>;
  }

  private async earlierForm({ itemVersionId, itemName, at, form, corrections }: EarlierRow): Promise<EarlierForm> {
    const version = await this.versions.get(itemVersionId);
    return {
      itemId: version.itemId,
      form: version.definition.form,
      values: presentForm(form),
      corrections,
      note: `${shanghaiDateOf(at)} ${itemName}`,
    };
  }
}

function situationSays({ answers }: Pick<Case, 'answers'>): Record<string, SourcedValue> {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [`situation.${key}`, { value, source: 'situation', note: null }]),
  );
}

/** R10.2: numbers stand masked; handed in again, they are taken from where they are kept. */
function applicantSays(applicant: Applicant): Record<string, SourcedValue> {
  const { name, address, phoneMasked, identityType, identityMasked, representativeName, representativeIdentityMasked } = applicant;
  const values = {
    name,
    address,
    phone: phoneMasked,
    identityNumber: identityMasked,
    'legalRepresentative.name': representativeName,
    'legalRepresentative.identityNumber': representativeIdentityMasked,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): [string, SourcedValue][] =>
      // The code of a company is open, and its mask no value; the counter has it from the applicant's entry.
      value === null || (key === 'identityNumber' && identityType === 'creditCode')
        ? []
        : [[`applicant.${key}`, { value, source: 'applicant', note: null }]],
    ),
  );
}
