// Keeps every file of staff mode, so that it opens in a cellar. The list is written by the build: address -> digest.
// A file is kept under its address and digest; what is unchanged is never fetched again.
"use strict";
const FILES = /*FILES*/;
const CACHE = "weizhan-staff";
const AT_ONCE = 6;

function place(path) {
  return new URL(path || "./", registration.scope).href;
}

function key(path) {
  return place(path) + "?v=" + FILES[path];
}

const keys = new Map(Object.keys(FILES).map((path) => [place(path), key(path)]));

async function tell(message) {
  const pages = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  pages.forEach((page) => page.postMessage(message));
}

async function keepAll() {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const wanted = Object.keys(FILES).filter((path) => !kept.has(key(path)));
  const total = keys.size;
  let done = total - wanted.length;
  async function fetchOnes() {
    for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
      const answer = await fetch(place(path), { cache: "no-cache" });
      if (!answer.ok) throw new Error(path + " " + answer.status);
      await cache.put(key(path), answer);
      done += 1;
      await tell({ done: done, total: total });
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchOnes));
}

async function forgetOthers() {
  const cache = await caches.open(CACHE);
  const wanted = new Set(keys.values());
  const all = await cache.keys();
  await Promise.all(all.filter((request) => !wanted.has(request.url)).map((request) => cache.delete(request)));
  await clients.claim();
  await tell({ done: keys.size, total: keys.size });
}

async function answer(request) {
  const address = new URL(request.url);
  address.hash = address.search = "";
  const kept = keys.get(address.href);
  return (kept && (await caches.match(kept))) || fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keepAll().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && keys.has(event.request.url.split(/[?#]/)[0])) event.respondWith(answer(event.request));
});
