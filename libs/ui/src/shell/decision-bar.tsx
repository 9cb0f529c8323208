import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useKeys } from '../keys/use-keys.js';
import { Kbd } from '../marks/kbd.js';
import { Mark } from '../marks/mark.js';
import './decision-bar.css';

/** One thing that is missing; pressing it goes there. */
export interface MissingThing {
  key: string;
  /** 3 图纸有误, 4 检测报告未交, 从业人员数. */
  label: string;
  /** ■ wrong, ○ not there yet. */
  kind: 'wrong' | 'absent';
  onJump: () => void;
}

export interface DecisionBarProps {
  /** What hinders the main action; empty when nothing does. */
  missing: readonly MissingThing[];
  /** 差 3 项，不能受理. */
  summary?: string;
  /** What stands there when nothing is missing: 可以受理. */
  ready?: string;
  /** Said beside it: 容缺 1 份，11-05 前补齐. */
  note?: ReactNode;
  /** The actions, always in the same order and places; the main one rightmost. */
  children: ReactNode;
  /** Alt+↓ goes to the next missing thing. */
  bindNext?: boolean;
}

/** The bar under the work: at the left what is missing, each a button that jumps there; at the right the actions in fixed places. */
export function DecisionBar({ missing, summary, ready, note, children, bindNext = true }: DecisionBarProps) {
  const last = useRef<string | null>(null);
  useKeys(
    {
      'Alt+ArrowDown': {
        label: '下一个缺项',
        run: () => {
          const at = missing.findIndex((thing) => thing.key === last.current);
          const next = missing[(at + 1) % missing.length];
          last.current = next?.key ?? null;
          next?.onJump();
        },
      },
    },
    { title: '办理', enabled: bindNext && missing.length > 0 },
  );
  return (
    <footer className="ow-decision-bar">
      <div className="ow-decision-left" role="status" aria-label="缺项">
        {missing.length > 0 ? (
          <>
            {summary ? <strong className="ow-decision-summary">{summary}</strong> : null}
            {missing.map((thing) => (
              <button key={thing.key} type="button" className="ow-missing" onClick={thing.onJump}>
                <Mark tone={thing.kind === 'wrong' ? 'red' : 'neutral'} />
                {thing.label}
              </button>
            ))}
            {bindNext ? (
              <span className="ow-key-hint ow-secondary">
                <Kbd keys="Alt+ArrowDown" />
                下一个
              </span>
            ) : null}
          </>
        ) : ready ? (
          <span className="ow-decision-ready">
            <Mark tone="green" />
            {ready}
          </span>
        ) : null}
        {note ? <span className="ow-decision-note">{note}</span> : null}
      </div>
      <div className="ow-decision-actions">{children}</div>
    </footer>
  );
}
