// What tests import from '@jest/globals'. The light runner knows no time limits: here each test and each hook gets its own.
import { setImmediate as nextTurn } from 'node:timers/promises';

const LIMIT_MS = Number(process.env.ONEWINDOW_TEST_LIMIT_MS ?? 60_000);
const { afterAll: after, afterEach: afterOne, beforeAll: before, beforeEach: beforeOne, describe, expect, test } = globalThis;

// A promise that failed and was looked at by nobody before its test ended: the test has failed with it.
const unseen = new Map();
process.on('unhandledRejection', (reason, promise) => unseen.set(promise, reason));
process.on('rejectionHandled', (promise) => unseen.delete(promise));

async function nothingUnseen() {
  await nextTurn();
  const reasons = [...unseen.values()];
  unseen.clear();
  if (reasons.length > 0) throw reasons[0];
}

function within(limit, what, work) {
  return async () => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${what} did not end within ${limit / 1000} s`)), limit);
    });
    try {
      await Promise.race([Promise.resolve().then(work), late]);
      await nothingUnseen();
    } finally {
      clearTimeout(timer);
    }
  };
}

const hook =
  (name, original) =>
  (work, limit = LIMIT_MS) =>
    original(within(limit, name, work));

const it = (title, work, limit = LIMIT_MS) => test(title, within(limit, title, work));
it.each =
  (...table) =>
  (title, work, limit = LIMIT_MS) =>
    test.each(...table)(title, (...row) => within(limit, title, () => work(...row))());

const afterAll = hook('afterAll', after);
const afterEach = hook('afterEach', afterOne);
const beforeAll = hook('beforeAll', before);
const beforeEach = hook('beforeEach', beforeOne);

export { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, it as test };
