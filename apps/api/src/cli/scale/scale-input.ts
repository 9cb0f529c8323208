import type { IsoDate, WorkingCalendar } from '@onewindow/domain';
import type { Applicant } from '../../applicants/index.js';
import type { Random } from './random.js';
import type { ScaleItem, World } from './world.js';

/** What a made-up case is made from. */
export interface ScaleInput {
  world: World;
  item: ScaleItem;
  applicant: Applicant;
  caseNo: string;
  receivedAt: Date;
  receivedOn: IsoDate;
  open: boolean;
  today: IsoDate;
  calendar: WorkingCalendar;
  random: Random;
}
