import { Injectable } from '@nestjs/common';
import { CaseStore } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { PromiseLedger } from '../credit/index.js';
import { PromiseSteps } from './promise-steps.js';

/** What the commands of a promise stand on: the case, its version, and the promise itself. */
@Injectable()
export class PromiseShelf {
  constructor(
    readonly cases: CaseStore,
    readonly versions: ItemVersions,
    readonly ledger: PromiseLedger,
    readonly steps: PromiseSteps,
  ) {}
}
