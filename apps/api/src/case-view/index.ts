export { BUNDLE_OF_CHILD, type BundleChildRead, type BundleRead, childEnds, CHILDREN_OF_BUNDLES } from './bundle-reads.js';
export { presentBundleChildren } from './bundle.presenter.js';
export { presentForm } from '../catalogue/index.js';
export { caseFactsOf, hasOwnConflict, isFeePaid, silenceOn } from './case-facts.js';
export { bringPapersOffer, isHandedOutBy, requireBroughtHere, rolesOn } from './case-roles.js';
export { isNameShown, type SummaryRow } from './case.presenter.js';
export {
  type CaseReads,
  type FileRead,
  FILES_OF_CASE,
  type MaterialRead,
  MATERIALS_OF_CASE,
  MATERIALS_OF_CASES,
  type NoticeRead,
  readBeside,
  readCase,
  type Reader,
} from './case-reads.js';
export { SUMMARY_FROM, SUMMARY_SELECT } from './case-list.js';
export { CaseView } from './case-view.js';
export { CaseViewModule } from './case-view.module.js';
export { StampedCopies, type StampedFile } from './stamped-copies.js';
export { KNOWN_EVENT_ACTIONS } from './event-words.js';
export { type Hindrance, hindrancesOf, missingMaterials } from './hindrances.js';
export { presentFile, presentMaterial, presentMaterials } from './material.presenter.js';
export { readSupplement } from './read-supplement.js';
