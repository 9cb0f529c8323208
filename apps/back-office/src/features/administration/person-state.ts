import { ROLE_LABELS } from '@onewindow/domain';
import type { SheetColumn } from '@onewindow/ui';
import type { StaffRow } from './administration.queries.js';

export interface PersonState {
  words: string;
  tone: 'neutral' | 'red' | 'yellow' | 'green';
}

/** Active, locked after five failures, first password not yet changed, or deactivated. */
export function personState(row: StaffRow, now: Date): PersonState {
  if (!row.active) return { words: '已停用', tone: 'neutral' };
  if (row.lockedUntil && Date.parse(row.lockedUntil) > now.getTime()) return { words: '已锁定', tone: 'red' };
  if (row.mustChangePassword) return { words: '初始密码', tone: 'yellow' };
  return { words: '在用', tone: 'green' };
}

/** What a person may do, in the words of the list. */
export const rolesWords = ({ roles }: Pick<StaffRow, 'roles'>): string => roles.map((role) => ROLE_LABELS[role]).join('、');

export const peopleColumns = (now: Date): readonly SheetColumn<StaffRow>[] => [
  { title: '工号', width: 12, value: (row) => row.staffNo },
  { title: '姓名', width: 12, value: (row) => row.name },
  { title: '岗位', width: 30, value: rolesWords },
  { title: '部门', width: 24, value: (row) => row.department?.name ?? null },
  { title: '大厅', width: 24, value: (row) => row.hall?.name ?? null },
  { title: '状态', width: 10, value: (row) => personState(row, now).words },
];
