export { CreditFact } from './credit-fact.js';
export { actionOn, deferralFacts, deferredWords } from './deferral-words.js';
export { deferralQuery } from './deferral.queries.js';
export { DeferralQuota } from './deferral-quota.js';
export { DEFER_KEY, DeferralLine, DeferralVerdicts, PROMISE_KEY } from './deferral-verdicts.js';
export { type Deferral, useDeferral } from './use-deferral.js';
