import { startProduct } from './product.mjs';

/** Seeds the demonstration once; every product of the run that names no data folder begins with a copy of it. */
async function seed() {
  const { dataDir, kill } = await startProduct();
  await kill('SIGTERM');
  process.env.ONEWINDOW_SEEDED = dataDir;
}

/** One product with a hall of its own for each of Jest's workers: journeys of one hall take turns, as people at one desk would. */
export default async function start({ maxWorkers }) {
  // A product that runs already is used as it is: to try one journey again and again without starting anew.
  if (process.env.ONEWINDOW_ORIGIN) return;
  await seed();
  const started = await Promise.allSettled(Array.from({ length: maxWorkers }, () => startProduct()));
  globalThis.__onewindow = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = started.find((one) => one.status === 'rejected');
  if (failed) {
    for (const product of globalThis.__onewindow) await product.stop();
    throw failed.reason;
  }
  process.env.ONEWINDOW_PRODUCTS = JSON.stringify(globalThis.__onewindow.map(({ origin, dataDir }) => ({ origin, dataDir })));
}
