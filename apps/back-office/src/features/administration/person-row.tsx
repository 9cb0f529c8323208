import { Chip, ListRow } from '@onewindow/ui';
import type { StaffRow } from './administration.queries.js';
import { personState, rolesWords } from './person-state.js';

/** Whether the account is in use. */
export function PersonState({ row, now }: { row: StaffRow; now: Date }) {
  const { words, tone } = personState(row, now);
  return (
    <Chip tone={tone} {...(tone === 'green' ? { ground: 'plain' as const } : {})}>
      {words}
    </Chip>
  );
}

export function PersonRow({ row, now, focused, onOpen }: { row: StaffRow; now: Date; focused: boolean; onOpen: () => void }) {
  return (
    <ListRow label={row.name} focused={focused} onOpen={onOpen}>
      <span className="bo-person">
        <span className="ow-secondary">{row.staffNo}</span>
        <strong>{row.name}</strong>
        <span className="bo-cut">{rolesWords(row)}</span>
        <span className="bo-cut">{row.department?.name ?? ''}</span>
        <span className="bo-cut">{row.hall?.name ?? ''}</span>
        <span>
          <PersonState row={row} now={now} />
        </span>
      </span>
    </ListRow>
  );
}
