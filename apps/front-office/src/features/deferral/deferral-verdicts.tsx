import type { CaseMaterial } from '@onewindow/contracts';
import { dateWords, shanghaiDateOf } from '@onewindow/domain';
import { ActionButton, DayInput, useNow } from '@onewindow/ui';
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
  const { view } = deferral;
  if (!view) return null;
  const { code, verdict } = material;
  const isDeferred = verdict === 'deferred';
  const [defer, promise] = [actionOn(view, code, 'defer'), actionOn(view, code, 'promise')];
  const commitment = view.materials.find((one) => one.code === code)?.commitment ?? null;
  return (
    <>
      <ActionButton
        action={defer}
        label="容缺"
        reasonAt="label"
        size="small"
        {...(defer?.allowed ? { keys: DEFER_KEY } : {})}
        printOnly
        kind={isDeferred ? 'chosen' : 'normal'}
        pressed={isDeferred}
        onAct={onDefer}
      />
      {commitment === null ? null : (
        <ActionButton
          action={promise}
          label="承诺"
          reasonAt="label"
          size="small"
          {...(promise?.allowed ? { keys: PROMISE_KEY } : {})}
          printOnly
          kind={verdict === 'promised' ? 'chosen' : 'normal'}
          pressed={verdict === 'promised'}
          onAct={onPromise}
        />
      )}
    </>
  );
}

export interface DeferralLineProps {
  material: CaseMaterial;
  deferral: Deferral;
  /** Before acceptance the day can be moved. */
  editable: boolean;
}

/** Under the open material: the day of a deferred one and why it can't stand any more, or what a commitment stands for. */
export function DeferralLine({ material, deferral, editable }: DeferralLineProps) {
  const today = shanghaiDateOf(useNow());
  const { view } = deferral;
  const known = view?.materials.find((one) => one.code === material.code);
  const { verdict, code, name, dueOn } = material;
  if (verdict === 'deferred' && editable && view?.latestOn) {
    return (
      <div className="fo-material-line fo-material-standard" onClick={(event) => event.stopPropagation()}>
        <label className="fo-defer-line">
          补交日
          <span className="fo-defer-day">
            <DayInput
              size="small"
              when="left"
              label={`${name}的补交日`}
              value={dueOn ?? null}
              min={today}
              max={view.latestOn}
              onDay={(day) => {
                if (day !== null) deferral.defer(code, day);
              }}
            />
          </span>
          <span>{`最晚 ${dateWords(view.latestOn, today)}，到窗口之日为准`}</span>
        </label>
        {known?.problem ? <span className="fo-material-defect">{`不能再容缺：${known.problem}`}</span> : null}
      </div>
    );
  }
  if (known?.commitment && (verdict === 'promised' || verdict === 'missing')) {
    return (
      <div className="fo-material-line fo-material-standard">
        <span className="fo-commitment">{`${verdict === 'promised' ? '已承诺' : '可以承诺代替'}：${known.commitment}`}</span>
      </div>
    );
  }
  return null;
}
