export { DeferredList } from './deferred-list.js';
export { DeferralModule } from './deferral.module.js';
export {
  commitmentProblem,
  type DeferralCase,
  deferredOf,
  DeferralRules,
  isHere,
  presentDeferral,
  problemsWith,
  promisedOf,
  withMaterials,
} from './deferral-rules.js';
export { NotDeferrable, NothingToDefer, NotPromisable } from './deferral-problems.js';
export { UnaskedPapers } from './unasked-papers.js';
export { UnkeptPromises } from './jobs/record-unkept-promises.js';
