import { describe, expect, it } from '@jest/globals';
import type { CaseMaterial } from '@onewindow/contracts';
import { checklistWords, wantsVerdict } from './checklist-words.js';

const material = (verdict: CaseMaterial['verdict'], required = true) => ({ verdict, required }) as CaseMaterial;

describe('checklistWords', () => {
  it('counts what is in order and what is not, and leaves out what there is none of', () => {
    const all = [
      material('qualified'),
      material('reused'),
      material('reused'),
      material('faulty'),
      material('missing'),
      material('missing', false),
    ];
    expect(checklistWords(all)).toEqual({ words: '必交 5：合格 1·复用 2', trouble: '有误 1·未交 1' });
    expect(checklistWords([material('missing', false)])).toEqual({ words: '必交 0', trouble: '' });
  });
});

describe('wantsVerdict', () => {
  it('asks for what is unchecked, faulty or missing, not for optional papers', () => {
    expect([material('unchecked'), material('faulty'), material('missing')].every(wantsVerdict)).toBe(true);
    expect([material('qualified'), material('reused'), material('missing', false)].some(wantsVerdict)).toBe(false);
  });
});
