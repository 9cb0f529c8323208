import type { Batch as Presented, BatchItem as PresentedItem } from '@onewindow/contracts';
import { DomainError } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { batchOutcome } from '../batches/index.js';
import { districtOf } from '../cases/index.js';
import { Organisation, StaffNames, type StaffRef } from '../organisation/index.js';
import { type Actor, type CommandTx, hasRole, sql } from '../platform/index.js';
import type { Batch } from './batch.entity.js';
import type { BatchItem } from './batch-item.entity.js';
import { nextActionFor } from './batch-failures.js';
import { departmentRefOf } from './department-refs.js';
import { LOAD } from './officers.js';

type Reader = Pick<CommandTx, 'query'>;
type Row = Pick<Batch, 'id' | 'number' | 'kind' | 'state' | 'reason' | 'createdAt' | 'finishedAt' | 'total' | 'notified'>;
type ItemRow = Omit<BatchItem, 'batchId' | 'position'> & {
  caseId: string;
  caseNo: string;
  title: string;
  itemName: string;
  departmentId: string;
};

const FIND = sql<Row>(
  `SELECT id, number, kind, state, reason, created_at AS "createdAt", finished_at AS "finishedAt", total, notified
   FROM batch WHERE id = $1 AND district_code = $2 AND ($3 OR created_by = $4)`,
);
const ITEMS = sql<ItemRow>(
  `SELECT i.task_id AS "taskId", i.state, i.code, i.message, i.seen_holder_id AS "seenHolderId", i.planned_holder_id AS "plannedHolderId",
          i.from_holder_id AS "fromHolderId", i.to_holder_id AS "toHolderId", t.case_id AS "caseId", t.case_no AS "caseNo", t.title,
          t.item_name AS "itemName", t.department_id AS "departmentId"
   FROM batch_item i JOIN review_task t ON t.id = i.task_id WHERE i.batch_id = $1 ORDER BY i.state <> 'failed', i.position`,
);
const LOADS = sql<{ id: string; load: number }>(`SELECT s.id, ${LOAD} AS load FROM staff s WHERE s.id = ANY($1::uuid[])`);

/** Not there, or ordered in another district, or by another than the chief who asks. */
export class BatchNotFound extends DomainError {
  constructor() {
    super({ code: 'batch.not-found', title: '没有找到这一批。它可能属于别的区划或由别人办理，回到看板看看。', kind: 'not-found' });
  }
}

/** A bulk action with the outcome of each of its tasks. */
@Injectable()
export class BatchReader {
  constructor(
    private readonly organisation: Organisation,
    private readonly names: StaffNames,
  ) {}

  /** @throws BatchNotFound */
  async get(reader: Reader, actor: Actor, id: string): Promise<Presented> {
    const [[row], items] = await Promise.all([
      reader.query(FIND, [id, districtOf(actor), hasRole(actor, 'supervisor'), actor.staffId]),
      reader.query(ITEMS, [id]),
    ]);
    if (!row) throw new BatchNotFound();
    const people = items.flatMap((item) => [item.seenHolderId, item.plannedHolderId, item.fromHolderId, item.toHolderId]);
    const refs = await this.names.refs(people, reader);
    return {
      ...row,
      ...batchOutcome(row, items),
      items: items.map((item) => presentItem(item, refs)),
      receivers: await this.receivers(reader, items, refs),
    };
  }

  /** Who took how many, and how many they have now. */
  private async receivers(reader: Reader, items: readonly ItemRow[], refs: ReadonlyMap<string, StaffRef>): Promise<Presented['receivers']> {
    const received = new Map<string, { departmentId: string; received: number }>();
    for (const { state, toHolderId, departmentId } of items) {
      if (state !== 'done' || toHolderId === null) continue;
      const sum = received.get(toHolderId) ?? { departmentId, received: 0 };
      received.set(toHolderId, { ...sum, received: sum.received + 1 });
    }
    if (received.size === 0) return [];
    const loads = new Map((await reader.query(LOADS, [[...received.keys()]])).map(({ id, load }) => [id, load]));
    const presented = await Promise.all(
      [...received].map(async ([id, sum]) => {
        const department = await departmentRefOf(this.organisation, sum.departmentId);
        return { staff: refs.get(id), department, received: sum.received, load: loads.get(id) ?? 0 };
      }),
    );
    return presented.flatMap(({ staff, ...rest }) => (staff ? [{ staff, ...rest }] : []));
  }
}

function presentItem(item: ItemRow, refs: ReadonlyMap<string, StaffRef>): PresentedItem {
  const ref = (id: string | null): StaffRef | null => (id === null ? null : (refs.get(id) ?? null));
  return {
    taskId: item.taskId,
    caseId: item.caseId,
    caseNo: item.caseNo,
    title: item.title,
    itemName: item.itemName,
    state: item.state,
    code: item.code,
    message: item.message,
    nextAction: item.code === null ? null : nextActionFor(item.code),
    from: ref(item.state === 'done' ? item.fromHolderId : item.seenHolderId),
    to: ref(item.state === 'done' ? item.toHolderId : item.plannedHolderId),
  };
}
