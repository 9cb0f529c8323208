import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Database, Endpoint, Input } from '../platform/index.js';
import { TaskQueries } from '../review/index.js';
import { RemoveSearch } from './commands/remove-search.js';
import { SaveSearch } from './commands/save-search.js';
import { SetAutoClaim } from './commands/set-auto-claim.js';
import { SetPhrases } from './commands/set-phrases.js';
import { DeskSettingsReader } from './desk-settings.js';

/** How a person has set up the own desk, and what there is to filter by. */
@Controller()
export class DeskToolsController {
  constructor(
    private readonly database: Database,
    private readonly settings: DeskSettingsReader,
    private readonly autoClaim: SetAutoClaim,
    private readonly saving: SaveSearch,
    private readonly removing: RemoveSearch,
    private readonly phrases: SetPhrases,
    private readonly queries: TaskQueries,
  ) {}

  @Endpoint(endpoints.getDeskSettings)
  get(@Ctx() ctx: CommandContext) {
    return this.settings.of(this.database, ctx.actor);
  }

  @Endpoint(endpoints.setAutoClaim)
  setAutoClaim(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.setAutoClaim>) {
    return this.autoClaim.run(ctx, input);
  }

  @Endpoint(endpoints.saveSearch)
  saveSearch(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.saveSearch>) {
    return this.saving.run(ctx, input);
  }

  @Endpoint(endpoints.removeSearch)
  removeSearch(@Ctx() ctx: CommandContext, @Input() { params }: InputOf<typeof endpoints.removeSearch>) {
    return this.removing.run(ctx, params.id);
  }

  @Endpoint(endpoints.setPhrases)
  setPhrases(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.setPhrases>) {
    return this.phrases.run(ctx, input);
  }

  @Endpoint(endpoints.taskFacets)
  facets(@Ctx() ctx: CommandContext, @Input() { query }: InputOf<typeof endpoints.taskFacets>) {
    return this.queries.facets(ctx.actor, query.tab);
  }
}
