export { Guide } from './guide.entity.js';
export { GuidesModule } from './guides.module.js';
