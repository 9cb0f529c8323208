export const caseNumber = 1;
