export { DepartmentBoardModule } from './department-board.module.js';
