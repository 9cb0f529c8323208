import { Injectable } from '@nestjs/common';
import type { EventInput } from '../cases/index.js';
import { placeColumns, placeProblem } from '../jurisdiction/index.js';
import { Organisation } from '../organisation/index.js';
import type { CommandTx } from '../platform/index.js';
import type { CounterCase } from '../reception/index.js';
import { PlacedSteps, type TaskWithHolder } from '../review/index.js';

interface Moved {
  readonly events: readonly EventInput[];
  /** To whom has the work. */
  readonly news: readonly string[];
}

/** CrossHall: the address was corrected during the review, and the case belongs to another place. Its lead department stays. */
@Injectable()
export class CorrectedPlace {
  constructor(
    private readonly organisation: Organisation,
    private readonly steps: PlacedSteps,
  ) {}

  /** The row has its new form, and gets its place. What the counter chose stands. `all` is every task of the case. */
  async follow(tx: CommandTx, { row, version, applicant }: CounterCase, keys: readonly string[], all: TaskWithHolder[]): Promise<Moved> {
    const { jurisdiction } = version.definition;
    const nothing: Moved = { events: [], news: [] };
    if (!jurisdiction || row.placeReason !== null || !keys.some((key) => jurisdiction.fields.includes(key))) return nothing;
    const units = await this.organisation.snapshot({}, tx);
    const nameOf = (code: string | null): string => units.region(code ?? '')?.name ?? '';
    const formerPlace = row.placeCode;
    const placeCode = placeColumns(version, row, applicant, units)?.placeCode ?? null;
    if (placeCode === formerPlace) return nothing;
    // An address that tells no place of the district leaves the case where it lies, and its officer judges.
    if (placeCode === null) {
      const problem = placeProblem(version, row, applicant, units) ?? '看不出所在街道';
      return { events: [], news: [`改正后的地址：${problem}。现按${nameOf(formerPlace)}办理，由承办人判断`] };
    }
    Object.assign(row, { placeCode });
    const elsewhere = await this.steps.follow(tx, row, version.definition, all, formerPlace);
    const data = { placeName: nameOf(placeCode), before: nameOf(formerPlace), reason: '审查中补正了地址' };
    const words = `地址改到${data.placeName}`;
    return {
      events: [{ action: 'choosePlace', data }],
      news: [elsewhere.length > 0 ? `${words}：不归本街道的，拒签转去` : words],
    };
  }
}
