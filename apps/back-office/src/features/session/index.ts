export { useSession } from './session.queries.js';
