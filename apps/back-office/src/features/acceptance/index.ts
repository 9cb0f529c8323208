export { AcceptanceLink } from './acceptance-link.js';
export { overridesQuery } from './acceptance.queries.js';
export { OutageAdministration } from './outage-administration.js';
export { itemsOf, Section } from './section.js';
