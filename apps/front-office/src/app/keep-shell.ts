/** Lets the browser keep the pages of this site, so that they open while the server is gone. Not while the code is being worked on. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () =>
    // Without it the site works as long as the server does.
    void navigator.serviceWorker.register('/front/sw.js', { scope: '/front/', updateViaCache: 'none' }).catch(() => undefined);
  // The first screen comes first.
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
