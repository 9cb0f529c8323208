import './supervision.css';
import './stalled.css';
import './dock.css';

export { CaseDock } from './case-dock.js';
export { OrderFrame } from './order-frame.js';
export type { ReassignStart } from './reassign-drawer.js';
export { ReassignPreviewView } from './reassign-preview.js';
export { SharingChoice } from './sharing-choice.js';
export { stalledWords } from './stalled-row.js';
export { SupervisionDock } from './supervision-dock.js';
export { batchQuery, type ReassignStrategy, SUPERVISION_KEY } from './supervision.queries.js';
export { useOrder } from './use-order.js';
export { orderName, useChosen } from './use-chosen.js';
export { useExport } from './use-export.js';
