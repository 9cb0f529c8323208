import { TextDecoder, TextEncoder } from 'node:util';
import { runInThisContext } from 'node:vm';

// Every browser has them; jsdom leaves them out.
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder;
const node = runInThisContext('globalThis');
for (const name of ['Headers', 'Response']) globalThis[name] ??= node[name];
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
