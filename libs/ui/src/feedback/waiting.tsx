import { formatCount } from '../format/format.js';
import { useDelayed } from '../hooks/use-delayed.js';
import './waiting.css';

export interface SkeletonRowsProps {
  /** How many rows of the list fit; about as many as will come. */
  rows?: number;
  /** Height of one real row in px, so that nothing moves when the list arrives. */
  rowHeight?: number;
  /** Blocks at the right of each row: the columns of clocks. */
  blocks?: number;
  /** What is being fetched, read aloud: 办件列表. */
  label?: string;
}

/** A lower row has one line of words. */
const TWO_LINES_PX = 38;

/** Past 300 ms: grey bars at the height of the real rows; past 3 s what is being fetched, too. Before that, nothing, so quick answers don't flicker. */
export function SkeletonRows({ rows = 6, rowHeight = 40, blocks = 2, label = '列表' }: SkeletonRowsProps) {
  const shown = useDelayed(true, 300);
  return (
    <div className="ow-skeleton" role="status" aria-label={`正在取${label}`} style={{ height: rows * rowHeight }}>
      {shown
        ? Array.from({ length: rows }, (_, i) => (
            <div key={i} className="ow-skeleton-row" style={{ height: rowHeight }}>
              <span className="ow-skeleton-lines">
                <span />
                {rowHeight < TWO_LINES_PX ? null : <span />}
              </span>
              {Array.from({ length: blocks }, (_unused, b) => (
                <span key={b} className="ow-skeleton-block" />
              ))}
            </div>
          ))
        : null}
      <SlowProgress doing={`正在取${label}`} />
    </div>
  );
}

export interface SlowProgressProps {
  /** What is happening: 正在改派. */
  doing: string;
  done?: number;
  total?: number;
  /** A way to go on working meanwhile: 后台继续. */
  onBackground?: () => void;
  /** Milliseconds before it shows; 3 s by default, 0 where it is known to take long. */
  after?: number;
}

/** Past 3 s: what is happening, how far it is, and a way to go on. */
export function SlowProgress({ doing, done, total, onBackground, after = 3000 }: SlowProgressProps) {
  const elapsed = useDelayed(true, after);
  if (!elapsed && after > 0) return null;
  const counted = done !== undefined && total !== undefined && total > 0;
  return (
    <div className="ow-progress">
      <div className="ow-progress-words">
        <span>{counted ? `${doing}，已完成 ${formatCount(done)}/${formatCount(total)}` : doing}</span>
        {onBackground ? (
          <button type="button" className="ow-link ow-small" onClick={onBackground}>
            后台继续
          </button>
        ) : null}
      </div>
      <div
        className="ow-progress-track"
        role="progressbar"
        aria-label={doing}
        aria-valuemin={0}
        {...(counted ? { 'aria-valuenow': done, 'aria-valuemax': total } : {})}
      >
        {counted ? <span style={{ width: `${Math.min(100, (done / total) * 100)}%` }} /> : null}
      </div>
    </div>
  );
}
