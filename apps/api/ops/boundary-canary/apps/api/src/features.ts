import { caseNumber } from './cases/case-number.js';
import { CasesModule } from './cases/cases.module.js';

export const wrongPart = [CasesModule, caseNumber];
