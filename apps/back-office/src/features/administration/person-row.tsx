import { ROLE_LABELS } from '@onewindow/domain';
import { Chip, ListRow } from '@onewindow/ui';
import type { StaffRow } from './administration.queries.js';

/** Active, locked after five failures, first password not yet changed, or deactivated. */
export function PersonState({ row, now }: { row: StaffRow; now: Date }) {
  if (!row.active) return <Chip tone="neutral">已停用</Chip>;
  if (row.lockedUntil && Date.parse(row.lockedUntil) > now.getTime()) return <Chip tone="red">已锁定</Chip>;
  if (row.mustChangePassword) return <Chip tone="yellow">初始密码</Chip>;
  return (
    <Chip tone="green" ground="plain">
      在用
    </Chip>
  );
}

export function PersonRow({ row, now, focused, onOpen }: { row: StaffRow; now: Date; focused: boolean; onOpen: () => void }) {
  return (
    <ListRow label={row.name} focused={focused} onOpen={onOpen}>
      <span className="bo-person">
        <span className="ow-secondary">{row.staffNo}</span>
        <strong>{row.name}</strong>
        <span className="bo-cut">{row.roles.map((role) => ROLE_LABELS[role]).join('、')}</span>
        <span className="bo-cut">{row.department?.name ?? ''}</span>
        <span className="bo-cut">{row.hall?.name ?? ''}</span>
        <span>
          <PersonState row={row} now={now} />
        </span>
      </span>
    </ListRow>
  );
}
