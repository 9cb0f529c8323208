export default async function globalTeardown() {
  await globalThis.onewindowTestCluster?.stop();
}
