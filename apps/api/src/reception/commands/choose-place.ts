import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { CaseView } from '../../case-view/index.js';
import { choicesOf, placeColumns } from '../../jurisdiction/index.js';
import { Organisation } from '../../organisation/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CounterDesk } from '../counter-desk.js';
import { PlaceNotAsked, PlaceOutside } from '../reception-problems.js';

/** CrossHall: the counter says where the applicant belongs, where the address leaves it open or says something else; with a reason on record. */
@Injectable()
export class ChoosePlace {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly organisation: Organisation,
    private readonly view: CaseView,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['choosePlace']>): Promise<CaseDetail> {
    return this.runner.run(ctx, async (tx) => {
      const on = await this.desk.takeOpen(tx, ctx, params.id, body.expectedVersion);
      const { row, version, applicant, materials, files, author } = on;
      const rule = version.definition.jurisdiction;
      if (!rule) throw new PlaceNotAsked();
      const units = await this.organisation.snapshot({}, tx);
      const { regionCode } = body;
      const region = choicesOf(rule, version.definition, row, units).find(({ code }) => code === regionCode);
      if (regionCode !== null && !region) throw new PlaceOutside();
      const chosen = { placeCode: regionCode, placeReason: regionCode === null ? null : (body.reason ?? null) };
      const changes = { ...chosen, ...placeColumns(version, { ...row, ...chosen }, applicant, units) };
      const office = units.department(changes.departmentId ?? row.departmentId)?.name;
      const data = region ? { placeName: region.name, reason: body.reason, office } : { office };
      await this.cases.save(tx, row, changes, author, [{ action: 'choosePlace', data }]);
      return await this.view.present(tx, row, ctx.actor, { applicant, materials, files });
    });
  }
}
