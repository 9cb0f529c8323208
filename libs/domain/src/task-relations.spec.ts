import { describe, expect, it } from '@jest/globals';
import { type Officer, type TaskDesk, assignmentProblem, nobodyReason, taskRelations } from './task-relations.js';

const task: TaskDesk = {
  kind: 'review',
  role: 'approver',
  departmentId: 'd1',
  hallId: 'h1',
  regionCode: '440199001',
  holderId: 'holder',
  completedById: null,
};
const officer = (over: Partial<Officer>): Officer => ({
  id: 'me',
  roles: ['approver'],
  departmentId: 'd1',
  hallId: null,
  regionCode: '440199',
  ...over,
});

describe('R11 as what an officer stands to a task', () => {
  it.each<[string, Partial<Officer>, Partial<TaskDesk>, string[]]>([
    ['an approver of the department', {}, {}, ['performer']],
    ['an approver of another', { departmentId: 'd2' }, {}, []],
    ['the holder', { id: 'holder' }, {}, ['performer', 'holder']],
    ['a holder who has moved away', { id: 'holder', departmentId: 'd2' }, {}, ['holder']],
    ['who completed it', {}, { holderId: null, completedById: 'me' }, ['performer', 'completer']],
    ['the chief of the department', { roles: ['chief'] }, {}, ['chief']],
    ['the chief, where the step is the chief’s', { roles: ['chief'] }, { role: 'chief' }, ['performer', 'chief']],
    ['an approver, where the step is the chief’s', {}, { role: 'chief' }, []],
    ['a chief of another department', { roles: ['chief'], departmentId: 'd2' }, {}, []],
    ['a supervisor of the region', { roles: ['supervisor'], departmentId: null }, {}, ['supervisor']],
    ['a supervisor of another street', { roles: ['supervisor'], departmentId: null, regionCode: '440199002' }, {}, []],
    ['R5.3 a clerk of the receiving hall', { roles: ['clerk'], hallId: 'h1' }, { kind: 'reroute', departmentId: null }, ['performer']],
    ['R5.3 a clerk of another hall', { roles: ['clerk'], hallId: 'h2' }, { kind: 'reroute', departmentId: null }, []],
    ['a clerk, of a review', { roles: ['clerk'], hallId: 'h1' }, {}, []],
  ])('R11 %s', (_, person, desk, actors) => {
    expect(taskRelations(officer(person), { ...task, ...desk }).actors).toEqual(actors);
  });
});

describe('R11 R5.6 to whom a task can be given', () => {
  const problemOf = (over: Partial<Officer>, { active = true, targetConflict = false } = {}): string | null =>
    assignmentProblem({ target: { ...officer(over), active }, task, targetConflict })?.code ?? null;

  it('R11 to another approver of the department', () => {
    expect(problemOf({})).toBeNull();
    expect(problemOf({ departmentId: 'd2' })).toBe('task.target-outside');
    expect(problemOf({ roles: ['clerk'] })).toBe('task.target-outside');
    expect(problemOf({ id: 'holder' })).toBe('task.target-is-holder');
    expect(problemOf({}, { active: false })).toBe('task.target-inactive');
  });

  it('R5.6 not to who has done another part of the step', () => {
    const input = { target: { ...officer({}), active: true }, task, targetConflict: false, partConflict: '本人已审一次' };
    expect(assignmentProblem(input)?.code).toBe('task.target-same-person');
  });

  it('R5.6 not to the applicant or agent', () => {
    expect(problemOf({}, { targetConflict: true })).toBe('task.target-recusal');
  });

  it('R5.5 to nobody, and why, when something speaks against each of them', () => {
    expect(nobodyReason(['接收人正持有本件。另选一人', null])).toBeNull();
    expect(nobodyReason(['接收人正持有本件。另选一人'])).toBe('本部门现在没有别人可以接手，有人能接手时再办');
    expect(nobodyReason([])).not.toBeNull();
  });
});
