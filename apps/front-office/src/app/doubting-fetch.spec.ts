/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { doubtingFetch } from './doubting-fetch.js';

describe('a call of a page that nobody looks at', () => {
  const sent = jest.fn<typeof fetch>();
  const page = jest.spyOn(document, 'visibilityState', 'get');
  const isKeptAlive = async (init: RequestInit): Promise<boolean> => {
    await doubtingFetch('/api/x', { method: 'POST', ...init });
    return sent.mock.lastCall?.[1]?.keepalive === true;
  };

  beforeEach(() => {
    sent.mockResolvedValue({ status: 200 } as Response);
    Object.assign(globalThis, { fetch: sent });
    page.mockReturnValue('hidden');
  });
  afterEach(() => {
    sent.mockReset();
  });

  it('outlives the page where it saves a form, or is a command without words', async () => {
    expect(await isKeptAlive({ body: JSON.stringify({ name: '悦泉' }) })).toBe(true);
    expect(await isKeptAlive({ method: 'DELETE' })).toBe(true);
    expect(await isKeptAlive({ method: 'GET' })).toBe(false);
  });

  it('is not refused by the browser for being too large: parts of a file, files, and long forms go as ever', async () => {
    expect(await isKeptAlive({ body: new Blob([new Uint8Array(4)]) })).toBe(false);
    expect(await isKeptAlive({ body: new FormData() })).toBe(false);
    expect(await isKeptAlive({ body: 'a'.repeat(60_000) })).toBe(false);
    // Three bytes each.
    expect(await isKeptAlive({ body: '件'.repeat(20_000) })).toBe(false);
    expect(await isKeptAlive({ body: '件'.repeat(19_999) })).toBe(true);
  });

  it('is an ordinary one while the page is looked at', async () => {
    page.mockReturnValue('visible');
    expect(await isKeptAlive({ body: '{}' })).toBe(false);
  });
});
