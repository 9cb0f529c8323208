import type { ReadyRow } from '@onewindow/contracts';
import { type IsoDate, paperDate } from '@onewindow/domain';
import { formatCaseNo } from '@onewindow/ui';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { handedOut } from '../bundles/index.js';
import { useSession } from '../session/index.js';
import type { DeliveryEntry } from './delivery.js';

export interface DeliverySlipProps {
  rows: readonly ReadyRow[];
  entry: DeliveryEntry;
  /** Whose name is on the parcel or on the box. */
  recipient: string;
  today: IsoDate;
  onPrinted: () => void;
}

/** 面单, on paper alone: what lies in the parcel and whither it goes, or in which box of the cabinet it lies. Printed when it is there, then gone. */
export function DeliverySlip({ rows, entry, recipient, today, onPrinted }: DeliverySlipProps) {
  const { staff, counter } = useSession();
  useEffect(() => {
    window.print();
    onPrinted();
  }, [onPrinted]);
  const isParcel = entry.method === 'post';
  const facts = isParcel
    ? [
        ['收件人', recipient],
        ['收件地址', entry.address],
        ['承运单位', entry.carrier],
        ['邮件号', entry.trackingNo],
      ]
    : [
        ['取件人', recipient],
        ['柜号', entry.cabinet],
        ['格号', entry.box],
      ];
  return createPortal(
    <article className="fo-delivery-slip" aria-hidden>
      <h1>{isParcel ? '邮寄面单' : '自助柜存件单'}</h1>
      <dl>
        {facts.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>{isParcel ? '寄件' : '存件'}</dt>
          <dd>{`${counter?.hallName ?? staff.hall?.name ?? ''}，${staff.name}，${paperDate(today)}`}</dd>
        </div>
      </dl>
      <table>
        <thead>
          <tr>
            {['内件', '文号', '受理编号'].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            handedOut(row).map(({ key, name, number }) => (
              <tr key={key}>
                <td>{name}</td>
                <td>{number}</td>
                <td>{formatCaseNo(row.caseNo)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </article>,
    document.body,
  );
}
