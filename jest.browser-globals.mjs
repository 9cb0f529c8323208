import { TextDecoder, TextEncoder } from 'node:util';

// Every browser has them; jsdom leaves them out.
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder;
// A test that wants an answer puts one in its place.
globalThis.fetch ??= () => Promise.reject(new TypeError('a unit test has no server'));
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
if (globalThis.window !== undefined) {
  globalThis.window.Element.prototype.scrollIntoView ??= () => undefined;
  globalThis.window.Element.prototype.checkVisibility ??= () => true;
  globalThis.window.matchMedia ??= () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined });
}
