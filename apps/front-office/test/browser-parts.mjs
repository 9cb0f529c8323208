import { TextDecoder, TextEncoder } from 'node:util';

// Every browser has them, the page of the tests does not.
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder;
