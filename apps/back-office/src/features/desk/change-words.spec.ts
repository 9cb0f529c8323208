import { describe, expect, it } from '@jest/globals';
import { changeWords } from './change-words.js';

const by = { id: '1', name: '周启明', staffNo: '2' };
const change = (title: string) => ({ part: 'form' as const, key: title, title, before: '1', after: '2' });

describe('what changed, in one line', () => {
  it('names who had looked when, and what is other', () => {
    const seen = { by, own: false, at: '2026-10-28T08:20:00.000Z', fresh: true };
    expect(changeWords({ seen, changes: [change('面积'), change('人数')] }, '2026-10-29')).toBe(
      '周启明 10-28 16:20 看过以后，改了 2 处：面积、人数',
    );
    const many = ['一', '二', '三', '四', '五'].map(change);
    expect(changeWords({ seen: { ...seen, own: true, fresh: false }, changes: many }, '2026-10-29')).toBe(
      '您 10-28 16:20 看过以后，改了 5 处：一、二、三、四等（已看过）',
    );
  });

  it('says nothing where nothing is other', () => expect(changeWords({ seen: null, changes: [] }, '2026-10-29')).toBe(''));
});
