import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Database, Endpoint, Input } from '../platform/index.js';
import { ReassignPreview } from '../supervision/index.js';
import { DepartmentBoard } from './board.js';
import { BoardTasks } from './board-tasks.js';
import { EvenOut } from './commands/even-out.js';
import { HandOff } from './commands/hand-off.js';
import { EvenOutPlanner } from './even-out-planner.js';
import { HandoffWork } from './handoff-work.js';

/** 部门看板, and what is done from it. */
@Controller()
export class DepartmentBoardController {
  constructor(
    private readonly board: DepartmentBoard,
    private readonly tasks: BoardTasks,
    private readonly planner: EvenOutPlanner,
    private readonly evenOut: EvenOut,
    private readonly handOff: HandOff,
  ) {}

  @Endpoint(endpoints.departmentBoard)
  read(@Ctx() ctx: CommandContext) {
    return this.board.read(ctx.actor);
  }

  @Endpoint(endpoints.listDepartmentTasks)
  list(@Ctx() ctx: CommandContext, @Input() { query }: InputOf<typeof endpoints.listDepartmentTasks>) {
    return this.tasks.page(ctx.actor, query);
  }

  @Endpoint(endpoints.previewEvenOut)
  previewEvenOut(@Ctx() ctx: CommandContext) {
    return this.planner.preview(ctx.actor);
  }

  @Endpoint(endpoints.evenOut)
  even(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.evenOut>) {
    return this.evenOut.run(ctx, input);
  }

  @Endpoint(endpoints.handOff)
  hand(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.handOff>) {
    return this.handOff.run(ctx, input);
  }
}

/** 离岗移交, looked at before. */
@Controller()
export class HandoffController {
  constructor(
    private readonly database: Database,
    private readonly work: HandoffWork,
    private readonly preview: ReassignPreview,
  ) {}

  @Endpoint(endpoints.previewHandoff)
  async previewHandoff(@Ctx() { actor }: CommandContext, @Input() { body }: InputOf<typeof endpoints.previewHandoff>) {
    const { strategy, toStaffId } = body;
    const taskIds = await this.work.taskIds(this.database, actor, body);
    return await this.preview.of(actor, { taskIds, strategy, ...(toStaffId ? { toStaffId } : {}) });
  }
}
