import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useKeys } from '../keys/use-keys.js';
import './check-list.css';

/** One point to tick. */
export interface CheckPoint {
  key: string;
  /** 消防车通道净宽不小于 4.0 m */
  label: string;
  /** Where to look: 设计方案图 1/4. */
  detail?: string;
  state: 'met' | 'open' | 'unmet';
  /** The word at the right; by default 符合, nothing, 不符合. */
  words?: string;
  tone?: 'green' | 'yellow' | 'red';
}

export interface CheckListProps {
  points: readonly CheckPoint[];
  /** Ticks or unticks a point. */
  onToggle: (key: string, met: boolean) => void;
  label: string;
  /** 空格 ticks the point where the cursor is, ↑↓ move it; false where the screen has other use for these keys. */
  bindKeys?: boolean;
  disabled?: boolean;
  footer?: ReactNode;
}

const WORDS = { met: '符合', open: '', unmet: '不符合' } as const;
const TONES = { met: 'green', open: 'yellow', unmet: 'red' } as const;

/** Review points to tick, each with where to look: 空格 ticks and goes on to the next. */
export function CheckList({ points, onToggle, label, bindKeys = true, disabled = false, footer }: CheckListProps) {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      points.findIndex((point) => point.state !== 'met'),
    ),
  );
  const cursor = Math.min(at, points.length - 1);
  const move = (step: number) => setAt(Math.max(0, Math.min(points.length - 1, cursor + step)));
  const tick = () => {
    const point = points[cursor];
    if (!point || disabled) return;
    onToggle(point.key, point.state !== 'met');
    if (point.state !== 'met') move(1);
  };
  useKeys({ Space: { label: '核对审查要点', run: tick } }, { title: label, scope: 'pane', enabled: bindKeys && points.length > 0 });

  return (
    <div className="ow-check-list">
      <ul aria-label={label}>
        {points.map((point, index) => (
          <li key={point.key} className={index === cursor && bindKeys ? 'ow-check-point ow-row-focus' : 'ow-check-point'}>
            <Checkbox
              checked={point.state === 'met'}
              indeterminate={point.state === 'unmet' || (point.state === 'open' && point.words !== undefined)}
              disabled={disabled}
              onFocus={() => setAt(index)}
              onChange={(event) => onToggle(point.key, event.target.checked)}
            >
              <span className="ow-check-words">
                <span>{point.label}</span>
                {point.detail ? <span className="ow-check-detail">{point.detail}</span> : null}
              </span>
            </Checkbox>
            <span className={`ow-check-state ow-check-${point.tone ?? TONES[point.state]}`}>{point.words ?? WORDS[point.state]}</span>
          </li>
        ))}
      </ul>
      {footer}
    </div>
  );
}
