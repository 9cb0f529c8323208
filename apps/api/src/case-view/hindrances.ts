import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { type IsoDate, type MissingMaterial, missingFor } from '@onewindow/domain';
import type { Applicant } from '../applicants/index.js';
import type { Case } from '../cases/index.js';
import { type KnownVersion, unanswered } from '../catalogue/index.js';
import { standingHindrances } from './standing-hindrances.js';
import type { MaterialRead } from './case-reads.js';

export type Hindrance = CaseDetail['hindrances'][number];

export interface HindranceInput {
  row: Pick<
    Case,
    'answers' | 'form' | 'formOverrides' | 'agentName' | 'agentValidUntil' | 'duplicateOf' | 'duplicateReason' | 'placeCode' | 'applicantId'
  >;
  version: KnownVersion;
  applicant: Applicant | null;
  materials: readonly MaterialRead[];
  today: IsoDate;
}

/** R2: the materials that hinder acceptance, by the domain's rule. */
export function missingMaterials({
  row,
  version,
  materials,
  today,
}: Pick<HindranceInput, 'version' | 'materials' | 'today'> & { row: Pick<Case, 'answers' | 'form'> }): MissingMaterial[] {
  const states = materials.map((material) => ({
    requirementCode: material.code,
    verdict: material.verdict,
    ...(material.defect === null ? {} : { faultReason: material.defect }),
    validThrough: material.validThrough ?? null,
  }));
  return missingFor(version.definition.materials, states, { answers: row.answers, form: row.form }, today);
}

/** Everything that still hinders acceptance, in the order of the counter's work: applicant, answers, materials, fields. */
export function hindrancesOf(input: HindranceInput): Hindrance[] {
  const { row, version } = input;
  return [
    ...applicantHindrances(version.definition, input.applicant),
    ...standingHindrances(row, version, input.today),
    ...unanswered(version.definition.questions, row.answers).map((question) => ({
      kind: 'answer' as const,
      key: question.key,
      label: question.title,
      reason: '未答',
    })),
    ...missingMaterials(input).map((missing) => ({
      kind: 'material' as const,
      key: missing.code,
      label: missing.name,
      reason: missing.reason,
    })),
    ...version.form
      .problems(row.form, {
        today: input.today,
        answers: row.answers,
        ownNumberMasked: input.applicant?.identityMasked,
        overrides: row.formOverrides,
      })
      .map((problem) => ({
        kind: 'field' as const,
        key: problem.path,
        label: problem.label,
        reason: problem.gravity === 'missing' ? '未填' : problem.reason,
      })),
  ];
}

const KIND_WORDS = { natural: '自然人', legal: '法人' } as const;

function applicantHindrances({ applicantKinds }: ItemDefinition, applicant: Applicant | null): Hindrance[] {
  const hindrance = { kind: 'applicant' as const, key: 'applicant', label: '申请人' };
  if (applicant === null) return [{ ...hindrance, reason: '未填' }];
  if (applicantKinds.includes(applicant.kind)) return [];
  const wanted = applicantKinds.map((kind) => KIND_WORDS[kind]).join('、');
  return [{ ...hindrance, reason: `本事项只受理${wanted}的申请` }];
}
