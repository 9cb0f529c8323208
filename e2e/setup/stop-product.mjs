import { removeData } from './product.mjs';

export default async function stop() {
  await Promise.all((globalThis.__onewindow ?? []).map((product) => product.stop()));
  if (process.env.ONEWINDOW_SEEDED) removeData(process.env.ONEWINDOW_SEEDED);
}
