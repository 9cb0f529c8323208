import { dateWords, type IsoDate, type Light } from '@onewindow/domain';
import { Clock } from '../marks/clock.js';
import { type ClockCell, type ClockDayValue, clockMonths, skippedWords } from './clock-months.js';
import './clock-picture.css';

/** Why a clock ends on its day, as the server explains it (R1, R3.2). */
export interface ClockPictureValue {
  start: IsoDate;
  /** Working days, without extensions. */
  limit: number;
  due: IsoDate;
  /** As it lies on the case; another day than `due` where the calendar was changed after the clock had ended. */
  storedDue?: IsoDate;
  remaining: number;
  light: Light;
  today: IsoDate;
  isHalted: boolean;
  provisionalYear: number | null;
  days: readonly ClockDayValue[];
  pauses: readonly { label: string; from: IsoDate; through: IsoDate; isOpen: boolean; days: number; overrunDays: number }[];
  /** Working days by which the case was extended and this clock was not. */
  extendedBeside: number;
  extensions: readonly { days: number; reason: string; document: string; grantedOn: IsoDate }[];
}

export interface ClockPictureProps {
  /** 法定期限, 承诺期限, 环节期限 */
  label: string;
  clock: ClockPictureValue;
  /** The decision has stopped it: nothing is left of it any more. */
  stopped?: boolean;
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** A due date that explains itself: a small calendar of the days that counted and of those that did not, with the reasons below. */
export function ClockPicture({ label, clock, stopped = false }: ClockPictureProps) {
  const { start, due, storedDue = due, today, limit, extensions } = clock;
  const words = (date: IsoDate): string => dateWords(date, today);
  const extended = extensions.reduce((sum, one) => sum + one.days, 0);
  return (
    <div className="ow-clock-picture">
      <p className="ow-clock-picture-sum">
        {label} {limit}
        {extended > 0 ? ` + ${extended}` : ''} 个工作日：{words(start)} 起算，<strong>{words(due)} 到期</strong>
        {stopped ? (
          `，${words(today)} 已决定`
        ) : (
          <>
            {' '}
            <Clock clock={{ remaining: clock.remaining, light: clock.light }} paused={clock.isHalted} />
          </>
        )}
      </p>
      <div className="ow-clock-picture-months">
        {clockMonths(clock.days).map(({ key, title, weeks }) => (
          <table key={key} aria-label={title}>
            <caption>{title}</caption>
            <thead>
              <tr>
                {WEEKDAYS.map((day) => (
                  <th key={day} scope="col">
                    {day}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week, at) => (
                <tr key={at}>
                  {week.map((cell, column) => (
                    <Day key={column} cell={cell} due={due} today={today} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <ul className="ow-clock-picture-why">
        <li>起算日当天不计入；没有计入的：{skippedWords(clock.days) || '无'}。</li>
        {clock.pauses.map((pause) => (
          <li key={`${pause.label}${pause.from}`}>
            ‖ {pause.label} {words(pause.from)} 至 {pause.isOpen ? `${words(pause.through)}（还没有结束）` : words(pause.through)}，停{' '}
            {pause.days} 个工作日
            {pause.overrunDays > 0 ? <span className="ow-clock-picture-over">，比告知多停 {pause.overrunDays} 天</span> : null}
          </li>
        ))}
        {extensions.map((one) => (
          <li key={`${one.grantedOn}${one.document}`}>
            延长 {one.days} 个工作日：{one.reason}（{one.document}，{words(one.grantedOn)}）
          </li>
        ))}
        {clock.extendedBeside > 0 ? (
          <li>本件延长了 {clock.extendedBeside} 个工作日：延长的是承诺和法定期限。环节期限量的是本环节自己的用时，不随之延长。</li>
        ) : null}
        {storedDue === due ? null : (
          <li>登记的到期日是 {words(storedDue)}，和按现在的日历算出的不同：办完的期限不再变动，在办的稍后自动更新。</li>
        )}
        {clock.provisionalYear === null ? null : <li>暂定：{clock.provisionalYear} 年放假安排还没有公布，公布后重新计算。</li>}
      </ul>
    </div>
  );
}

function Day({ cell, due, today }: { cell: ClockCell; due: IsoDate; today: IsoDate }) {
  if (cell === null) return <td />;
  const { date, day } = cell;
  const number = Number(date.slice(8));
  if (day === null) return <td className="ow-clock-day ow-clock-day-outside">{number}</td>;
  const isDue = date === due;
  const classes = ['ow-clock-day', `ow-clock-day-${day.kind}`, isDue ? 'ow-clock-day-due' : '', date === today ? 'ow-clock-day-today' : ''];
  return (
    <td className={classes.filter(Boolean).join(' ')} title={`${date} ${dayWords(day)}${isDue ? '，到期' : ''}`}>
      <span>{number}</span>
      <span>{markOf(day)}</span>
    </td>
  );
}

function dayWords({ kind, count, reason }: ClockDayValue): string {
  if (kind === 'counted') return `第 ${count ?? 0} 天${reason ? `，${reason}` : ''}`;
  return kind === 'paused' ? `${reason ?? ''}，暂停` : (reason ?? '');
}

/** What stands below the number: the count, or why there is none. */
function markOf({ kind, count, reason }: ClockDayValue): string {
  if (kind === 'start') return '起';
  if (kind === 'paused') return '‖';
  if (kind === 'dayOff') return reason === '周末' || reason === null ? '休' : reason.slice(0, 2);
  return String(count ?? '');
}
