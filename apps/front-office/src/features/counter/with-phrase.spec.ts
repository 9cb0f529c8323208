import { describe, expect, it } from '@jest/globals';
import { withPhrase } from './with-phrase.js';

const PHRASES = ['不属于本机关职权范围', '申请人不具备申请资格'];

describe('withPhrase', () => {
  it('takes a phrase, and another one in its place', () => {
    expect(withPhrase('', PHRASES[0] ?? '', PHRASES)).toBe('不属于本机关职权范围');
    expect(withPhrase('不属于本机关职权范围', PHRASES[1] ?? '', PHRASES)).toBe('申请人不具备申请资格');
  });

  it('loses none of what the clerk has written', () => {
    expect(withPhrase('营业执照已吊销。', PHRASES[1] ?? '', PHRASES)).toBe('营业执照已吊销。申请人不具备申请资格');
    const both = withPhrase('营业执照已吊销', PHRASES[1] ?? '', PHRASES);
    expect(both).toBe('营业执照已吊销；申请人不具备申请资格');
    expect(withPhrase(both, PHRASES[1] ?? '', PHRASES)).toBe(both);
  });
});
