import { dateWords, type IsoDate } from '@onewindow/domain';
import './pause-words.css';

/** Why and until when a clock stands still, as the server presents it. */
export interface PauseValue {
  /** 公示, 检测, 专家评审 … */
  label: string;
  until: IsoDate;
  /** Days beyond what was told to the applicant (R3.2); 0 while in time. */
  overrunDays: number;
}

/** The second line of a paused case: 公示，暂停至 11-06; in red 比告知多停 2 天 once it lasts longer than announced. */
export function Paused({ pause, today }: { pause: PauseValue; today: IsoDate }) {
  if (pause.overrunDays > 0) {
    return (
      <span className="ow-paused">
        {pause.label}，<span className="ow-paused-over">比告知多停 {pause.overrunDays} 天</span>
      </span>
    );
  }
  return <span className="ow-paused">{`${pause.label}，暂停至 ${dateWords(pause.until, today)}`}</span>;
}

export interface ProvisionalProps {
  /** The year whose holiday notice is not out; its sentence shows on focus and hover. */
  year?: number;
}

/** R1.2: a date that reaches into a year whose holidays are not published is 暂定; the reason appears on focus. */
export function Provisional({ year }: ProvisionalProps) {
  if (year === undefined) return <span className="ow-provisional">暂定</span>;
  const reason = `${year} 年放假安排未公布`;
  return (
    <span className="ow-provisional-wrap">
      <button type="button" className="ow-provisional" aria-label={`暂定，${reason}`}>
        暂定
      </button>
      <span className="ow-provisional-reason" aria-hidden="true">
        {reason}
      </span>
    </span>
  );
}
