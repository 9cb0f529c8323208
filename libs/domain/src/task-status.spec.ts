import { describe, expect, it } from '@jest/globals';
import {
  TASK_STATUSES,
  TASK_STATUS_LABELS,
  isOpinionGiven,
  isTaskDeemed,
  isTaskHeld,
  isTaskOpen,
  isTaskPassed,
  isTaskPooled,
  isTaskStanding,
} from './task-status.js';

describe('states of a task', () => {
  it('R11 waiting, pooled and claimed are open', () => {
    expect(TASK_STATUSES.filter(isTaskOpen)).toEqual(['waiting', 'pooled', 'claimed']);
  });

  it('R5.4 pooled and claimed stand on a desk', () => {
    expect(TASK_STATUSES.filter(isTaskStanding)).toEqual(['pooled', 'claimed']);
  });

  it('R5.4 pooled waits for whoever claims it', () => {
    expect(TASK_STATUSES.filter(isTaskPooled)).toEqual(['pooled']);
  });

  it('R5.2 R5.4 claimed is held, deemed was answered by silence', () => {
    expect(TASK_STATUSES.filter(isTaskHeld)).toEqual(['claimed']);
    expect(TASK_STATUSES.filter(isTaskDeemed)).toEqual(['deemed']);
  });

  it('R5.2 done and deemed have passed', () => {
    expect(TASK_STATUSES.filter(isTaskPassed)).toEqual(['done', 'deemed']);
  });

  it('what is written on it was given once it was sent, and never where nobody wanted it any more', () => {
    expect(TASK_STATUSES.filter(isOpinionGiven)).toEqual(['done', 'returned', 'refused', 'deemed']);
  });

  it('have different Chinese names', () => {
    expect(new Set(Object.values(TASK_STATUS_LABELS)).size).toBe(TASK_STATUSES.length);
  });
});
