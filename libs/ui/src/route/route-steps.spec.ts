import { describe, expect, it } from '@jest/globals';
import { outcomeWords, routeEnds, stepState } from './route-steps.js';

describe('outcomeWords', () => {
  it('tells a consent to a consultation from a review that was passed', () => {
    expect(outcomeWords({ kind: 'consultation', outcome: 'agree' })?.words).toBe('无意见');
    expect(outcomeWords({ kind: 'review', outcome: 'agree' })?.words).toBe('通过');
  });

  it('says nothing before there is an outcome', () => {
    expect(outcomeWords({ kind: 'review', outcome: null })).toBeNull();
  });
});

describe('routeEnds', () => {
  it('names the steps that no other follows', () => {
    const step = (key: string, after: string[] = []) => ({ key, after });
    expect(routeEnds([step('a'), step('b'), step('c', ['a'])])).toEqual(['b', 'c']);
    expect(routeEnds([])).toEqual(['accept']);
  });
});

it('draws a refused step like a returned one', () => {
  expect(stepState('refused')).toBe('returned');
  expect(stepState('claimed')).toBe('open');
});
