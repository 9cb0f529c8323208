import type { ResultView } from '@onewindow/contracts';
import { DomainError, type IsoDate, licenceUntil, shanghaiDateOf, shanghaiToday, yearOf } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandTx, newId, sql } from '../platform/index.js';
import type { NoticeCommon } from './notice-facts.js';
import { DISTRICT_OF_DEPARTMENT } from './notice-office.js';
import { type ResultContent, resultContent } from './result-content.js';

export interface ResultInput extends NoticeCommon {
  /** Where the paper lies (R6.2); null for an electronic result. */
  readonly place: string | null;
}

/** A result is made for a decided case alone (R11). */
export class ResultWithoutDecision extends DomainError {
  constructor() {
    super({ code: 'case.no-decision', title: '决定未记录。先决定', kind: 'rule' });
  }
}

const COLUMNS = 'id, case_id, name, number, electronic, denial, valid_from, valid_until, issued_at, issued_by, place, content, file_id';

/** Number and row in one statement; the series stays locked until COMMIT, as for notices. */
const MAKE = sql<{ number: string; fileId: string | null }>(
  `WITH agency AS (
     SELECT d.name AS department, d.code AS "departmentCode", ${DISTRICT_OF_DEPARTMENT} AS region FROM department d WHERE d.id = $1
   ), taken AS (
     INSERT INTO document_number AS n (series, year, last) VALUES ($2, $3, 1)
     ON CONFLICT (series, year) DO UPDATE SET last = n.last + 1 RETURNING series, year, last
   )
   INSERT INTO result (${COLUMNS})
   SELECT $4::uuid, $5::uuid, $6::text, taken.series || '〔' || taken.year || '〕第 ' || to_char(taken.last, CASE WHEN taken.last < 10000 THEN 'FM0000' ELSE 'FM999999999' END) || ' 号',
          $7::boolean, false, $8::date, $9::date, $10::timestamptz, $11::uuid, $12::text, $13::jsonb || to_jsonb(agency), NULL
     FROM taken, agency
   RETURNING number, file_id AS "fileId"`,
);

/**
 * A notice that is served like a result (a denial's, a bundle's): the row carries its title, number and file. The notice is locked, so that its file,
 * if it is printed at this moment, is seen either here or by the job that prints it.
 */
const SERVE_NOTICE = sql<{ name: string; number: string; fileId: string | null }>(
  `WITH served AS (SELECT title, number, file_id FROM notice WHERE case_id = $2 AND kind = $7 ORDER BY id DESC LIMIT 1 FOR SHARE)
   INSERT INTO result (${COLUMNS})
   SELECT $1::uuid, $2::uuid, title, number, $3::boolean, $8::boolean, NULL, NULL, $4::timestamptz, $5::uuid, $6::text, '{}', file_id FROM served
   RETURNING name, number, file_id AS "fileId"`,
);

/** Makes the result of a decided case: its number, its validity, its document. Status and event are the caller's. */
@Injectable()
export class ResultMaker {
  /**
   * Inserts the result in the command's transaction. Call it late: the number series stays locked until the commit.
   * @throws ResultWithoutDecision when nothing was decided, or a denial has no decision notice
   */
  async make(tx: CommandTx, input: ResultInput): Promise<ResultView> {
    if (input.row.decision === null) throw new ResultWithoutDecision();
    return input.row.decision === 'deny' ? await this.serveNotice(tx, input, 'decision') : await this.makeDocument(tx, input);
  }

  private async makeDocument(tx: CommandTx, input: ResultInput): Promise<ResultView> {
    const { row, definition } = input;
    const id = newId();
    const decidedOn = row.decidedOn ?? shanghaiToday(tx.now);
    const validity = validityOf(definition.result, decidedOn);
    const receivedOn = row.receivedAt ? shanghaiDateOf(row.receivedAt) : decidedOn;
    const content = resultContent(input, { receivedOn, decidedOn, validity });
    const [made] = await tx.query(MAKE, [
      row.departmentId,
      definition.result.numberPrefix,
      yearOf(decidedOn),
      id,
      row.id,
      definition.result.name,
      definition.result.electronic,
      validity?.from ?? null,
      validity?.until ?? null,
      tx.now,
      input.issuedBy?.staffId ?? null,
      input.place,
      JSON.stringify(content),
    ]);
    if (!made) throw new Error(`case ${row.id}: department ${row.departmentId} is unknown`);
    tx.appendOutbox('render-result', { resultId: id });
    return view(tx, input, { id, name: definition.result.name, number: made.number, denial: false, validity, fileId: null });
  }

  /** Makes the latest notice of this kind what the case hands over. @throws ResultWithoutDecision when none was issued */
  async serveNotice(tx: CommandTx, input: ResultInput, kind: 'decision' | 'bundleOutcome'): Promise<ResultView> {
    const id = newId();
    const denial = input.row.decision === 'deny';
    const [served] = await tx.query(SERVE_NOTICE, [
      id,
      input.row.id,
      input.definition.result.electronic,
      tx.now,
      input.issuedBy?.staffId ?? null,
      input.place,
      kind,
      denial,
    ]);
    if (!served) throw new ResultWithoutDecision();
    return view(tx, input, { id, ...served, denial, validity: null });
  }
}

interface Made {
  id: string;
  name: string;
  number: string;
  denial: boolean;
  validity: ResultContent['validity'];
  fileId: string | null;
}

function view(tx: CommandTx, { definition, place }: ResultInput, { validity, ...made }: Made): ResultView {
  return {
    ...made,
    electronic: definition.result.electronic,
    validFrom: validity?.from ?? null,
    validUntil: validity?.until ?? null,
    issuedAt: tx.now.toISOString(),
    place,
    problem: null,
    pickup: null,
  };
}

/** A licence runs from its decision to the eve of the anniversary; other results have no term. */
function validityOf({ kind, validYears }: NoticeCommon['definition']['result'], from: IsoDate): ResultContent['validity'] {
  if (validYears === null) return kind === 'licence' ? { from, until: null } : null;
  return { from, until: licenceUntil(from, validYears) };
}
