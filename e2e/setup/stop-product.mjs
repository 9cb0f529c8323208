export default async function stop() {
  await Promise.all((globalThis.__onewindow ?? []).map((product) => product.stop()));
}
