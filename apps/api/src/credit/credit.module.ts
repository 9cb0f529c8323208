import { Module } from '@nestjs/common';
import { CommitmentLedger } from './commitment-ledger.js';
import { CreditBureau, ImportedGrades } from './credit-bureau.js';
import { CreditStandings } from './credit-standings.js';
import { GradeBook } from './grade-book.js';
import { PromiseLedger } from './promise-ledger.js';

/** 信用: grades from a bureau, promises that were kept or not. */
@Module({
  providers: [{ provide: CreditBureau, useClass: ImportedGrades }, GradeBook, PromiseLedger, CommitmentLedger, CreditStandings],
  exports: [CreditBureau, GradeBook, CreditStandings, PromiseLedger, CommitmentLedger],
})
export class CreditModule {}
