/**
 * What an officer does around the work on a task, beside the transitions of R11: none of these changes a status by itself.
 * `pause` asks for a special procedure (R3), `extend` lengthens the limit (R1.6), `consult` asks other departments (R5.2),
 * `requestCorrections` asks the applicant during review (R3.3), `sendUp` gives the chief a drafted decision.
 */
export const WORK_ACTIONS = ['pause', 'endPause', 'extend', 'consult', 'requestCorrections', 'sendUp'] as const;

export type WorkAction = (typeof WORK_ACTIONS)[number];
