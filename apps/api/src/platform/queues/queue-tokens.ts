/** Injection token of the queue's sending end. */
export const JOB_QUEUE = Symbol('JOB_QUEUE');
/** Injection token of the chosen back end. */
export const QUEUE_BACKEND = Symbol('QUEUE_BACKEND');
