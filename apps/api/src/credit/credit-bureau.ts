import type { CreditGrade, IsoDate } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandTx, sql } from '../platform/index.js';

export type Reader = Pick<CommandTx, 'query'>;

/** A person or company as the bureau knows them: by the kind of number and its keyed index, never by the number itself. */
export interface GradedPerson {
  readonly identityType: 'idCard' | 'passport' | 'creditCode' | 'other';
  readonly identityIndex: string;
}

export interface KnownGrade {
  readonly grade: CreditGrade;
  readonly gradedOn: IsoDate;
  readonly source: string;
}

/** The port to whoever grades people and companies (R4.1). An adapter answers from what it holds here: it is asked inside transactions. */
export abstract class CreditBureau {
  /** The grades of this person, latest first, at most `most`; empty when nobody graded them. */
  abstract gradesOf(reader: Reader, person: GradedPerson, most: number): Promise<KnownGrade[]>;
}

const GRADES = sql<KnownGrade>(
  `SELECT grade, graded_on AS "gradedOn", source FROM credit_grade WHERE identity_type = $1 AND identity_index = $2
    ORDER BY graded_on DESC, id DESC LIMIT $3`,
);

/** The default: grades that an administrator imported by file. */
@Injectable()
export class ImportedGrades extends CreditBureau {
  gradesOf(reader: Reader, person: GradedPerson, most: number): Promise<KnownGrade[]> {
    return reader.query(GRADES, [person.identityType, person.identityIndex, most]);
  }
}
