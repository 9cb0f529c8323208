import { describe, expect, it } from '@jest/globals';
import { FIRST_PLACE, fittedWidth, nextFit, pagesOf, turned, turnedBack, zoomedIn, zoomedOut, type ViewerFile } from './view-state.js';

const image: ViewerFile = { id: 'i', name: '平面图.png', url: '/i', mediaType: 'image/png' };
const pdf: ViewerFile = { id: 'p', name: '申请表.pdf', url: '/p', mediaType: 'application/pdf' };

describe('pagesOf', () => {
  it('lays the pages of all files on one pile, in order', () => {
    expect(pagesOf([image, pdf], { p: { status: 'ready', pages: 2 } }).map((page) => page.key)).toEqual(['i', 'p:1', 'p:2']);
  });

  it('keeps a place for a PDF that is not open yet, and for one that cannot be', () => {
    expect(pagesOf([pdf], {})).toMatchObject([{ key: 'p', status: 'loading' }]);
    expect(pagesOf([pdf], { p: { status: 'error' } })).toMatchObject([{ status: 'error' }]);
  });

  it('does not pretend to show what it cannot', () => {
    expect(pagesOf([{ ...pdf, mediaType: 'text/html' }], {})).toMatchObject([{ kind: 'other', status: 'error' }]);
  });
});

describe('zoom and turn', () => {
  it('goes in steps and stops at the ends', () => {
    expect([zoomedIn(1), zoomedOut(1), zoomedIn(6), zoomedOut(0.25), zoomedIn(1.1)]).toEqual([1.25, 0.75, 6, 0.25, 1.25]);
  });

  it('turns by quarters', () => {
    expect([turned(0), turned(90), turned(180), turned(270)]).toEqual([90, 180, 270, 0]);
    expect([turnedBack(0), turnedBack(90), turnedBack(turned(180))]).toEqual([270, 0, 180]);
  });

  it('fits the width, then the whole page, and goes back to the width from any zoom', () => {
    const whole = nextFit(FIRST_PLACE);
    expect(whole).toMatchObject({ fit: 'page', zoom: 1 });
    expect(nextFit(whole)).toMatchObject({ fit: 'width' });
    expect(nextFit({ at: 2, zoom: 2, fit: 'width' })).toEqual({ at: 2, zoom: 1, fit: 'width' });
    expect([fittedWidth(600, 1.4, 420), fittedWidth(200, 1.4, 420), fittedWidth(600, 1.4, undefined)]).toEqual([300, 200, 600]);
  });
});
