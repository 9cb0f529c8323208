export { awaitedQuery } from './follow-up.queries.js';
export { OverrideRequest } from './override-request.js';
