import type { CallNoteView } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { StaffNames } from '../organisation/index.js';
import { type CommandTx, Database, sql } from '../platform/index.js';

type Reader = Pick<CommandTx, 'query'>;

interface Row {
  id: string;
  caseId: string;
  at: Date;
  staffId: string;
  words: string;
}

const COLUMNS = `id, case_id AS "caseId", at, staff_id AS "staffId", words`;
const OF_CASE = sql<Row>(`SELECT ${COLUMNS} FROM call_note WHERE case_id = $1 ORDER BY id DESC LIMIT 100`);
const LATEST = sql<Row>(`SELECT DISTINCT ON (case_id) ${COLUMNS} FROM call_note WHERE case_id = ANY($1::uuid[]) ORDER BY case_id, id DESC`);

/** 已电话通知: what was said to whom waits, newest first. */
@Injectable()
export class CallNotes {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffNames,
  ) {}

  async ofCase(caseId: string, reader: Reader = this.database): Promise<CallNoteView[]> {
    const rows = await reader.query(OF_CASE, [caseId]);
    return await this.present(rows, reader);
  }

  /** The latest of each case. */
  async latest(caseIds: readonly string[]): Promise<ReadonlyMap<string, CallNoteView>> {
    if (caseIds.length === 0) return new Map();
    const rows = await this.database.query(LATEST, [caseIds]);
    const views = await this.present(rows);
    return new Map(rows.map((row, index) => [row.caseId, views[index]] as const).flatMap(([id, view]) => (view ? [[id, view]] : [])));
  }

  private async present(rows: readonly Row[], reader: Reader = this.database): Promise<CallNoteView[]> {
    const names = await this.staff.refs(
      rows.map(({ staffId }) => staffId),
      reader,
    );
    return rows.map(({ id, at, staffId, words }) => ({
      id,
      at: at.toISOString(),
      staff: names.get(staffId) ?? { id: staffId, name: '', staffNo: '' },
      words,
    }));
  }
}
