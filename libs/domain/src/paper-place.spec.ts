import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterMove, PAPER_MOVES, paperHindrance, paperMoveRefusal, paperMovesFor, type PaperStanding } from './paper-place.js';

const AT_A: PaperStanding = { hallId: 'A', toHallId: null, state: 'here' };
const nameOf = (id: string) => `${id}大厅`;
const allowed = (paper: PaperStanding, hall: string) =>
  paperMovesFor(paper, hall).flatMap(({ action, allowed: may }) => (may ? [action] : []));

describe('where the paper of a result is (R6.2)', () => {
  it('is called by the hall that wants it, sent by the one that has it, and arrives', () => {
    expect(allowed(AT_A, 'B')).toEqual(['call']);
    expect(allowed(AT_A, 'A')).toEqual([]);
    const asked = afterMove('call', AT_A, 'B');
    expect([allowed(asked, 'A'), allowed(asked, 'B'), allowed(asked, 'C')]).toEqual([['send'], [], ['call']]);
    const gone = afterMove('send', asked, 'A');
    expect([allowed(gone, 'A'), allowed(gone, 'B'), allowed(gone, 'C')]).toEqual([[], ['arrive'], []]);
    expect(afterMove('arrive', gone, 'B')).toEqual({ hallId: 'B', toHallId: null, state: 'here' });
  });

  it('is handed out where it lies, and nowhere while it travels', () => {
    const asked = afterMove('call', AT_A, 'B');
    expect([paperHindrance(AT_A, 'A', nameOf), paperHindrance(asked, 'A', nameOf)]).toEqual([null, null]);
    expect(paperHindrance(AT_A, 'B', nameOf)).toBe('纸质结果在A大厅。调到本大厅，或请申请人到那里领取');
    expect(paperHindrance(asked, 'B', nameOf)).toBe('纸质结果在A大厅，已请对方送来');
    const gone = afterMove('send', asked, 'A');
    expect(paperHindrance(gone, 'A', nameOf)).toBe('纸质结果正送往B大厅，由那里出件');
    expect(paperHindrance(gone, 'B', nameOf)).toContain('还没到');
  });

  it('lies in one hall at most, whatever the halls do', () => {
    const move = fc.record({ move: fc.constantFrom(...PAPER_MOVES), hall: fc.constantFrom('A', 'B', 'C') });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let paper = AT_A;
        for (const { move: one, hall } of moves) {
          if (paperMoveRefusal(one, paper, hall) === null) paper = afterMove(one, paper, hall);
          const free = ['A', 'B', 'C'].filter((id) => paperHindrance(paper, id, nameOf) === null);
          expect(free).toEqual(paper.state === 'onTheWay' ? [] : [paper.hallId]);
          expect(paper.toHallId === null).toBe(paper.state === 'here');
        }
      }),
    );
  });
});
