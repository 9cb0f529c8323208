import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ReviewModule } from '../review/index.js';
import { SupervisionModule } from '../supervision/index.js';
import { DepartmentBoard } from './board.js';
import { BoardTasks } from './board-tasks.js';
import { EvenOut } from './commands/even-out.js';
import { HandOff } from './commands/hand-off.js';
import { DepartmentBoardController, HandoffController } from './department-board.controller.js';
import { DepartmentCrew } from './department-crew.js';
import { EvenOutPlanner } from './even-out-planner.js';
import { HandoffWork } from './handoff-work.js';

/** The chief's board: who has what; assign, even out, hand over. */
@Module({
  imports: [CalendarModule, OrganisationModule, ReviewModule, SupervisionModule],
  controllers: [DepartmentBoardController, HandoffController],
  providers: [DepartmentBoard, BoardTasks, DepartmentCrew, EvenOutPlanner, HandoffWork, EvenOut, HandOff],
})
export class DepartmentBoardModule {}
