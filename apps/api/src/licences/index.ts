export { PersonRegistry, type RegistryRecord } from '../applicants/index.js';
export { ApplicantLicences } from './applicant-licences.js';
export { Licence } from './licence.entity.js';
export { type LicenceFile, type LicenceHolder, type LicenceRecord, LicenceRegistry } from './licence-registry.js';
export { LicenceWriter, type NewLicence } from './licence-writer.js';
export { LicencesModule } from './licences.module.js';
