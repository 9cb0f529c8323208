import type { DeemedCase, Endpoints, ResponseOf } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Chip, formatCaseNo, formatDay, formatMoment, Pane } from '@onewindow/ui';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { DEEMED_SHEET } from './acceptance-sheets.js';
import { itemsOf, Section } from './section.js';

export interface DeemedSectionProps {
  query: UseInfiniteQueryResult<InfiniteData<ResponseOf<Endpoints['listDeemed']>>>;
  /** The one that a message leads to, though the list may not have come so far. */
  further: readonly DeemedCase[];
  row: string | null;
  onRow: (id: string) => void;
  today: IsoDate;
}

/** R2.4: cases that nobody answered within five working days; the law accepted them from their receipt. */
export function DeemedSection({ query, further, row, onRow, today }: DeemedSectionProps) {
  const loaded = itemsOf(query);
  const items = [...loaded, ...further.filter(({ caseId }) => !loaded.some((one) => one.caseId === caseId))];
  return (
    <Section
      title="逾期视为受理"
      order="最近的在前"
      noun="办件"
      items={items}
      rowOf={(one) => ({
        key: one.caseId,
        first: one.title,
        second: `${one.itemName}·${one.department.shortName}·${one.hall.name}`,
        right: <Chip tone="yellow">{`${formatDay(one.receivedOn, today)} 起受理`}</Chip>,
      })}
      row={row}
      onRow={onRow}
      query={query}
      total={query.data?.pages[0]?.total}
      sheet={DEEMED_SHEET}
      empty="没有因逾期视为受理的办件。"
      detail={(shown) => (
        <Pane size="fit" title={shown.title} words={formatCaseNo(shown.caseNo)} right={shown.itemName} inset>
          <dl className="bo-acceptance-facts">
            <dt>收件</dt>
            <dd>{`${formatDay(shown.receivedOn, today)}，${shown.hall.name}`}</dd>
            <dt>应当答复</dt>
            <dd>{`${formatDay(shown.fuseOn, today)} 前`}</dd>
            <dt>系统记入</dt>
            <dd>{`${formatMoment(shown.acceptedAt, today)} 视为受理，受理日 ${formatDay(shown.receivedOn, today)}，已出受理通知书`}</dd>
            <dt>部门</dt>
            <dd>{shown.department.name}</dd>
          </dl>
        </Pane>
      )}
      today={today}
    />
  );
}
