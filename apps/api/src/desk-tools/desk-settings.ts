import { type DeskFilter, type DeskSettings, deskFilter } from '@onewindow/contracts';
import { TASK_KINDS, type TaskKind } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, type CommandTx, hasRole, sql } from '../platform/index.js';

const PREFERENCE = sql<{ autoClaim: boolean }>(`SELECT auto_claim AS "autoClaim" FROM desk_preference WHERE staff_id = $1`);
const SEARCHES = sql<{ id: string; name: string; filter: DeskFilter }>(
  'SELECT id, name, filter FROM saved_search WHERE staff_id = $1 ORDER BY created_at, id',
);
const PHRASES = sql<{ ownerId: string; kind: TaskKind; phrases: string[] }>(
  'SELECT owner_id AS "ownerId", kind, phrases FROM phrase_list WHERE owner_id = $1 OR owner_id = $2',
);

/** Reads how a person has set up the own desk. */
@Injectable()
export class DeskSettingsReader {
  async of(reader: Pick<CommandTx, 'query'>, { staffId, departmentId, ...actor }: Actor): Promise<DeskSettings> {
    const [[preference], searches, lists] = await Promise.all([
      reader.query(PREFERENCE, [staffId]),
      reader.query(SEARCHES, [staffId]),
      reader.query(PHRASES, [staffId, departmentId]),
    ]);
    const listOf = (ownerId: string | null, kind: TaskKind): string[] | null =>
      lists.find((list) => list.ownerId === ownerId && list.kind === kind)?.phrases ?? null;
    return {
      autoClaim: preference?.autoClaim ?? false,
      // A filter that an earlier release knew and this one does not is left out, not an error on every desk.
      searches: searches.filter(({ filter }) => deskFilter.safeParse(filter).success),
      phrases: TASK_KINDS.map((kind) => ({ kind, own: listOf(staffId, kind), department: listOf(departmentId, kind) })),
      maySetDepartment: hasRole({ ...actor, staffId, departmentId }, 'chief') && departmentId !== null,
    };
  }
}
