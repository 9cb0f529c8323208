import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { CaseStore, districtOf } from '../cases/index.js';
import { type Actor, type CommandContext, Ctx, Endpoint, hasRole, Input } from '../platform/index.js';
import { AwaitedPapers } from './awaited-papers.js';
import { CallNotes } from './call-notes.js';
import { NoteCall } from './commands/note-call.js';
import { DeemedCases } from './deemed-cases.js';
import { WaitingCases, type WaitingScope } from './waiting-cases.js';

const NOBODY = { items: [], nextCursor: null, counts: { all: 0, late: 0, today: 0, later: 0 } };

@Controller()
export class FollowUpController {
  constructor(
    private readonly waiting: WaitingCases,
    private readonly deemed: DeemedCases,
    private readonly calls: CallNotes,
    private readonly cases: CaseStore,
    private readonly noting: NoteCall,
    private readonly awaited: AwaitedPapers,
  ) {}

  @Endpoint(endpoints.listFollowUps)
  listFollowUps(@Ctx() { actor }: CommandContext, @Input() { query }: InputOf<typeof endpoints.listFollowUps>) {
    return actor.hallId === null ? NOBODY : this.waiting.find(actor, { hallId: actor.hallId }, query);
  }

  @Endpoint(endpoints.awaitedOfCase)
  awaitedOfCase(@Ctx() { actor }: CommandContext, @Input() { params }: InputOf<typeof endpoints.awaitedOfCase>) {
    return this.awaited.of(actor, params.id);
  }

  @Endpoint(endpoints.listUnbrought)
  listUnbrought(@Ctx() { actor }: CommandContext, @Input() { query }: InputOf<typeof endpoints.listUnbrought>) {
    const scope = unbroughtScope(actor);
    return scope === null ? NOBODY : this.waiting.find(actor, scope, query);
  }

  @Endpoint(endpoints.listDeemed)
  listDeemed(@Ctx() { actor }: CommandContext, @Input() input: InputOf<typeof endpoints.listDeemed>) {
    return this.deemed.list(actor, input);
  }

  @Endpoint(endpoints.listCallNotes)
  async listCallNotes(@Ctx() { actor }: CommandContext, @Input() { params }: InputOf<typeof endpoints.listCallNotes>) {
    const row = await this.cases.get(actor, params.id);
    return { items: await this.calls.ofCase(row.id) };
  }

  @Endpoint(endpoints.noteCall)
  noteCall(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.noteCall>) {
    return this.noting.run(ctx, input);
  }
}

/** R2.8: a chief sees the department's, a supervisor the district's. */
function unbroughtScope(actor: Actor): WaitingScope | null {
  if (hasRole(actor, 'supervisor')) return { districtCode: districtOf(actor) };
  return actor.departmentId === null ? null : { departmentId: actor.departmentId };
}
