import type { ItemDefinition } from '@onewindow/contracts';
import {
  broughtByApplicant,
  type Correction,
  holdsIdentityNumber,
  type IsoDate,
  isRecord,
  maskedAs,
  saysTheSame,
  speaksOfApplicant,
  standingOverrides,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Applicant } from '../applicants/index.js';
import type { Case } from '../cases/index.js';
import { exposedNumbers, type FieldSchema, isSealedField, type KnownVersion, presentValue } from '../catalogue/index.js';
import { Organisation, type OrganisationSnapshot } from '../organisation/index.js';
import { type CommandTx, Sealer, sql } from '../platform/index.js';
import type { DraftEdits } from './draft-edits.js';
import { hasUnknownMasks, storedForm } from './form-intake.js';
import { FormInvalid, IdentityNumberExposed } from './reception-problems.js';

// Read only when a mask came that neither the case nor its applicant explains.
const EARLIER_FORMS = sql<{ form: Record<string, unknown> }>(
  `SELECT form FROM cases WHERE applicant_id = $1 AND id <> $2 AND status <> 'draft' ORDER BY id DESC LIMIT 20`,
);

export interface FormOnDesk {
  row: Pick<Case, 'id' | 'form' | 'formSources' | 'formCorrections' | 'formOverrides'>;
  version: KnownVersion;
  applicant: Applicant | null;
  /** Another person is the applicant from now on: what the one before brought along leaves the form. */
  isReplaced?: boolean;
  /** As they will be stored. */
  answers: Case['answers'];
  today: IsoDate;
}

export interface WrittenForm {
  changes: Partial<Case>;
  /** Titles of the fields whose source was corrected now. */
  corrected: string[];
  /** R8.2: what was let through now; null when nothing was. */
  overridden: { fields: string[]; reason: string } | null;
}

/** Writes the form of a draft: values with where they are from, and what was corrected. Parts that are hidden leave it. */
@Injectable()
export class DraftForms {
  constructor(
    private readonly sealer: Sealer,
    private readonly organisation: Organisation,
  ) {}

  /** @throws FormInvalid, IdentityNumberExposed (422) */
  async write(
    tx: CommandTx,
    on: FormOnDesk,
    edits: Pick<DraftEdits, 'form' | 'formSources' | 'formCorrections' | 'formOverrides'>,
  ): Promise<WrittenForm> {
    const { row, version, answers } = on;
    const typed = edits.form === undefined ? row.form : await this.taken(tx, on, edits.form);
    const sources = edits.formSources ?? row.formSources;
    const foreign = on.isReplaced ? broughtByApplicant(sources).filter((key) => saysTheSame(row.form[key], typed[key])) : [];
    const form = version.form.withoutHidden(without(typed, foreign), answers);
    const changes: Partial<Case> = form === row.form ? {} : { form };
    if (edits.formSources !== undefined || foreign.length > 0) {
      // That a field was emptied by hand is kept too: nothing fills it again.
      const isKnown = ([key]: readonly [string, unknown]) => key in version.definition.form.properties;
      changes.formSources = Object.fromEntries(Object.entries(without(sources, foreign)).filter(isKnown));
    }
    const told = on.isReplaced ? ownCorrections(row, edits.formCorrections) : edits.formCorrections;
    const overridden = overridesOn(on, changes, edits.formOverrides);
    if (told === undefined) return { changes, corrected: [], overridden };
    const corrections = storedCorrections(version.definition.form, told, form);
    const corrected = Object.keys(corrections).filter((key) => !saysTheSame(row.formCorrections[key], corrections[key]));
    if (!saysTheSame(corrections, row.formCorrections)) changes.formCorrections = corrections;
    return { changes, corrected: corrected.map((key) => version.definition.form.properties[key]?.title ?? key), overridden };
  }

  private async taken(tx: CommandTx, on: FormOnDesk, typed: NonNullable<DraftEdits['form']>): Promise<Record<string, unknown>> {
    const { row, version, applicant, answers, today } = on;
    const schema = version.definition.form;
    const hasAddress = Object.values(schema.properties).some(({ type }) => type === 'object');
    const organisation = hasAddress ? await this.organisation.snapshot({}, tx) : null;
    const intake = { sealer: this.sealer, schema, stored: row.form, applicant, regionWords: wordsBy(organisation) };
    let form = storedForm(typed, intake);
    if (applicant !== null && hasUnknownMasks(schema, form)) {
      const earlier = (await tx.query(EARLIER_FORMS, [applicant.id, row.id])).map((one) => one.form);
      form = storedForm(typed, { ...intake, earlier });
    }
    const regions = organisation ? { regions: new Map(organisation.regions.map(({ code, parentCode }) => [code, parentCode])) } : {};
    const unfit = version.form
      .problems(form, { today, answers, ownNumberMasked: applicant?.identityMasked, ...regions })
      .filter((problem) => problem.gravity === 'shape');
    if (unfit.length > 0)
      throw new FormInvalid(unfit.map(({ path, label, reason }) => ({ path: `body.form.${path}`, message: `${label}：${reason}` })));
    const exposed = exposedNumbers(schema, form);
    if (exposed.length > 0) throw new IdentityNumberExposed(exposed);
    return form;
  }
}

function without<T>(all: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return keys.length === 0 ? all : Object.fromEntries(Object.entries(all).filter(([key]) => !keys.includes(key)));
}

/** What a source said of the applicant before is none of the next one's. */
function ownCorrections(
  { formCorrections }: Pick<Case, 'formCorrections'>,
  told: NonNullable<DraftEdits['formCorrections']> = formCorrections as NonNullable<DraftEdits['formCorrections']>,
): NonNullable<DraftEdits['formCorrections']> {
  const isForeign = (key: string) => speaksOfApplicant(told[key]?.source) && saysTheSame(formCorrections[key], told[key]);
  return without(told, Object.keys(told).filter(isForeign));
}

/** What the event tells of codes that were let through: where and why, never which. */
export function overrideFacts(overridden: WrittenForm['overridden']): { overridden?: string[]; overrideReason?: string } {
  return overridden === null ? {} : { overridden: overridden.fields, overrideReason: overridden.reason };
}

/** R8.2: keeps the overrides that the form still stands on; an identity number is no reason (R10.2). @throws IdentityNumberExposed */
function overridesOn(
  { row, version }: FormOnDesk,
  changes: Partial<Case>,
  told: DraftEdits['formOverrides'] = row.formOverrides,
): WrittenForm['overridden'] {
  if (told === row.formOverrides && (changes.form === undefined || Object.keys(told).length === 0)) return null;
  const standing = standingOverrides(version.definition.form, changes.form ?? row.form, told);
  const overrides = Object.fromEntries(standing.map(({ code, reason }) => [code, reason]));
  if (saysTheSame(overrides, row.formOverrides)) return null;
  changes.formOverrides = overrides;
  const added = standing.filter(({ code, reason }) => row.formOverrides[code] !== reason);
  if (added.some(({ reason }) => holdsIdentityNumber(reason))) {
    throw new IdentityNumberExposed([{ key: 'formOverrides', label: '校验位不符的理由' }]);
  }
  if (added.length === 0) return null;
  return { fields: added.flatMap(({ fields }) => fields), reason: added.map(({ reason }) => reason).join('；') };
}

/** 临江区望湖街道, as an address keeps it: regions are renamed, what was written stays. */
function wordsBy(organisation: OrganisationSnapshot | null): (region: string, street: string) => string | null {
  return (region, street) => {
    const district = organisation?.region(region);
    const below = street === '' ? undefined : organisation?.region(street);
    if (!district || (street !== '' && below?.parentCode !== region)) return null;
    return `${district.name}${below?.name ?? ''}`;
  };
}

/** R10.2: corrections of fields that are there and say something else; numbers of persons masked. */
function storedCorrections(
  schema: ItemDefinition['form'],
  told: NonNullable<DraftEdits['formCorrections']>,
  form: Readonly<Record<string, unknown>>,
): Record<string, Correction> {
  return Object.fromEntries(
    Object.entries(told).flatMap(([key, { source, value }]): [string, Correction][] => {
      const field = schema.properties[key];
      if (!field || !(key in form)) return [];
      const original = maskedValue(field, value);
      return saysTheSame(presentValue(form[key]), original, field) ? [] : [[key, { source, value: original }]];
    }),
  );
}

function maskedValue(field: FieldSchema & { items?: ItemDefinition['form']['properties'][string]['items'] }, value: unknown): unknown {
  if (isSealedField(field)) return typeof value === 'string' ? maskedAs(field, value) : null;
  if (!Array.isArray(value)) return value;
  return value.filter(isRecord).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) => {
        const schema = field.items?.properties[column];
        return [column, schema ? maskedValue(schema, cell) : null];
      }),
    ),
  );
}
