export { Consultation } from './consultation.entity.js';
export { ConsultationRecords } from './consultation-records.js';
export { ConsultationsModule } from './consultations.module.js';
export { DEEMED_OUTCOME, ENDS_BY_SILENCE } from './silence.js';
