export { CommitmentCheck } from './commitment-check.entity.js';
export { CommitmentLedger, type NewCommitment, type UntrueOfApplicant } from './commitment-ledger.js';
export { CreditBureau, type GradedPerson, ImportedGrades, type KnownGrade } from './credit-bureau.js';
export { CreditGrade } from './credit-grade.entity.js';
export { CreditModule } from './credit.module.js';
export { type CreditStanding, CreditStandings } from './credit-standings.js';
export { DeferredMaterial } from './deferred-material.entity.js';
export { GradeBook, type NewGrade } from './grade-book.js';
export { type NewPromise, PromiseLedger, type UnkeptOfApplicant } from './promise-ledger.js';
