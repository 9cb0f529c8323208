import type { ApplicantInput } from '@onewindow/contracts';
import { SegmentedButtons } from '@onewindow/ui';
import { Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { IDENTITY_TYPE_LABELS, identityTypesFor, type ApplicantEntry } from './applicant-entry.js';
import { checkNumber, phoneFault } from './applicant-entry.js';
import { applicantFieldId } from './applicant-fields.js';
import { CheckLine } from './check-line.js';
import { nameWarning } from './glance-words.js';
import { FieldRow } from '../../app/field-row.js';
import type { useApplicantEntry } from './use-applicant-entry.js';

export interface ApplicantFormProps {
  own: ReturnType<typeof useApplicantEntry>;
  kinds: readonly ApplicantInput['kind'][];
  /** Enter, with nothing lacking. */
  onDone: () => void;
}

const KINDS = { natural: '自然人', legal: '法人' } as const;

/** The applicant being entered: the number first, since it brings the rest along. Enter goes to what lacks, then on. */
export function ApplicantForm({ own, kinds, onDone }: ApplicantFormProps) {
  const { entry, change, check, lookUp, gaps, today } = own;
  const isLegal = entry.kind === 'legal';
  const [typing, setTyping] = useState<keyof ApplicantEntry | null>(null);
  const wrongPhone = phoneFault(entry.phone, typing === 'phone');
  const otherName = nameWarning(entry.name, lookUp.found);
  const registry = lookUp.found?.registry ?? null;
  const lastPhone = lookUp.found?.lastPhoneMasked ? `上次 ${lookUp.found.lastPhoneMasked}` : undefined;
  const legalNumber = registry?.representative?.name === entry.legalName ? registry.representative.identityMasked : null;

  function next(event: FormEvent) {
    event.preventDefault();
    const gap = gaps[0];
    if (gap) document.getElementById(applicantFieldId(gap))?.focus();
    else onDone();
  }

  const text =
    (field: keyof ApplicantEntry, placeholder?: string, inputMode?: 'tel' | 'text') =>
    (ids: { id: string; 'aria-describedby': string | undefined }) => (
      <Input
        {...ids}
        size="small"
        value={entry[field]}
        placeholder={placeholder}
        autoComplete="off"
        {...(inputMode ? { inputMode } : {})}
        onFocus={() => setTyping(field)}
        onBlur={() => setTyping(null)}
        onChange={(event) => change({ [field]: event.target.value })}
      />
    );

  return (
    <form className="fo-fields" onSubmit={next} aria-label="申请人">
      {kinds.length > 1 ? (
        <FieldRow label="类别">
          {() => (
            <SegmentedButtons
              label="申请人类别"
              options={kinds.map((kind) => ({ value: kind, label: KINDS[kind] }))}
              value={entry.kind}
              onChange={(kind) => {
                own.setKind(kind);
                // The number comes next; digits typed outside a field would open materials.
                document.getElementById(applicantFieldId('identityNumber'))?.focus();
              }}
            />
          )}
        </FieldRow>
      ) : null}
      <NumberRow own={own} />
      {check.state === 'warn' ? (
        <FieldRow label="理由" id={applicantFieldId('overrideReason')} required>
          {text('overrideReason', '与执照一致，为何仍可用')}
        </FieldRow>
      ) : null}
      <FieldRow
        label={isLegal ? '名称' : '姓名'}
        id={applicantFieldId('name')}
        required
        note={otherName ? <CheckLine check={otherName} /> : null}
      >
        {text('name')}
      </FieldRow>
      <FieldRow label="手机" id={applicantFieldId('phone')} note={wrongPhone ? <CheckLine check={wrongPhone} /> : null}>
        {text('phone', lastPhone ?? (registry?.phoneMasked ? `登记 ${registry.phoneMasked}` : undefined), 'tel')}
      </FieldRow>
      {isLegal ? (
        <>
          <FieldRow label="法定代表人" id={applicantFieldId('legalName')} required={gaps.includes('legalName')}>
            {text('legalName')}
          </FieldRow>
          <FieldRow
            label="其身份证"
            id={applicantFieldId('legalIdentity')}
            note={entry.legalIdentity.length >= 18 ? <CheckLine check={checkNumber('idCard', entry.legalIdentity, today)} /> : null}
          >
            {text('legalIdentity', legalNumber ? `登记 ${legalNumber}` : undefined)}
          </FieldRow>
        </>
      ) : null}
      <FieldRow label="地址" id={applicantFieldId('address')}>
        {text('address')}
      </FieldRow>
      <button type="submit" className="ow-visually-hidden" tabIndex={-1}>
        记下申请人
      </button>
    </form>
  );
}

function NumberNote({ own }: { own: ApplicantFormProps['own'] }) {
  const { check, entry, lookUp } = own;
  // While the number is being typed its length is not yet wrong.
  if (check.state === 'bad' && entry.identityNumber.replace(/\s/g, '').length < 18) {
    return <span className="ow-tertiary">{`已输 ${entry.identityNumber.replace(/\s/g, '').length} 位`}</span>;
  }
  if (check.state === 'empty') return null;
  if (check.state !== 'ok') return <CheckLine check={check} />;
  if (lookUp.problem) return <CheckLine check={{ state: 'bad', reason: lookUp.problem.message }} />;
  if (lookUp.busy) return <CheckLine check={check} passed="校验通过，正在查以往办件" />;
  if (lookUp.found)
    return (
      <CheckLine
        check={check}
        passed={
          lookUp.found.earlierCounts.received > 0
            ? `校验通过，来过 ${lookUp.found.earlierCounts.received} 次`
            : firstTimeWords(lookUp.found)
        }
      />
    );
  return <CheckLine check={check} />;
}

/** The number brings the rest along: its kind stands in the label's place, so that 18 characters fit. */
function NumberRow({ own }: { own: ApplicantFormProps['own'] }) {
  const { entry, change, check } = own;
  const id = applicantFieldId('identityNumber');
  return (
    <div className="fo-field-row fo-number">
      <Select
        size="small"
        variant="borderless"
        suffixIcon={null}
        className="fo-number-kind"
        aria-label="证件种类"
        value={entry.identityType}
        options={identityTypesFor(entry.kind).map((value) => ({ value, label: IDENTITY_TYPE_LABELS[value] }))}
        onChange={(identityType) => change({ identityType })}
        popupMatchSelectWidth={false}
        tabIndex={-1}
      />
      <Input
        id={id}
        aria-label={`${IDENTITY_TYPE_LABELS[entry.identityType]}号码`}
        aria-describedby={`${id}-note`}
        aria-required
        size="small"
        data-ow-scan
        autoFocus
        value={entry.identityNumber}
        placeholder="扫码或输入"
        autoComplete="off"
        maxLength={40}
        status={check.state === 'bad' && entry.identityNumber.length >= 18 ? 'error' : ''}
        onChange={(event) => change({ identityNumber: event.target.value })}
      />
      <div id={`${id}-note`} className="fo-field-note fo-number-note" role="status">
        <NumberNote own={own} />
      </div>
    </div>
  );
}

function firstTimeWords({ registry }: NonNullable<ApplicantFormProps['own']['lookUp']['found']>): string {
  if (registry === null) return '校验通过，首次来办';
  return registry.state === 'cancelled' ? '校验通过，登记已注销' : '校验通过，登记库有，首次来办';
}
