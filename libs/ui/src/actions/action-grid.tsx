import type { ReactNode } from 'react';
import './action-grid.css';

export interface ActionGridProps {
  /** Block buttons, always in the same order. */
  children: ReactNode;
  columns?: number;
}

/** Actions in fixed places, in equal columns: 退回 转办 协办 / 暂停计时 申请延期 不予. */
export function ActionGrid({ children, columns = 3 }: ActionGridProps) {
  return (
    <div className="ow-action-grid" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {children}
    </div>
  );
}
