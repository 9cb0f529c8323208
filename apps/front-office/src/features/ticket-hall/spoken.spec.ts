import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { callKey, clipsOf, newCalls, sentenceOf } from './spoken.js';

describe('what is spoken', () => {
  it('reads the number figure by figure', () => {
    expect(sentenceOf({ number: 'A018', counterNumber: 5 })).toBe('请 A 零一八 号，到 5 号窗口');
  });

  it.each([
    [5, ['5']],
    [10, ['ten']],
    [12, ['ten', '2']],
    [20, ['2', 'ten']],
    [31, ['3', 'ten', '1']],
    [108, ['1', '0', '8']],
  ])('says counter %i', (counterNumber, clips) => {
    expect(clipsOf({ number: 'P006', counterNumber })).toEqual(['please', 'P', '0', '0', '6', 'to', ...clips, 'window']);
  });

  it('has a clip for every letter and figure', () => {
    const folder = `${import.meta.dirname}/../../../public/speech`;
    const names = new Set(
      [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((letter) => clipsOf({ number: `${letter}1234567890`, counterNumber: 10 })),
    );
    expect([...names].filter((name) => !existsSync(`${folder}/${name}.opus`))).toEqual([]);
  });

  it('says only what was called since one looks, oldest first, a recall again', () => {
    const call = (number: string, at: string) => ({ number, at });
    const before = [call('A002', '2'), call('A001', '1')];
    expect(newCalls(null, before)).toEqual([]);
    const known = new Set(before.map(callKey));
    expect(newCalls(known, [call('A001', '4'), call('A003', '3'), call('A002', '2')])).toEqual([call('A003', '3'), call('A001', '4')]);
  });
});
