import { Button } from '@onewindow/ui';

export interface EmptyDeskProps {
  inPool: number;
  busy: boolean;
  onClaimNext: () => void;
  onPool: () => void;
}

/** Nothing is left in hand: what waits in the pool, and the key that takes the most urgent. */
export function EmptyDesk({ inPool, busy, onClaimNext, onPool }: EmptyDeskProps) {
  return (
    <div className="bo-empty-desk">
      <p>手上没有办件。</p>
      {inPool === 0 ? (
        <p className="ow-secondary">部门池里也没有待签收的办件。</p>
      ) : (
        <>
          <p className="ow-secondary">部门池里 {inPool} 件待签收，最急在前。</p>
          <span className="bo-empty-desk-acts">
            <Button label="签收下一件" kind="primary" keys="C" printOnly busy={busy} onClick={onClaimNext} />
            <Button label={`看部门池 ${inPool} 件`} onClick={onPool} />
          </span>
        </>
      )}
    </div>
  );
}
