export { IdentificationModule } from './identification.module.js';
