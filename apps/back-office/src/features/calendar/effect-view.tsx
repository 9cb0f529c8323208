import type { CalendarEffect } from '@onewindow/contracts';
import { formatCount } from '@onewindow/ui';

const KIND = { work: '上班', off: '休息' } as const;
const SHOWN_DAYS = 6;

export interface EffectViewProps {
  effect: CalendarEffect;
  /** Of a whole year: days by the names of their holidays, and the edits that stay over it. */
  ofYear?: boolean;
}

/** What a change does, before it is made: days before and after, and how many open cases move. */
export function EffectView({ effect, ofYear = false }: EffectViewProps) {
  const { days, workingDays, openCases, movedCases, settledCases, movedSteps, shifts, keptEdits } = effect;
  const more = days.length - SHOWN_DAYS;
  return (
    <div className="bo-effect" role="status" aria-label="影响">
      <dl>
        <dt>日子</dt>
        <dd>
          {days.length === 0 ? '没有一天变' : `${days.length} 天变`}
          {days.slice(0, SHOWN_DAYS).map(({ day, before, after, name }) => (
            <span
              key={day}
              className="bo-effect-day"
            >{`${day.slice(5)} ${KIND[before]} → ${KIND[after]}${ofYear && name ? ` ${name}` : ''}`}</span>
          ))}
          {more > 0 ? <span className="bo-effect-day">{`还有 ${more} 天`}</span> : null}
        </dd>
        <dt>全年工作日</dt>
        <dd>{`${workingDays.before} → ${workingDays.after}`}</dd>
        <dt>在办 {formatCount(openCases)} 件</dt>
        <dd>
          <strong>{movedCases === 0 ? '没有一件日期变' : `${formatCount(movedCases)} 件日期变`}</strong>
          {movedSteps > 0 ? `，环节 ${formatCount(movedSteps)} 个` : ''}
          {settledCases > 0 ? `；${formatCount(settledCases)} 件日期不变，暂定转为确定` : ''}
        </dd>
        {shifts.length > 0 ? (
          <>
            <dt>承诺到期</dt>
            <dd>
              {shifts.map((shift) => (
                <span key={shift.days} className="bo-effect-day">
                  {`${shift.days > 0 ? `晚 ${shift.days}` : `早 ${-shift.days}`} 天 ${formatCount(shift.cases)} 件`}
                </span>
              ))}
            </dd>
          </>
        ) : null}
        {ofYear && keptEdits > 0 ? (
          <>
            <dt>单日调整</dt>
            <dd>{`${keptEdits} 处，装入后仍然有效`}</dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}
