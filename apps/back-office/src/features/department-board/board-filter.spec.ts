import { describe, expect, it } from '@jest/globals';
import { boardQuery, isShown, listTitle, readBoardFilter, WHOLE_POOL, writeBoardFilter } from './board-filter.js';

const read = (address: string) => readBoardFilter(new URLSearchParams(address));

describe('the board in the address', () => {
  it('is read and written back; the pool is plain', () => {
    expect(read('')).toEqual(WHOLE_POOL);
    expect(writeBoardFilter(WHOLE_POOL).toString()).toBe('');
    for (const address of ['scope=held', 'scope=held&holder=a&light=red', 'scope=done&holder=a', 'light=paused&q=x']) {
      expect(writeBoardFilter(read(address)).toString()).toBe(address);
    }
    expect(read('scope=all&light=blue')).toEqual(WHOLE_POOL);
    // The pool is nobody's, and what is done has no light.
    expect(read('holder=a')).toEqual(WHOLE_POOL);
    expect(read('scope=done&light=red')).toMatchObject({ scope: 'done', light: null });
  });

  it('asks the API for no more than it says', () => {
    expect(boardQuery(WHOLE_POOL)).toEqual({ scope: 'pool' });
    expect(boardQuery(read('scope=held&holder=a&light=red&q=x'))).toEqual({ scope: 'held', holderId: 'a', light: 'red', q: 'x' });
  });

  it('knows its number, and says it in words', () => {
    const filter = read('scope=held&holder=a&light=red');
    expect(isShown(filter, { scope: 'held', holderId: 'a', light: 'red' })).toBe(true);
    expect(isShown(filter, { scope: 'held', holderId: 'a', light: null })).toBe(false);
    const name = () => '何建平';
    expect(listTitle(filter, name)).toBe('何建平 超期');
    expect(listTitle(WHOLE_POOL, name)).toBe('部门池');
    expect(listTitle(read('scope=held'), name)).toBe('各承办人 手上');
    expect(listTitle(read('scope=done&holder=a'), name)).toBe('何建平 今日办结');
  });
});
