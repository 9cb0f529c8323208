import { Checkbox } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import './list-row.css';

export interface ListRowProps {
  children: ReactNode;
  /** The one row on the screen where the keys act: tint, 3 px accent bar, 1 px frame. */
  focused?: boolean;
  /** The row that another pane shows: grey ground, grey bar. */
  current?: boolean;
  /** Ticked: tint alone. Undefined: no tick box. */
  checked?: boolean;
  /** Why it can't be ticked; the box is then disabled. */
  uncheckable?: string;
  onCheck?: (checked: boolean, withShift: boolean) => void;
  onOpen?: () => void;
  /** Name of the row for the tick box. */
  label: string;
  /** Height in px; by default the row of the screen size. */
  height?: number;
  as?: 'option' | 'row' | 'listitem';
  id?: string;
}

/** One row of a list with the states of focus, current and checked. */
export function ListRow(props: ListRowProps) {
  const { children, focused = false, current = false, checked, uncheckable, onCheck, onOpen, label, height, as = 'listitem', id } = props;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) row.current?.scrollIntoView({ block: 'nearest' });
  }, [focused]);
  const state = focused ? 'ow-row-focus' : current ? 'ow-row-current' : checked ? 'ow-row-checked' : '';
  return (
    <div
      ref={row}
      id={id}
      role={as}
      className={`ow-row ${state} ${checked && (focused || current) ? 'ow-row-also-checked' : ''} ${onOpen ? 'ow-row-opens' : ''}`}
      style={height === undefined ? undefined : { minHeight: height }}
      aria-current={current || focused ? 'true' : undefined}
      {...(as === 'option' ? { 'aria-selected': checked ?? focused } : {})}
      onClick={onOpen}
    >
      {checked === undefined ? null : (
        <span className="ow-row-check" onClick={(event) => event.stopPropagation()}>
          <Checkbox
            checked={checked}
            disabled={uncheckable !== undefined}
            aria-label={uncheckable ? `${label}：${uncheckable}` : `选中 ${label}`}
            onChange={(event) => onCheck?.(event.target.checked, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
          />
        </span>
      )}
      {children}
    </div>
  );
}

/** First and second line of a row: the name, and what it is in grey. */
export function TwoLines({ first, second, strong = false }: { first: ReactNode; second?: ReactNode; strong?: boolean }) {
  return (
    <span className="ow-two-lines">
      <span className={strong ? 'ow-two-lines-first ow-strong' : 'ow-two-lines-first'}>{first}</span>
      {second === undefined ? null : <span className="ow-two-lines-second">{second}</span>}
    </span>
  );
}
