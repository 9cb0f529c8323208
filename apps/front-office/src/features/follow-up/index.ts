export { OverrideRequest } from './override-request.js';
