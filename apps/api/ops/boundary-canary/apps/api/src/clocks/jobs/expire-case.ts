// Two faults in one: it reaches into the other feature, and so closes a ring between the two that no single file shows.
import { caseNumber } from '../../cases/case-number.js';

export const wrongReach = caseNumber;
