import { DELIVERY_LABELS, type DeliveryField, deliveryFields, SHORTEST_TRACKING_NUMBER } from '@onewindow/domain';
import { Mark, Pane } from '@onewindow/ui';
import { Input } from 'antd';
import type { FormEvent } from 'react';
import { FieldRow } from '../../app/field-row.js';
import { type DeliveryEntry, deliveryGaps } from './delivery.js';
import { collectorFieldId } from './window-fields.js';

export interface DeliveryPaneProps {
  entry: DeliveryEntry;
  onChange: (patch: Partial<DeliveryEntry>) => void;
  /** Enter: on to what is missing. */
  onNext: () => void;
}

const TITLES = { post: '邮寄', cabinet: '自助柜' } as const satisfies Record<Exclude<DeliveryEntry['method'], 'window'>, string>;

const LONGEST = { carrier: 40, trackingNo: 40, address: 200, cabinet: 40, box: 20 } as const satisfies Record<DeliveryField, number>;
const HINTS: Partial<Record<DeliveryField, string>> = { trackingNo: '扫面单，或照面单输入', cabinet: '1 号柜', box: '12 格' };

/** R6.2: where the paper goes that is not taken at the window. */
export function DeliveryPane({ entry, onChange, onNext }: DeliveryPaneProps) {
  if (entry.method === 'window') return null;
  const title = TITLES[entry.method];
  const gaps = deliveryGaps(entry);
  function next(event: FormEvent) {
    event.preventDefault();
    onNext();
  }
  return (
    <Pane size="fit" title={title} right="写明去处，可查" inset>
      <form className="fo-fields" onSubmit={next} aria-label={title}>
        {deliveryFields(entry.method).map((field) => (
          <FieldRow
            key={field}
            label={DELIVERY_LABELS[field]}
            id={collectorFieldId(field)}
            required
            note={<FieldFault typed={entry[field]} fault={gaps.find(({ key }) => key === field)?.fault ?? null} />}
          >
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
