import { describe, expect, it } from '@jest/globals';
import { cameraTrouble, originTrouble } from './camera-trouble.js';
import { dragCrop, moved, sheetOf, sourceCrop } from './pages.js';

describe('captured pages', () => {
  it('change places and stay at the ends', () => {
    const pages = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const order = (id: string, by: number) => moved(pages, id, by).map((page) => page.id);
    expect(order('b', 1)).toEqual(['a', 'c', 'b']);
    expect(order('a', -1)).toEqual(['a', 'b', 'c']);
    expect(order('a', 5)).toEqual(['b', 'c', 'a']);
    expect(order('x', 1)).toEqual(['a', 'b', 'c']);
  });

  it('are cropped to the sheet on the table', () => {
    const [width, height] = [40, 30];
    const grey = new Uint8ClampedArray(width * height).fill(60);
    for (let y = 6; y < 24; y += 1) for (let x = 10; x < 30; x += 1) grey[y * width + x] = 230;
    expect(sheetOf(grey, width, height)).toEqual({ x: 10 / 40, y: 6 / 30, width: 20 / 40, height: 18 / 30 });
    expect(sheetOf(new Uint8ClampedArray(width * height).fill(60), width, height)).toBeNull();
    grey.fill(230);
    expect(sheetOf(grey, width, height)).toBeNull();
  });

  it('are cropped by a drag, through the turn and within an earlier crop', () => {
    expect(dragCrop({ x: 0.8, y: 0.9 }, { x: 0.2, y: -1 })).toEqual({ x: 0.2, y: 0, width: expect.closeTo(0.6), height: 0.9 });
    expect(dragCrop({ x: 0.5, y: 0.5 }, { x: 0.51, y: 0.9 })).toBeNull();
    const corner = { x: 0, y: 0, width: 0.5, height: 0.25 };
    expect(sourceCrop(corner, 0, null)).toEqual(corner);
    // Turned clockwise, the upper left of what is shown was the lower left.
    expect(sourceCrop(corner, 90, null)).toEqual({ x: 0, y: 0.5, width: 0.25, height: 0.5 });
    expect(sourceCrop(corner, 180, null)).toEqual({ x: 0.5, y: 0.75, width: 0.5, height: 0.25 });
    expect(sourceCrop(corner, 270, null)).toEqual({ x: 0.75, y: 0, width: 0.25, height: 0.5 });
    expect(sourceCrop(corner, 0, { x: 0.5, y: 0.5, width: 0.5, height: 0.5 })).toEqual({ x: 0.5, y: 0.5, width: 0.25, height: 0.125 });
  });
});

describe('a camera that is not there', () => {
  it('is told in words, with what to do', () => {
    expect(originTrouble(false, true)?.words).toContain('HTTPS');
    expect(originTrouble(true, false)?.canRetry).toBe(false);
    expect(originTrouble(true, true)).toBeNull();
    const words = ['NotFoundError', 'NotAllowedError', 'NotReadableError', 'Strange'].map((name) => cameraTrouble({ name }).words);
    expect(new Set(words).size).toBe(4);
    for (const sentence of words) expect(sentence).toMatch(/按 O 选文件。$/);
    expect(cameraTrouble(null).canRetry).toBe(true);
  });
});
