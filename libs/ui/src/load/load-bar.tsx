import { formatChange } from '../format/format.js';
import './load-bar.css';

export interface LoadBarProps {
  /** What is done: 改派, 移交, 均衡. */
  verb: string;
  /** The officer. */
  name: string;
  /** Cases on the desk now, and after the action. */
  before: number;
  after: number;
  /** The longest load of the preview, so that all bars share a scale. */
  max: number;
  /** Why the officer is left out, in words. */
  note?: string;
}

/** One officer in a bulk preview: the bar is the load after, the tick the load before. */
export function LoadBar({ verb, name, before, after, max, note }: LoadBarProps) {
  const share = (count: number) => `${max > 0 ? Math.min(100, (count / max) * 100) : 0}%`;
  return (
    <div className="ow-load" role="group" aria-label={`${name}：现有 ${before} 件，${verb}后 ${after} 件`}>
      <span className="ow-load-name">
        {name}
        {note ? <span className="ow-load-note">{note}</span> : null}
      </span>
      <span className="ow-load-track" aria-hidden="true">
        <span className="ow-load-after" style={{ width: share(after) }} />
        <span className="ow-load-before" style={{ left: share(before) }} />
      </span>
      <span className="ow-load-number">{before}</span>
      <span className="ow-load-number ow-load-change">{formatChange(after - before)}</span>
      <span className="ow-load-number ow-load-final">{after}</span>
    </div>
  );
}

/** The heads over the bars, with the legend. */
export function LoadBarHead({ verb }: Pick<LoadBarProps, 'verb'>) {
  return (
    <div className="ow-load ow-load-head" aria-hidden="true">
      <span>承办人</span>
      <span className="ow-load-legend">
        <i className="ow-load-legend-bar" />
        {verb}后
        <i className="ow-load-legend-tick" />
        {verb}前
      </span>
      <span className="ow-load-number">前</span>
      <span className="ow-load-number">增减</span>
      <span className="ow-load-number">后</span>
    </div>
  );
}
