export { mainAction, type MainAction } from './main-action.js';
export { SearchField } from './queue-head.js';
export { refreshTasks, taskQuery, TASKS_KEY } from './desk.queries.js';
export { Story } from './story.js';
export { TaskFrame } from './task-frame.js';
export { TaskHead } from './task-head.js';
export { TaskPane } from './task-pane.js';
