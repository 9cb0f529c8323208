export { OutageModule } from './outage.module.js';
export { OutageNoUsed } from './outage-problems.js';
export { OutagePapers, type OutageReceipt } from './outage-papers.js';
export { OutagePaperRange } from './outage-range.entity.js';
