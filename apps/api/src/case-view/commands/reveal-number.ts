import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { DomainError } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { FIND_APPLICANT, SEALED_COLUMNS } from '../../applicants/index.js';
import { type Case, CaseStore, isOwnByRow, SCOPE_FACTS, scopeOf } from '../../cases/index.js';
import { type Actor, type CommandContext, CommandRunner, type CommandTx, Sealer } from '../../platform/index.js';

type Input = InputOf<Endpoints['revealNumber']>;
type Field = Input['body']['field'];

/** R10.2: unmasking is a right on one's own cases; others see the case, not the number. */
class RevealNotAllowed extends DomainError {
  constructor() {
    super({ code: 'case.reveal-not-allowed', title: '只能查看本大厅、本部门办件的号码。联系承办人员。', kind: 'forbidden' });
  }
}

class NumberNotThere extends DomainError {
  constructor() {
    super({ code: 'case.number-not-there', title: '本件没有登记这个号码。', kind: 'not-found' });
  }
}

/** Shows one number for 30 seconds and leaves a record (R10.2). */
@Injectable()
export class RevealNumber {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly sealer: Sealer,
  ) {}

  run(ctx: CommandContext, { params, body }: Input): Promise<ResponseOf<Endpoints['revealNumber']>> {
    return this.runner.run(ctx, async (tx) => {
      const row = await this.cases.get(ctx.actor, params.id, tx);
      if (!(await isOwn(tx, ctx.actor, row))) throw new RevealNotAllowed();
      const sealed = await this.sealedOf(tx, row, body.field);
      if (sealed === null) throw new NumberNotThere();
      const detail = { field: body.field };
      tx.audit({ action: 'number.revealed', actorId: ctx.actor.staffId, ip: ctx.ip, subjectType: 'case', subjectId: row.id, detail });
      return { value: this.sealer.open(sealed, PURPOSES[body.field]), seconds: 30 };
    });
  }

  private async sealedOf(tx: CommandTx, row: Case, field: Field): Promise<string | null> {
    if (field === 'agentIdentity') return row.agentIdentitySealed;
    if (field === 'agentPhone') return row.agentPhoneSealed;
    const [applicant] = row.applicantId === null ? [] : await tx.query(FIND_APPLICANT, [row.applicantId]);
    if (!applicant) return null;
    if (field === 'applicantIdentity') return applicant.identitySealed;
    return field === 'applicantPhone' ? applicant.phoneSealed : applicant.representativeIdentitySealed;
  }
}

const PURPOSES = {
  applicantIdentity: SEALED_COLUMNS.applicantIdentity,
  applicantPhone: SEALED_COLUMNS.applicantPhone,
  legalRepresentativeIdentity: SEALED_COLUMNS.representativeIdentity,
  agentIdentity: SEALED_COLUMNS.agentIdentity,
  agentPhone: SEALED_COLUMNS.agentPhone,
} as const satisfies Record<Field, string>;

/** A hall that only hands out compares masked numbers with the card; the others see them on their own cases. */
async function isOwn(tx: CommandTx, actor: Actor, row: Case): Promise<boolean> {
  const own = isOwnByRow(actor, row);
  if (own !== 'ask') return own;
  const [facts] = await tx.query(SCOPE_FACTS, scopeOf(actor, row, tx.now));
  return facts?.hasOwnTask ?? false;
}
