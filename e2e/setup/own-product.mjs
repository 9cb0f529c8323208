// Each of Jest's workers speaks to the product that was started for it.
if (!process.env.ONEWINDOW_ORIGIN) {
  const products = JSON.parse(process.env.ONEWINDOW_PRODUCTS);
  const { origin, dataDir } = products[(Number(process.env.JEST_WORKER_ID) - 1) % products.length];
  process.env.ONEWINDOW_ORIGIN = origin;
  process.env.ONEWINDOW_DATA_DIR = dataDir;
}
