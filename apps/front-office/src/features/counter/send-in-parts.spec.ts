import { UPLOAD_PART_BYTES } from '@onewindow/contracts';
import { describe, expect, it } from '@jest/globals';
import { sendInParts } from './send-in-parts.js';

const SIZE = 2 * UPLOAD_PART_BYTES + 5;
const file = {
  name: 'large.pdf',
  type: 'application/pdf',
  size: SIZE,
  slice: (from: number, to: number) => ({ from, to }),
} as unknown as File;
const answer = { file: {}, material: {}, version: 2 };

/** A server that keeps what it received, and a line that breaks once behind the given part. */
function server(breaksAfter: number | null) {
  const seen: string[] = [];
  let received = 0;
  let broken = false;
  return {
    seen,
    beginUpload: () => (seen.push('begin'), Promise.resolve({ id: 'u1', size: SIZE, received: 0 })),
    getUpload: () => (seen.push('ask'), Promise.resolve({ id: 'u1', size: SIZE, received })),
    sendUploadPart: ({ params: { start } }: { params: { start: unknown } }) => {
      seen.push(`part ${String(start)}`);
      received = Math.min(Number(start) + UPLOAD_PART_BYTES, SIZE);
      if (!broken && start === breaksAfter) {
        broken = true;
        return Promise.reject(new TypeError('The line broke.'));
      }
      return Promise.resolve({ id: 'u1', size: SIZE, received });
    },
    finishUpload: (_: unknown, options: { idempotencyKey?: string } = {}) => (
      seen.push(`finish ${options.idempotencyKey ?? ''}`),
      Promise.resolve(answer)
    ),
  };
}

type Sent = Parameters<typeof sendInParts>[1];
const input = (more: Partial<Sent> = {}): Sent => ({
  ...{ caseId: 'c1', code: 'drawing', file, beginKey: 'b', finishKey: 'f', uploadId: null },
  ...{ onBegun: () => undefined, onShare: () => undefined },
  ...more,
});

describe('a large file', () => {
  it('is sent in parts and finished under its key', async () => {
    const api = server(null);
    const shares: number[] = [];
    expect(await sendInParts(api as never, input({ onShare: (share) => shares.push(share) }))).toBe(answer);
    expect(api.seen).toEqual(['begin', 'part 0', `part ${UPLOAD_PART_BYTES}`, `part ${2 * UPLOAD_PART_BYTES}`, 'finish f']);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
  });

  it('goes on behind what arrived when the line broke, though the answer was lost', async () => {
    const api = server(UPLOAD_PART_BYTES);
    let uploadId: string | null = null;
    const onBegun = (id: string) => (uploadId = id);
    await expect(sendInParts(api as never, input({ onBegun }))).rejects.toThrow('The line broke.');
    expect(await sendInParts(api as never, input({ uploadId, onBegun }))).toBe(answer);
    expect(api.seen.slice(3)).toEqual(['ask', `part ${2 * UPLOAD_PART_BYTES}`, 'finish f']);
  });
});
