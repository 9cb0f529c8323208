import type { Endpoints, InputOf, ItemDefinition, ResponseOf, ReusableMaterial } from '@onewindow/contracts';
import { checklistFor, libraryKeyOf, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Case } from '../../cases/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CounterDesk } from '../../reception/index.js';
import { LibraryShelf, presentOffer } from '../library-shelf.js';
import { type LicenceOffer, LicenceOffers } from '../licence-offers.js';

/** What of the present applicant can be used again. Each look-up leaves a record (R11). */
@Injectable()
export class LookUpReusable {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly shelf: LibraryShelf,
    private readonly licences: LicenceOffers,
  ) {}

  async run(ctx: CommandContext, { params }: InputOf<Endpoints['lookUpReusable']>): Promise<ResponseOf<Endpoints['lookUpReusable']>> {
    const { row, version } = await this.desk.look(ctx.actor, params.id);
    const { applicantId } = row;
    if (applicantId === null) return { items: [] };
    const licences = await this.licences.of(applicantId);
    return await this.runner.run(ctx, async (tx) => {
      const today = shanghaiToday(tx.now);
      const entries = await this.shelf.newest(tx, applicantId);
      tx.audit({
        action: 'material-library.looked-up',
        actorId: ctx.actor.staffId,
        ip: ctx.ip,
        subjectType: 'applicant',
        subjectId: applicantId,
        detail: { caseId: row.id, found: licences.length + entries.length },
      });
      const fits = fitting(row, version.definition);
      const items = [
        ...licences.map((licence) => presentLicence(licence, fits(licence.type))),
        ...entries.map((entry) => presentOffer(entry, fits(entry.libraryKey), today)),
      ];
      const codes = version.definition.materials.map(({ code }) => code);
      return { items: items.sort((one, other) => orderOf(one, codes) - orderOf(other, codes)) };
    });
  }
}

/** Which materials of the case, under its answers, take papers of a kind. */
export function fitting(row: Pick<Case, 'answers' | 'form'>, definition: ItemDefinition): (key: string) => string[] {
  const asked = checklistFor(definition.materials, { answers: row.answers, form: row.form }).map(({ requirement }) => requirement);
  return (key) =>
    asked.filter((requirement) => libraryKeyOf(requirement) === key || requirement.licenceType === key).map(({ code }) => code);
}

/** What can be used here first, by level and place in the checklist, then the rest; what has expired last. */
function orderOf({ rule, fits, trustLevel }: ReusableMaterial, codes: readonly string[]): number {
  const place = fits[0] === undefined ? codes.length : codes.indexOf(fits[0]);
  return (rule === 'expired' ? 10_000 : 0) + (fits.length === 0 ? 1_000 : 0) + 'ABCD'.indexOf(trustLevel) * 100 + place;
}

function presentLicence(licence: LicenceOffer, fits: string[]): ReusableMaterial {
  return {
    source: 'licence',
    id: licence.id,
    name: licence.name,
    holderName: licence.holderName,
    version: 1,
    trustLevel: 'A',
    issuer: licence.issuer,
    issuedOn: licence.issuedOn,
    validThrough: licence.validThrough,
    addedOn: null,
    sourceCaseNo: null,
    rule: licence.invalid === null ? 'direct' : 'expired',
    reason: licence.invalid,
    fits,
    files: licence.file === null ? [] : [licence.file],
  };
}
