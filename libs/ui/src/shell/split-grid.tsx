import { useState, type CSSProperties, type ReactNode } from 'react';
import { useScreenSize } from '../theme/display-mode.js';
import './split-grid.css';

/** One column of a screen. */
export interface SplitColumn {
  key: string;
  /** Its name; printed on its tab in 大字模式. */
  label: string;
  /** Width in px below 1600 and from 1600 on, or `rest`. */
  width: readonly [narrow: number, wide: number] | 'rest';
  content: ReactNode;
  /** The column that stays beside the tabs in 大字模式; by default the one that takes the rest. */
  main?: boolean;
}

export interface SplitGridProps {
  /** Left to right. A column whose content comes later is left out: the grid closes over it. */
  columns: readonly SplitColumn[];
}

/**
 * Columns that meet at 1 px rules. In 大字模式 the side columns share one column with tabs. All stay mounted, from one size to another too:
 * nothing disappears, and nothing that was typed is lost.
 */
export function SplitGrid({ columns }: SplitGridProps) {
  const size = useScreenSize();
  const [chosen, setChosen] = useState<string | null>(null);
  const tabbed = size === 'large' && columns.length >= 3;
  const main = columns.find((c) => c.main) ?? columns.find((c) => c.width === 'rest') ?? columns[0];
  const sides = tabbed ? columns.filter((c) => c !== main) : [];
  const shown = sides.find((c) => c.key === chosen) ?? sides[0];
  const template = columns
    .map(({ width }) => (width === 'rest' ? 'minmax(0, 1fr)' : `${size === 'narrow' ? width[0] : width[1]}px`))
    .join(' ');
  return (
    <div
      className={tabbed ? 'ow-split ow-split-tabbed' : 'ow-split'}
      style={tabbed ? undefined : ({ gridTemplateColumns: template } as CSSProperties)}
    >
      {tabbed ? (
        <div className="ow-split-tabs" role="tablist" aria-label="侧栏">
          {sides.map((column) => (
            <button
              key={column.key}
              type="button"
              role="tab"
              id={`ow-split-tab-${column.key}`}
              aria-controls={SIDE + column.key}
              aria-selected={column === shown}
              className="ow-split-tab"
              onClick={() => setChosen(column.key)}
            >
              {column.label}
            </button>
          ))}
        </div>
      ) : null}
      {columns.map((column) => (
        <div
          key={column.key}
          // Whoever turns 大字 on while writing at the side goes on writing there.
          onFocus={column === main ? undefined : () => setChosen(column.key)}
          {...(sides.includes(column) ? sideOf(column, column === shown) : MAIN)}
        >
          {column.content}
        </div>
      ))}
    </div>
  );
}

const SIDE = 'ow-split-panel-';
const MAIN = { className: 'ow-split-column' };

function sideOf({ key }: SplitColumn, isShown: boolean) {
  return {
    id: SIDE + key,
    role: 'tabpanel',
    'aria-labelledby': `ow-split-tab-${key}`,
    className: 'ow-split-column ow-split-side',
    hidden: !isShown,
  };
}
