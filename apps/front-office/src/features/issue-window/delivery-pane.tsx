import { DELIVERY_LABELS, type DeliveryField, deliveryFields, SHORTEST_TRACKING_NUMBER } from '@onewindow/domain';
import { formatTime, Mark, Pane } from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import type { FormEvent } from 'react';
import { FieldRow } from '../../app/field-row.js';
import { type DeliveryEntry, deliveryGaps, putThereToday } from './delivery.js';
import { todayQuery } from './ready.queries.js';
import { collectorFieldId } from './window-fields.js';

export interface DeliveryPaneProps {
  entry: DeliveryEntry;
  /** Is the address the applicant's own, as told at the counter? */
  isOnRecord: boolean;
  onChange: (patch: Partial<DeliveryEntry>) => void;
  /** Enter: on to what is missing. */
  onNext: () => void;
}

const TITLES = { post: '邮寄', cabinet: '自助柜' } as const satisfies Record<Exclude<DeliveryEntry['method'], 'window'>, string>;

const LONGEST = { carrier: 40, trackingNo: 40, address: 200, cabinet: 40, box: 20 } as const satisfies Record<DeliveryField, number>;
const HINTS: Partial<Record<DeliveryField, string>> = { trackingNo: '扫面单，或照面单输入', cabinet: '1 号柜', box: '12 格' };

const ON_RECORD = <span className="ow-tertiary">登记的地址，问清后寄</span>;

/** R6.2: where the paper goes that is not taken at the window. */
export function DeliveryPane({ entry, isOnRecord, onChange, onNext }: DeliveryPaneProps) {
  const today = useInfiniteQuery(todayQuery());
  if (entry.method === 'window') return null;
  const title = TITLES[entry.method];
  const gaps = deliveryGaps(entry);
  const before = putThereToday(entry, today.data?.pages.flatMap(({ items }) => items) ?? []);
  function noteOn(field: DeliveryField) {
    if (field === 'address' && isOnRecord) return ON_RECORD;
    if (field === 'box' && before) return <BoxUsed at={before.at} resultName={before.resultName} />;
    return <FieldFault typed={entry[field]} fault={gaps.find(({ key }) => key === field)?.fault ?? null} />;
  }
  function next(event: FormEvent) {
    event.preventDefault();
    onNext();
  }
  return (
    <Pane size="fit" title={title} right="写明去处，可查" inset>
      <form className="fo-fields" onSubmit={next} aria-label={title}>
        {deliveryFields(entry.method).map((field) => (
          <FieldRow key={field} label={DELIVERY_LABELS[field]} id={collectorFieldId(field)} required note={noteOn(field)}>
            {(ids) => (
              <Input
                {...ids}
                size="small"
                value={entry[field]}
                placeholder={HINTS[field]}
                autoComplete="off"
                maxLength={LONGEST[field]}
                data-ow-scan={field === 'trackingNo' ? true : undefined}
                onChange={(event) => onChange({ [field]: event.target.value })}
              />
            )}
          </FieldRow>
        ))}
        <button type="submit" className="ow-visually-hidden" tabIndex={-1}>
          下一项
        </button>
      </form>
    </Pane>
  );
}

/** Whether a box was emptied nobody tells the hall; two papers in one are a lost paper. */
function BoxUsed({ at, resultName }: { at: string; resultName: string }) {
  return (
    <span className="fo-check fo-check-yellow">
      <Mark tone="yellow" />
      {`${formatTime(at)} 放过${resultName}，看清已经取走`}
    </span>
  );
}

function FieldFault({ typed, fault }: { typed: string; fault: string | null }) {
  if (fault === null) return null;
  if (typed.trim().length < SHORTEST_TRACKING_NUMBER) return <span className="ow-tertiary">{`已输 ${typed.trim().length} 位`}</span>;
  return (
    <span className="fo-check fo-check-red">
      <Mark tone="red" />
      {fault}
    </span>
  );
}
