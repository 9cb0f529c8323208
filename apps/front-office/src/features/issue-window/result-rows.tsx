import { useCommand } from '@onewindow/api-client';
import type { ReadyRow } from '@onewindow/contracts';
import { Button, Chip, formatCaseNo, formatYuan, ListRow, MessageBar } from '@onewindow/ui';
import { Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { PaperMoves } from '../any-hall/index.js';
import { BundleResults } from '../bundles/index.js';
import type { PickupMethod } from '@onewindow/domain';
import { methodProblem } from './delivery.js';
import { canHandOver } from './ready-groups.js';

export interface ResultRowsProps {
  rows: readonly ReadyRow[];
  chosen: readonly ReadyRow[];
  current: ReadyRow | null;
  /** The way that was chosen: what can't go it says so. */
  method: PickupMethod;
  /** False while the keys act in another list. */
  active: boolean;
  onCheck: (caseId: string, on: boolean) => void;
  onCurrent: (caseId: string) => void;
}

/** The results of one applicant: what can be handed over is ticked, what can't says why. */
export function ResultRows({ rows, chosen, current, method, active, onCheck, onCurrent }: ResultRowsProps) {
  return (
    <div role="list">
      {rows.map((row) => {
        const can = canHandOver(row, method);
        const wrongWay = methodProblem(row, method);
        const isChosen = chosen.includes(row);
        const reason = row.problems[0]?.reason ?? wrongWay ?? row.actions.find((a) => a.action === 'handOver')?.reason;
        return (
          <ListRow
            key={row.caseId}
            label={row.itemName}
            checked={isChosen}
            focused={active && row === current && rows.length > 1}
            current={!active && row === current && rows.length > 1}
            {...(can ? {} : { uncheckable: reason ?? '现在不能出件' })}
            onCheck={(on) => onCheck(row.caseId, on)}
            onOpen={() => onCurrent(row.caseId)}
          >
            <div className="fo-result">
              <span>
                <strong>{row.itemName}</strong> {resultWords(row)}
              </span>
              <span className="ow-secondary">
                <Link to={`/cases/${row.caseId}`} className="ow-number">
                  {formatCaseNo(row.caseNo)}
                </Link>{' '}
                {row.department.name}
              </span>
              {row.bundle ? null : row.result.place ? (
                <span className="ow-secondary">{`纸质：${row.result.place}`}</span>
              ) : (
                <span className="ow-secondary">{row.result.electronic || row.result.denial ? '电子件，打印后交付' : '纸质结果'}</span>
              )}
              <BundleResults bundle={row.bundle} />
              <PaperMoves row={row} />
              {row.problems.map((problem) => (
                <span key={problem.code} className="fo-trouble">
                  {problem.reason}
                </span>
              ))}
              {wrongWay === null ? null : <span className="fo-trouble">{wrongWay}</span>}
              {row.feeCents > 0 && !row.feePaid ? <Payment row={row} /> : null}
            </div>
            <span className="fo-result-right">
              {can ? <Chip tone="green">可出件</Chip> : <Chip tone="red">不能出件</Chip>}
              <span className="ow-secondary">{`费用 ${formatYuan(row.feeCents)}${row.feeCents > 0 && row.feePaid ? '，已缴' : ''}`}</span>
            </span>
          </ListRow>
        );
      })}
    </div>
  );
}

/** 卫生许可证，有效期至 2030-11-04. */
function resultWords(row: ReadyRow): string {
  const until = row.result.validUntil ? `，有效期至 ${row.result.validUntil}` : '';
  return `${row.result.name}${until}`;
}

/** R6.1: an unpaid fee is paid here before the result goes out. */
function Payment({ row }: { row: ReadyRow }) {
  const [receiptNo, setReceiptNo] = useState('');
  const pay = useCommand(
    (input: string, keyedBy) => {
      const body = { expectedVersion: row.version, receiptNo: input };
      return api.recordPayment({ params: { id: row.caseId }, body }, keyedBy({ id: row.caseId, body }));
    },
    { onDone: () => void queryClient.invalidateQueries({ queryKey: ['ready'] }) },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    if (receiptNo.trim() !== '') pay.mutate(receiptNo.trim());
  }
  return (
    <form className="fo-payment" onSubmit={submit} onClick={(event) => event.stopPropagation()}>
      <Input
        size="small"
        value={receiptNo}
        maxLength={60}
        aria-label="缴费票据号"
        placeholder="票据号"
        onChange={(event) => setReceiptNo(event.target.value)}
      />
      <Button
        size="small"
        label={`记已缴 ${formatYuan(row.feeCents)}`}
        submit
        disabled={receiptNo.trim() === ''}
        busy={pay.isPending}
        onClick={() => undefined}
      />
      {pay.error ? <MessageBar kind={pay.error.status === 409 ? 'conflict' : 'error'}>{pay.error.message}</MessageBar> : null}
    </form>
  );
}
