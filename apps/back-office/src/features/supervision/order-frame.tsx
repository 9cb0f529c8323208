import { Button, Kbd, Pane, useKeys } from '@onewindow/ui';
import { Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { ProblemBar } from '../../app/problem-bar.js';
import type { Order } from './use-order.js';

export interface OrderFrameProps {
  /** With its count, where that is known: 改派 4 件. */
  title: string;
  /** What it is called without; the title where absent. */
  name?: string;
  words?: ReactNode;
  /** 均衡 4 件, 移交 12 件. */
  confirmLabel: string;
  disabled: boolean;
  /** Its reason, its refusal, and reading anew what it would do. */
  order: Order;
  /** What it would do is being read for another choice. */
  isReading?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  /** How it is shared out, above the reason. */
  choice?: ReactNode;
  /** What it would do. */
  children: ReactNode;
}

/** An order to many, docked beside the board: why, what it does to each officer before anything happens, and the one key that does it. */
export function OrderFrame(props: OrderFrameProps) {
  const { title, name = title, words, order, isReading = false, onClose, onConfirm } = props;
  const { reason, problem, unread } = order;
  const missing = order.tried && reason.trim() === '';
  const reasonId = useId();
  useKeys({ Escape: { label: `取消${name}`, run: onClose } }, { title: name, scope: 'pane' });
  const foot = (
    <>
      <span className="ow-small ow-secondary">提交后逐件给出结果</span>
      <span className="bo-spacer" />
      <Button label="取消" onClick={onClose} />
      <Button
        label={props.confirmLabel}
        kind="primary"
        keys="Ctrl+Enter"
        keyScope="pane"
        busy={order.isSending || isReading}
        disabled={props.disabled}
        onClick={onConfirm}
      />
    </>
  );
  return (
    <Pane
      title={title}
      words={words}
      scrolls={false}
      foot={foot}
      right={
        <button type="button" className="bo-plain" aria-label={`取消${name}`} onClick={onClose}>
          <Kbd keys="Escape" />
        </button>
      }
    >
      <div className="bo-reassign-form">
        {props.choice}
        <label className="bo-reassign-label" htmlFor={reasonId}>
          理由 <span aria-hidden="true">*</span>
        </label>
        <span className="bo-field">
          <Input
            id={reasonId}
            value={reason}
            autoFocus
            required
            maxLength={300}
            placeholder="写给转出人和接手人"
            status={missing ? 'error' : ''}
            onChange={(event) => order.onReason(event.target.value)}
          />
          {missing ? <span className="bo-field-error">写理由</span> : null}
        </span>
        <span className="bo-reassign-label">通知</span>
        <span>
          转出人、接手人；<strong>时限不变</strong>，不重新起算
        </span>
      </div>
      {problem ? <ProblemBar problem={problem} onRetry={onConfirm} onRefresh={order.refresh} onClose={order.dismiss} /> : null}
      {unread ? <ProblemBar problem={unread} onRetry={order.refresh} /> : null}
      {props.children}
    </Pane>
  );
}
