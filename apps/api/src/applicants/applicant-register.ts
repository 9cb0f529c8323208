import type { applicantInput } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type CommandTx, newId, Sealer, sql } from '../platform/index.js';
import type { Applicant } from './applicant.entity.js';
import { APPLICANT_SELECT } from './applicant-columns.js';
import { PersonFaulty } from './applicant-problems.js';
import { type ApplicantWithTwin, openTwinOf } from './open-twin.js';
import { PersonRegistry } from './registry/person-registry.js';
import { checkNumber, checkPersonNumber, fitsKind, SEALED_COLUMNS, sealNumber, sealPhone } from './person-numbers.js';

type Input = z.output<typeof applicantInput>;
type Author = { readonly staffId: string; readonly ip: string };

// The number is the key: two people of one name never mix, and what is not told anew is kept.
const UPSERT = sql<ApplicantWithTwin & { previousName: string | null }>(
  `INSERT INTO applicant AS a (id, kind, name, identity_type, identity_sealed, identity_index, identity_masked, phone_sealed, phone_index, phone_masked,
     address, representative_name, representative_identity_sealed, representative_identity_index, representative_identity_masked,
     credit_grade, identity_override_reason, created_at, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'B', $16, $17, $17)
   ON CONFLICT (identity_type, identity_index) DO UPDATE SET
     name = excluded.name,
     phone_sealed = coalesce(excluded.phone_sealed, a.phone_sealed),
     phone_index = coalesce(excluded.phone_index, a.phone_index),
     phone_masked = coalesce(excluded.phone_masked, a.phone_masked),
     address = coalesce(excluded.address, a.address),
     representative_name = coalesce(excluded.representative_name, a.representative_name),
     representative_identity_sealed = CASE WHEN excluded.representative_name IS NULL THEN a.representative_identity_sealed ELSE excluded.representative_identity_sealed END,
     representative_identity_index = CASE WHEN excluded.representative_name IS NULL THEN a.representative_identity_index ELSE excluded.representative_identity_index END,
     representative_identity_masked = CASE WHEN excluded.representative_name IS NULL THEN a.representative_identity_masked ELSE excluded.representative_identity_masked END,
     identity_override_reason = excluded.identity_override_reason,
     updated_at = excluded.updated_at
   RETURNING ${APPLICANT_SELECT}, old.name AS "previousName",
     ${openTwinOf('$18::uuid', '$19::uuid')} AS "openTwin"`,
);

/** Keeps applicants: numbers sealed, found again by their keyed index (R8, R10.2). */
@Injectable()
export class ApplicantRegister {
  constructor(
    private readonly sealer: Sealer,
    private readonly registry: PersonRegistry,
  ) {}

  /** `enter` where no case asks for it. */
  async upsert(tx: CommandTx, input: Input, today: IsoDate, actor: Author): Promise<Applicant> {
    return (await this.enter(tx, input, today, actor)).applicant;
  }

  /**
   * Enters an applicant, or brings the known one with this number up to date. Telephone, address and representative are kept when omitted.
   * @param input as the contract lets it through
   * @param actor who enters it, for the audit of a changed name
   * @param on the case that is being made, so that an open one for the same item is found
   * @throws PersonFaulty (422) when a number fails; a credit code that only fails its check digit passes with a reason (R8.2)
   */
  async enter(
    tx: CommandTx,
    typed: Input,
    today: IsoDate,
    actor: Author,
    on: { itemId: string; caseId: string } | null = null,
  ): Promise<{ applicant: Applicant; openTwin: string | null }> {
    const overrideReason = this.check(typed, today);
    const input = typed.fromRegistry === true ? await this.completed(typed) : typed;
    const identity = sealNumber(this.sealer, input.identityNumber, SEALED_COLUMNS.applicantIdentity, input.identityType);
    const phone = input.phone === undefined ? null : sealPhone(this.sealer, input.phone, SEALED_COLUMNS.applicantPhone);
    const legal = input.legalRepresentative;
    const legalNumber =
      legal?.identityNumber === undefined ? null : sealNumber(this.sealer, legal.identityNumber, SEALED_COLUMNS.representativeIdentity);
    const [row] = await tx.query(UPSERT, [
      newId(),
      input.kind,
      input.name,
      input.identityType,
      identity.sealed,
      identity.index,
      identity.masked,
      phone?.sealed ?? null,
      phone?.index ?? null,
      phone?.masked ?? null,
      input.address || null,
      legal?.name ?? null,
      legalNumber?.sealed ?? null,
      legalNumber?.index ?? null,
      legalNumber?.masked ?? null,
      overrideReason,
      tx.now,
      on?.itemId ?? null,
      on?.caseId ?? null,
    ]);
    if (!row) throw new Error('an upsert returned no row');
    const { previousName, openTwin, ...applicant } = row;
    if (previousName !== null && previousName !== row.name) {
      tx.audit({ action: 'applicant.renamed', actorId: actor.staffId, ip: actor.ip, subjectType: 'applicant', subjectId: row.id });
    }
    return { applicant, openTwin };
  }

  /** Numbers that nobody typed, from the register: those of the representative only when it names the same person. */
  private async completed(input: Input): Promise<Input> {
    const { phone, legalRepresentative: legal } = input;
    if (phone !== undefined && (legal === undefined || legal.identityNumber !== undefined)) return input;
    // A register that does not answer hinders nobody: the numbers are then asked for.
    const known = await this.registry.find(input.identityType, input.identityNumber).catch(() => null);
    if (known === null) return input;
    const { representative } = known;
    const number = legal && representative?.name === legal.name ? (legal.identityNumber ?? representative.identity?.plain) : undefined;
    return {
      ...input,
      ...(phone === undefined && known.phone ? { phone: known.phone.plain } : {}),
      ...(legal && number !== undefined ? { legalRepresentative: { ...legal, identityNumber: number } } : {}),
    };
  }

  /** @returns the reason that stands on record for a credit code that fails its check, else null */
  private check(input: Input, today: IsoDate): string | null {
    if (!fitsKind(input.kind, input.identityType)) {
      throw new PersonFaulty([{ path: 'body.applicant.identityType', message: '这类申请人不用这种证件。换一种证件类型' }]);
    }
    const legalNumber = input.legalRepresentative?.identityNumber;
    const legal = legalNumber === undefined ? null : checkPersonNumber(legalNumber, today);
    if (legal && !legal.ok) throw new PersonFaulty([{ path: 'body.applicant.legalRepresentative.identityNumber', message: legal.reason }]);
    const checked = checkNumber(input.identityType, input.identityNumber, today);
    if (checked.ok) return null;
    if (checked.overridable && input.identityOverrideReason) return input.identityOverrideReason;
    const path = checked.overridable ? 'body.applicant.identityOverrideReason' : 'body.applicant.identityNumber';
    throw new PersonFaulty([{ path, message: checked.reason }]);
  }
}
