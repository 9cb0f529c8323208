import type { CreditGrade, IsoDate } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type IdentityType, sealNumber } from '../applicants/index.js';
import { type CommandTx, newId, Sealer, sql } from '../platform/index.js';

/** A grade as a file tells it; the number is right by R8. */
export interface NewGrade {
  readonly identityType: IdentityType;
  readonly identityNumber: string;
  readonly name: string;
  readonly grade: CreditGrade;
  readonly gradedOn: IsoDate;
  readonly source: string;
}

/** Binds a sealed number to its column. */
const GRADE_PURPOSE = 'credit.identity';

// A file that comes again with the same grades leaves the history as it is.
const INSERT = sql(
  `INSERT INTO credit_grade (id, identity_type, identity_sealed, identity_index, identity_masked, name, grade, graded_on, source, imported_at)
   SELECT g.id, g.type, g.sealed, g.index, g.masked, g.name, g.grade, g.day, g.source, $2::timestamptz
     FROM jsonb_to_recordset($1::jsonb)
       AS g(id uuid, type text, sealed text, index text, masked text, name text, grade text, day date, source text)
    WHERE NOT EXISTS (SELECT 1 FROM credit_grade k WHERE k.identity_type = g.type AND k.identity_index = g.index
                         AND k.graded_on = g.day AND k.grade = g.grade)`,
);

/** Keeps the grades that the bureau's files bring. */
@Injectable()
export class GradeBook {
  constructor(private readonly sealer: Sealer) {}

  /** Adds grades to the history; the latest day of a person counts from now on. */
  record(tx: CommandTx, grades: readonly NewGrade[]): Promise<unknown> {
    const rows = grades.map(({ identityType, identityNumber, name, grade, gradedOn, source }) => {
      const { sealed, index, masked } = sealNumber(this.sealer, identityNumber, GRADE_PURPOSE, identityType);
      return { id: newId(), type: identityType, sealed, index, masked, name, grade, day: gradedOn, source };
    });
    return tx.query(INSERT, [JSON.stringify(rows), tx.now]);
  }
}
