import { describe, expect, it } from '@jest/globals';
import type { ReviewPoint } from '@onewindow/contracts';
import { firstOpenPoint, pointsSummary, pointsWarning, tickPoint, type PointState } from './point-states.js';

const points = (...states: PointState[]): ReviewPoint[] => states.map((state, i) => ({ text: `要点 ${i + 1}`, state, note: null }));
const states = (ticked: { state: PointState }[]) => ticked.map(({ state }) => state);

describe('tickPoint', () => {
  it('takes a clean case with one key per point', () => {
    let now = { points: points('open', 'open', 'open'), at: 0 };
    for (let i = 0; i < 3; i++) now = tickPoint(now.points, now.at);
    expect(states(now.points)).toEqual(['met', 'met', 'met']);
    expect(now.at).toBe(2);
  });

  it('changes a judged point in place, all the way round', () => {
    const seen: PointState[] = [];
    let now = { points: points('met', 'open'), at: 0 };
    for (let i = 0; i < 3; i++) {
      now = tickPoint(now.points, now.at);
      seen.push(now.points[0]?.state ?? 'open');
      expect(now.at).toBe(0);
    }
    expect(seen).toEqual(['unmet', 'pending', 'open']);
  });

  it('goes back for a point that was skipped', () => {
    expect(tickPoint(points('open', 'met', 'open'), 2).at).toBe(0);
  });

  it('leaves an item without points alone', () => {
    expect(tickPoint([], 0)).toEqual({ points: [], at: 0 });
  });
});

it('begins at the first open point', () => {
  expect(firstOpenPoint(points('met', 'met', 'open'))).toBe(2);
  expect(firstOpenPoint(points('met', 'unmet'))).toBe(0);
  expect(firstOpenPoint([])).toBe(0);
});

describe('words about the points', () => {
  it('count beside the word', () => {
    expect(pointsSummary(points('met', 'met', 'pending', 'open'))).toBe('已核 3/4：符合 2·待答复 1');
    expect(pointsSummary(points('open'))).toBe('已核 0/1');
  });

  it('warn of open and unmet points only', () => {
    expect(pointsWarning(points('met', 'pending'))).toBeNull();
    expect(pointsWarning(points('open', 'unmet', 'open'))).toBe('还有 2 条未核·1 条不符合');
  });
});
