import { addCalendarDays, type CreditGrade, type IsoDate } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { GradeBook, type NewGrade } from '../../credit/index.js';
import { UnkeptPromises } from '../../deferral/index.js';
import type { CommandTx } from '../../platform/index.js';
import { APPLICANTS } from './applicants.js';

/** One after the other; null: nobody graded them. */
const GRADES: readonly (CreditGrade | null)[] = ['A', 'B', 'A', 'C', null];
const SOURCE = '临江区信用办';
/** The bureau tells its grades once a quarter. */
const QUARTER_DAYS = 91;

/** 信用等级 of the demonstration's applicants, as the bureau's last two files told them, and the promise that was not kept (R4). */
@Injectable()
export class GradePlanter {
  constructor(
    private readonly book: GradeBook,
    private readonly unkept: UnkeptPromises,
  ) {}

  async plant(tx: CommandTx, today: IsoDate): Promise<void> {
    const latest = addCalendarDays(today, -20);
    const earlier = addCalendarDays(latest, -QUARTER_DAYS);
    const grades = Object.values(APPLICANTS)
      .flatMap((group) => group.map(({ input }, turn) => ({ input, grade: GRADES[turn % GRADES.length] ?? null })))
      .flatMap(({ input, grade }): NewGrade[] => {
        if (grade === null) return [];
        const person = { identityType: input.identityType, identityNumber: input.identityNumber, name: input.name, source: SOURCE };
        return [
          { ...person, grade: grade === 'A' ? 'B' : grade, gradedOn: earlier },
          { ...person, grade, gradedOn: latest },
        ];
      });
    await this.book.record(tx, grades);
    await this.unkept.run(tx);
  }
}
