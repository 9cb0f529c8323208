import { describe, expect, it } from '@jest/globals';
import { sniff } from './media-type.js';

const PDF = Buffer.from('%PDF-1.4\n');
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
const WEBP = Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1');

describe('sniff', () => {
  it.each([
    ['pdf by content', PDF, 'a.pdf', 'application/pdf', { mediaType: 'application/pdf', honest: true }],
    ['no extension, no declaration', PDF, 'scan', '', { mediaType: 'application/pdf', honest: true }],
    ['capital letters and parameters', JPEG, 'A.JPEG', 'image/jpeg; charset=x', { mediaType: 'image/jpeg', honest: true }],
    ['webp', WEBP, 'a.webp', 'image/webp', { mediaType: 'image/webp', honest: true }],
    ['a lying name', PDF, 'a.png', 'application/pdf', { mediaType: 'application/pdf', honest: false }],
    ['a lying declaration', PDF, 'a.pdf', 'image/png', { mediaType: 'application/pdf', honest: false }],
    ['gif', Buffer.from('GIF89a'), 'a.gif', 'image/gif', null],
    ['nothing', Buffer.alloc(0), 'a.pdf', 'application/pdf', null],
  ])('%s', async (_, head, name, declared, expected) => {
    expect(await sniff(head, name, declared)).toEqual(expected);
  });
});
