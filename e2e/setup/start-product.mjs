import { startProduct } from './product.mjs';

export default async function start() {
  // A product that runs already is used as it is: to try one journey again and again without starting anew.
  if (process.env.ONEWINDOW_ORIGIN) return;
  const product = await startProduct();
  globalThis.__onewindow = product;
  process.env.ONEWINDOW_ORIGIN = product.origin;
  process.env.ONEWINDOW_DATA_DIR = product.dataDir;
}
