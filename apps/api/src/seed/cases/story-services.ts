import { Injectable } from '@nestjs/common';
import { ApplicantRegister } from '../../applicants/index.js';
import { BundleFollower, BundleOpening } from '../../bundles/index.js';
import { WorkingCalendars } from '../../calendar/index.js';
import { CaseStore } from '../../cases/index.js';
import { ConsultationRecords } from '../../consultations/index.js';
import { RequestCorrections } from '../../corrections/index.js';
import { DeferralRules } from '../../deferral/index.js';
import { NoticeIssuer, ResultMaker } from '../../notices/index.js';
import { Organisation } from '../../organisation/index.js';
import { Sealer } from '../../platform/index.js';
import { CloseDecision, RouteRunner, TaskStore } from '../../review/index.js';

/** What people do at counter and desk. */
@Injectable()
export class CounterServices {
  constructor(
    readonly register: ApplicantRegister,
    readonly cases: CaseStore,
    readonly notices: NoticeIssuer,
    readonly calendars: WorkingCalendars,
    readonly sealer: Sealer,
    readonly deferrals: DeferralRules,
    readonly organisation: Organisation,
  ) {}
}

@Injectable()
export class DeskServices {
  constructor(
    readonly tasks: TaskStore,
    readonly route: RouteRunner,
    readonly closing: CloseDecision,
    readonly results: ResultMaker,
    readonly consultations: ConsultationRecords,
    readonly corrections: RequestCorrections,
  ) {}
}

@Injectable()
export class BundleServices {
  constructor(
    readonly opening: BundleOpening,
    readonly follower: BundleFollower,
  ) {}
}

/** All of them. */
@Injectable()
export class StoryServices {
  constructor(
    readonly counter: CounterServices,
    readonly desk: DeskServices,
    readonly bundles: BundleServices,
  ) {}
}
