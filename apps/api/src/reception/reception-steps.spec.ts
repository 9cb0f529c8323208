import { describe, expect, it } from '@jest/globals';
import { publishedCalendar } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import { acceptStep, receiveFirst, receiveStep } from './reception-steps.js';

const calendar = publishedCalendar();
const row = (more: Partial<Case>): Case =>
  ({
    id: 'x',
    status: 'received',
    applicantId: 'a',
    itemName: '许可',
    receivedAt: null,
    statutoryLimit: 20,
    promisedLimit: 5,
    ...more,
  }) as Case;
describe('acceptStep', () => {
  it.each([
    ['2026-02-13T02:00:00Z', '2026-02-27', '2026-03-19'],
    ['2026-04-30T02:00:00Z', '2026-05-11', '2026-06-01'],
    ['2026-09-24T02:00:00Z', '2026-10-09', '2026-10-29'],
  ])('R1.3: accepted at %s, 5 days are due %s, 20 days %s', (now, promised, statutory) => {
    const { changes } = acceptStep({ row: row({}), supplement: null, calendar, now: new Date(now) });
    expect(changes).toMatchObject({ status: 'accepted', promisedDue: promised, statutoryDue: statutory, promisedProvisional: false });
  });

  it('R1.2: a period that reaches into a year without a notice is provisional', () => {
    const { changes } = acceptStep({ row: row({}), supplement: null, calendar, now: new Date('2026-12-20T02:00:00Z') });
    expect(changes).toMatchObject({ promisedProvisional: false, statutoryProvisional: true });
  });

  it('R1.4: late in the evening of UTC it is the next day in Shanghai', () => {
    const { changes } = acceptStep({ row: row({}), supplement: null, calendar, now: new Date('2026-03-01T16:30:00Z') });
    expect(changes.acceptedOn).toBe('2026-03-02');
  });

  it('R2.4: silence dates to the day of receipt', () => {
    const received = row({ receivedAt: new Date('2026-03-02T01:00:00Z') });
    const step = acceptStep({
      row: received,
      supplement: null,
      calendar,
      now: new Date('2026-03-10T01:00:00Z'),
      deemed: true,
    });
    expect(step.changes.acceptedOn).toBe('2026-03-02');
    expect(step.event.data).toMatchObject({ deemed: true });
  });

  it('R2.5: after a supplement the last paper dates it', () => {
    const dated = (isBrought: boolean) =>
      acceptStep({
        row: row({}),
        supplement: { lastPaperOn: '2026-03-06', isBrought },
        calendar,
        now: new Date('2026-03-10T01:00:00Z'),
      }).changes.acceptedOn;
    expect(dated(true)).toBe('2026-03-06');
    expect(dated(false)).toBe('2026-03-10');
  });

  it('R2.4: a clerk who accepts after five days of silence writes down what the law has done; on the fifth day it is an acceptance', () => {
    const received = row({ receivedAt: new Date('2026-02-13T02:00:00Z'), outageNo: null });
    const on = (now: string) => acceptStep({ row: received, supplement: null, calendar, now: new Date(now) }).changes;
    expect(on('2026-02-27T15:00:00Z')).toMatchObject({ acceptedOn: '2026-02-27' });
    expect(on('2026-02-27T15:00:00Z').deemedAccepted).toBeUndefined();
    expect(on('2026-02-28T01:00:00Z')).toMatchObject({ acceptedOn: '2026-02-13', deemedAccepted: true });
  });

  it('leaves clocks out that the item does not have', () => {
    const { changes } = acceptStep({
      row: row({ statutoryLimit: null, promisedLimit: null }),
      supplement: null,
      calendar,
      now: new Date(),
    });
    expect(changes).toMatchObject({ statutoryDue: null, promisedDue: null });
  });

  it('is refused by the table from any other state', () => {
    const attempt = () => acceptStep({ row: row({ status: 'draft' }), supplement: null, calendar, now: new Date() });
    expect(attempt).toThrow(expect.objectContaining({ code: 'case.transition-not-allowed' }));
  });
});

describe('receiveStep', () => {
  const now = new Date('2026-03-02T01:00:00Z');

  it('gives number and instant', () => {
    expect(receiveStep(row({ status: 'draft' }), '440199202603020000014', now)).toMatchObject({
      changes: { status: 'received', caseNo: '440199202603020000014', receivedAt: now },
      event: { action: 'receive', fromStatus: 'draft', toStatus: 'received' },
    });
  });

  it('asks for an applicant', () => {
    expect(() => receiveStep(row({ status: 'draft', applicantId: null }), 'x', now)).toThrow(
      expect.objectContaining({ code: 'case.applicant-missing' }),
    );
  });

  it('comes first where the plan of the action says so, and changes the row', () => {
    const draft = row({ status: 'draft' });
    expect(receiveFirst('accept', row({ status: 'received' }), null, now)).toEqual({ changes: {}, events: [] });
    expect(receiveFirst('accept', draft, 'n', now).events).toHaveLength(1);
    expect(draft.status).toBe('received');
  });
});
