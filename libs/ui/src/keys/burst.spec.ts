import { describe, expect, it } from '@jest/globals';
import { BurstDetector } from './burst.js';

/** Types `text` with `gap` ms between characters, Enter included. */
function type(detector: BurstDetector, text: string, gap: number, from = 1000): string | null {
  let at = from;
  for (const c of text) {
    detector.character(c, at);
    at += gap;
  }
  return detector.enter(at);
}

describe('BurstDetector', () => {
  it('takes a fast burst that ends in Enter for a scan', () => {
    expect(type(new BurstDetector(), '440199202610290003187', 8)).toBe('440199202610290003187');
  });

  it('takes exactly six characters at exactly 35 ms for a scan', () => {
    expect(type(new BurstDetector(), 'A01701', 35)).toBe('A01701');
  });

  it.each([
    ['five characters', '12345', 5],
    ['36 ms apart', '1234567', 36],
    ['a person', 'jkjkjkjk', 90],
    ['nothing', '', 5],
  ])('does not take %s for a scan', (_, text, gap) => {
    expect(type(new BurstDetector(), text, gap)).toBeNull();
  });

  it('does not join a verb typed earlier to the scan that follows', () => {
    const detector = new BurstDetector();
    detector.character('j', 0);
    expect(detector.character('4', 500)).toBe('starts');
    expect(type(detector, '40199202', 10, 600)).toBe('40199202');
  });

  it('does not take a late Enter for the end of a scan', () => {
    const detector = new BurstDetector();
    for (let i = 0; i < 8; i += 1) detector.character('1', i * 10);
    expect(detector.enter(200)).toBeNull();
  });

  it('starts anew after Enter', () => {
    const detector = new BurstDetector();
    type(detector, '440199', 5, 0);
    expect(type(detector, '12', 5, 40)).toBeNull();
  });

  it('knows while only a scanner can be typing', () => {
    const detector = new BurstDetector();
    for (let i = 0; i < 5; i += 1) detector.character('1', i * 10);
    expect(detector.isScanning(45)).toBe(false);
    detector.character('1', 50);
    expect(detector.isScanning(60)).toBe(true);
    expect(detector.isScanning(120)).toBe(false);
  });
});
