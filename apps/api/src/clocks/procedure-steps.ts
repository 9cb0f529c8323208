import { Injectable } from '@nestjs/common';
import { ClockWorkDesk } from './clock-work-desk.js';
import { StartProcedure } from './start-procedure.js';
import { TellChiefs } from './tell-chiefs.js';

/** What a request leads to. */
@Injectable()
export class ProcedureSteps {
  constructor(
    readonly desk: ClockWorkDesk,
    readonly start: StartProcedure,
    readonly chiefs: TellChiefs,
  ) {}
}
