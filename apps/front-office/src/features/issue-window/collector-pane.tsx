import type { ReadyRow } from '@onewindow/contracts';
import { maskIdentityNumber, type IsoDate } from '@onewindow/domain';
import { Button, Kbd, Mark, Pane, SegmentedButtons, SignaturePad, useKeys, type SignaturePadHandle } from '@onewindow/ui';
import { Input } from 'antd';
import type { FormEvent, ReactNode, Ref } from 'react';
import { FieldRow } from '../../app/field-row.js';
import { handedOut } from '../bundles/index.js';
import { collectorCheck, type CollectorEntry } from './collector.js';
import { collectorFieldId } from './window-fields.js';

export interface CollectorPaneProps {
  entry: CollectorEntry;
  onChange: (patch: Partial<CollectorEntry>) => void;
  chosen: readonly ReadyRow[];
  today: IsoDate;
  pad: Ref<SignaturePadHandle>;
  onClear: () => void;
  /** Enter: on to what is missing. */
  onNext: () => void;
  /** Where the paper goes, beneath the person. */
  children: ReactNode;
}

/** For a company its legal representative collects in person; anybody else is an agent. */
const relationsFor = (chosen: readonly ReadyRow[]) =>
  [
    { value: 'self', label: chosen[0]?.applicantKind === 'legal' ? '法定代表人' : '本人' },
    { value: 'agent', label: '代理人' },
  ] as const;

/** Who collects: identity and authority checked, what they get, and their signature (R6.1). */
export function CollectorPane({ entry, onChange, chosen, today, pad, onClear, onNext, children }: CollectorPaneProps) {
  const check = collectorCheck(entry, chosen, today);
  useKeys({ Y: { label: '人证一致', run: () => onChange({ compared: !entry.compared }) } }, { title: '核验取件人', scope: 'pane' });
  function next(event: FormEvent) {
    event.preventDefault();
    onNext();
  }
  const text =
    (field: 'name' | 'identityNumber' | 'authority', placeholder?: string) =>
    (ids: { id: string; 'aria-describedby': string | undefined }) => (
      <Input
        {...ids}
        size="small"
        value={entry[field]}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={field === 'authority' ? 200 : 60}
        status={field === 'identityNumber' && check.state === 'bad' && entry.identityNumber.length >= 18 ? 'error' : ''}
        onChange={(event) => onChange({ [field]: event.target.value, ...(field === 'authority' ? {} : { compared: false }) })}
      />
    );
  return (
    <>
      <Pane
        size="fit"
        title="核验取件人"
        right={
          <SegmentedButtons
            label="谁来取"
            options={relationsFor(chosen)}
            value={entry.relation}
            onChange={(relation) => onChange({ relation })}
          />
        }
        inset
      >
        <form className="fo-fields" onSubmit={next} aria-label="取件人">
          <FieldRow label="姓名" id={collectorFieldId('name')} required>
            {text('name')}
          </FieldRow>
          <FieldRow
            label="证件号"
            id={collectorFieldId('identityNumber')}
            required
            note={<IdentityNote check={check} length={entry.identityNumber.length} />}
          >
            {entry.carried
              ? () => (
                  <CarriedNumber
                    number={entry.identityNumber}
                    onChange={() => onChange({ identityNumber: '', carried: false, compared: false })}
                  />
                )
              : text('identityNumber', '刷证、扫码或输入')}
          </FieldRow>
          {entry.relation === 'agent' ? (
            <FieldRow label="授权" id={collectorFieldId('authority')} required>
              {text('authority', '授权委托书，领取许可证件')}
            </FieldRow>
          ) : null}
          <FieldRow label="人证比对">
            {() => (
              <Button
                id={collectorFieldId('compared')}
                size="small"
                label={entry.compared ? '人证一致，已比对' : '人证一致'}
                keys="Y"
                printOnly
                kind={entry.compared ? 'chosen' : 'normal'}
                pressed={entry.compared}
                onClick={() => onChange({ compared: !entry.compared })}
              />
            )}
          </FieldRow>
          <button type="submit" className="ow-visually-hidden" tabIndex={-1}>
            下一项
          </button>
        </form>
      </Pane>
      {children}
      <Pane size="fit" title="交付清单" right={`${chosen.length} 件`} inset>
        {chosen.length === 0 ? <span className="ow-secondary">还没有选结果。</span> : null}
        <ul className="fo-delivery">
          {chosen.flatMap(handedOut).map(({ key, name, number }) => (
            <li key={key}>
              <Mark tone="green" />
              {`${name} 1 份`}
              <span className="ow-secondary ow-small">{number}</span>
            </li>
          ))}
        </ul>
      </Pane>
      <Pane
        title="取件人签名"
        scrolls={false}
        right={
          <>
            <button type="button" className="ow-link" onClick={onClear} disabled={!entry.signed}>
              重签
            </button>
            <Kbd keys="Delete" />
          </>
        }
        foot={<span className="ow-secondary ow-small">签名随交付记录保存</span>}
      >
        <div className="fo-signature" id={collectorFieldId('signature')}>
          <SignaturePad ref={pad} onSignedChange={(signed) => onChange({ signed })} />
        </div>
      </Pane>
    </>
  );
}

/** The applicant of this sitting collects: the number need not be typed again, and is not shown again. */
function CarriedNumber({ number, onChange }: { number: string; onChange: () => void }) {
  return (
    <span className="fo-carried">
      {maskIdentityNumber(number)}
      <span className="ow-secondary ow-small">本次受理的申请人</span>
      <button type="button" className="ow-link ow-small" onClick={onChange}>
        换人
      </button>
    </span>
  );
}

function IdentityNote({ check, length }: { check: ReturnType<typeof collectorCheck>; length: number }) {
  if (check.state === 'empty') return null;
  if (check.state === 'unchecked') return <span className="ow-tertiary">{`已输 ${length} 位，没有校验位`}</span>;
  if (check.state === 'bad' && length < 18) return <span className="ow-tertiary">{`已输 ${length} 位`}</span>;
  return (
    <span className={`fo-check fo-check-${check.state === 'ok' ? 'green' : 'red'}`}>
      <Mark tone={check.state === 'ok' ? 'green' : 'red'} />
      {check.state === 'ok' ? '校验通过' : check.reason}
    </span>
  );
}
