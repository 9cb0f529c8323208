export { NoticeDeskModule } from './notice-desk.module.js';
