import type { CaseMaterial } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { ActionButton, useNow } from '@onewindow/ui';
import { Input } from 'antd';
import { actionOn } from './deferral-words.js';
import type { Deferral } from './use-deferral.js';
import './deferral.css';

/** The keys of the two verdicts, printed on their buttons. */
export const DEFER_KEY = 'D';
export const PROMISE_KEY = 'P';

export interface DeferralVerdictsProps {
  material: CaseMaterial;
  deferral: Deferral;
  onDefer: () => void;
  onPromise: () => void;
}

/** 容缺 and 承诺 beside 合格 and 有误: what can't be done says why in its own label; a deferred one carries its day. */
export function DeferralVerdicts({ material, deferral, onDefer, onPromise }: DeferralVerdictsProps) {
  const today = shanghaiDateOf(useNow());
  const { view } = deferral;
  if (!view) return null;
  const { code, verdict, dueOn } = material;
  const isDeferred = verdict === 'deferred';
  const commitment = view.materials.find((one) => one.code === code)?.commitment ?? null;
  return (
    <>
      <ActionButton
        action={actionOn(view, code, 'defer')}
        label="容缺"
        reasonAt="label"
        size="small"
        keys={DEFER_KEY}
        printOnly
        kind={isDeferred ? 'chosen' : 'normal'}
        pressed={isDeferred}
        onAct={onDefer}
      />
      {commitment === null ? null : (
        <ActionButton
          action={actionOn(view, code, 'promise')}
          label="承诺"
          reasonAt="label"
          size="small"
          keys={PROMISE_KEY}
          printOnly
          kind={verdict === 'promised' ? 'chosen' : 'normal'}
          pressed={verdict === 'promised'}
          onAct={onPromise}
        />
      )}
      {isDeferred && view.latestOn !== null ? (
        <Input
          type="date"
          size="small"
          className="fo-defer-day"
          aria-label={`${material.name}的补交日`}
          value={dueOn ?? ''}
          min={today}
          max={view.latestOn}
          onChange={(event) => {
            if (event.target.value !== '') deferral.defer(code, event.target.value);
          }}
        />
      ) : null}
    </>
  );
}

/** Under the open material: why its deferral can't stand any more, or what the commitment stands for. */
export function DeferralLine({ material, deferral }: { material: CaseMaterial; deferral: Deferral }) {
  const known = deferral.view?.materials.find((one) => one.code === material.code);
  if (material.verdict === 'deferred' && known?.problem) {
    return <div className="fo-material-line fo-material-defect">{`不能再容缺：${known.problem}`}</div>;
  }
  if (known?.commitment && (material.verdict === 'promised' || material.verdict === 'missing')) {
    return <div className="fo-material-line fo-material-standard">{`承诺代替：${known.commitment}`}</div>;
  }
  return null;
}
