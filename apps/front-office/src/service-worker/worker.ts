import { Releases, type Release } from './releases.js';

/** Laid in by the build. */
declare const ONE_WINDOW_RELEASE: Release;
declare const self: ServiceWorkerGlobalScope;

const releases = new Releases(ONE_WINDOW_RELEASE, caches, (input, init) => fetch(input, init));

self.addEventListener('install', (event) => {
  event.waitUntil(releases.install());
  // Open pages go on with their own pieces, which stay; nothing waits for them to close.
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(releases.tidy().then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // What is not ours and whatever the API says goes its way untouched, and never into a cache.
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith('/front/')) return;
  if (request.mode === 'navigate') event.respondWith(releases.page(request));
  else if (pathname.startsWith('/front/assets/') || pathname.startsWith('/front/speech/')) event.respondWith(releases.asset(request));
  else if (pathname.endsWith('.svg')) event.respondWith(releases.asset(request));
});
