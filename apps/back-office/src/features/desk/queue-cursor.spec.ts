import { describe, expect, it } from '@jest/globals';
import { moveCursor, nextAfter, nextToDo } from './queue-cursor.js';

const ids = ['a', 'b', 'c'];

describe('moveCursor', () => {
  it('moves and stops at both ends', () => {
    expect(moveCursor(ids, 'a', 1)).toBe('b');
    expect(moveCursor(ids, 'c', 1)).toBe('c');
    expect(moveCursor(ids, 'a', -1)).toBe('a');
  });

  it('starts at the first when nothing is chosen or the chosen one has left', () => {
    expect(moveCursor(ids, null, 1)).toBe('a');
    expect(moveCursor(ids, 'gone', -1)).toBe('a');
    expect(moveCursor([], 'a', 1)).toBeNull();
  });
});

describe('nextAfter', () => {
  it('opens the one below, at the end the one above', () => {
    expect(nextAfter(ids, 'b')).toBe('c');
    expect(nextAfter(ids, 'c')).toBe('b');
  });

  it('has nothing to open after the last', () => {
    expect(nextAfter(['a'], 'a')).toBeNull();
  });

  it('opens the worst when the done task was not in the list', () => {
    expect(nextAfter(ids, 'x')).toBe('a');
  });
});

describe('nextToDo', () => {
  it('takes the most urgent of what is in hand, wherever one was', () => {
    expect(nextToDo('mine', ids, 'b')).toBe('a');
    expect(nextToDo('mine', ids, 'a')).toBe('b');
    expect(nextToDo('mine', ['a'], 'a')).toBeNull();
  });

  it('goes on down the pool', () => expect(nextToDo('pool', ids, 'b')).toBe('c'));
});
