import { startProduct } from './product.mjs';

export default async function start() {
  const product = await startProduct();
  globalThis.__onewindow = product;
  process.env.ONEWINDOW_ORIGIN = product.origin;
  process.env.ONEWINDOW_DATA_DIR = product.dataDir;
}
