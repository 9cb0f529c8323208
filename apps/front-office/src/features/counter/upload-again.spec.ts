import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '@onewindow/api-client';
import { againLabel, nextTry } from './upload-again.js';

const refusal = (status: number, code: string) => new ProblemError({ type: 'about:blank', title: '', status, code });

describe('a file that did not arrive', () => {
  it('can be sent again while it is in hand, whatever held it up', () => {
    for (const [status, code] of [
      [401, 'session.ended'],
      [409, 'case.changed'],
      [422, 'form.invalid'],
      [0, 'client.failed'],
    ] as const)
      expect(againLabel(refusal(status, code))).toBe('再传');
    expect(againLabel(refusal(0, 'network.broken'))).toBe('续传');
    expect(againLabel(refusal(502, 'network.strange-answer'))).toBe('续传');
  });

  it('is given up only for what it is itself', () => {
    for (const [status, code] of [
      [422, 'upload.type-mismatch'],
      [422, 'upload.image-damaged'],
      [422, 'upload.file-cut-off'],
      [422, 'upload.pdf-script'],
      [413, 'network.strange-answer'],
      [415, 'upload.type-not-allowed'],
    ] as const)
      expect(againLabel(refusal(status, code))).toBeNull();
  });

  it('begins anew where the parts that were sent are lost, and goes on behind them otherwise', () => {
    const begun = { uploadId: 'u1', beginKey: 'b1' };
    expect(nextTry({ ...begun, problem: refusal(409, 'case.changed') })).toMatchObject(begun);
    const anew = nextTry({ ...begun, problem: refusal(404, 'upload.not-found') });
    expect(anew.uploadId).toBeNull();
    expect(anew.beginKey).not.toBe('b1');
  });
});
