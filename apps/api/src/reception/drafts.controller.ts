import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { ChoosePlace } from './commands/choose-place.js';
import { ConfirmPresence } from './commands/confirm-presence.js';
import { DiscardDraft } from './commands/discard-draft.js';
import { OpenDraft } from './commands/open-draft.js';
import { OpenOutageDraft } from './commands/open-outage-draft.js';
import { SaveDraft } from './commands/save-draft.js';
import { MyDrafts } from './my-drafts.js';

@Controller()
export class DraftsController {
  constructor(
    private readonly opening: OpenDraft,
    private readonly saving: SaveDraft,
    private readonly discarding: DiscardDraft,
    private readonly openingOutage: OpenOutageDraft,
    private readonly mine: MyDrafts,
    private readonly presence: ConfirmPresence,
    private readonly placing: ChoosePlace,
  ) {}

  @Endpoint(endpoints.openDraft)
  openDraft(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['openDraft']>): Promise<ResponseOf<Endpoints['openDraft']>> {
    return this.opening.run(ctx, input);
  }

  @Endpoint(endpoints.openOutageDraft)
  openOutageDraft(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['openOutageDraft']>,
  ): Promise<ResponseOf<Endpoints['openOutageDraft']>> {
    return this.openingOutage.run(ctx, input);
  }

  @Endpoint(endpoints.saveDraft)
  saveDraft(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['saveDraft']>): Promise<ResponseOf<Endpoints['saveDraft']>> {
    return this.saving.run(ctx, input);
  }

  @Endpoint(endpoints.discardDraft)
  discardDraft(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['discardDraft']>,
  ): Promise<ResponseOf<Endpoints['discardDraft']>> {
    return this.discarding.run(ctx, input);
  }

  @Endpoint(endpoints.confirmPresence)
  confirmPresence(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['confirmPresence']>,
  ): Promise<ResponseOf<Endpoints['confirmPresence']>> {
    return this.presence.run(ctx, input);
  }

  @Endpoint(endpoints.choosePlace)
  choosePlace(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['choosePlace']>,
  ): Promise<ResponseOf<Endpoints['choosePlace']>> {
    return this.placing.run(ctx, input);
  }

  @Endpoint(endpoints.myDrafts)
  myDrafts(@Ctx() ctx: CommandContext): Promise<ResponseOf<Endpoints['myDrafts']>> {
    return this.mine.list(ctx.actor);
  }
}
