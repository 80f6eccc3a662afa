// Keeps the files of the site in the browser, so that Drydock opens without a network. Files whose name holds
// a hash never change and are taken from the cache first; all others are asked for anew while there is a
// network. Nothing but this site's own files is ever stored.

const CACHE = "drydock-1";
const HASHED = /-[0-9a-f]{12,20}(_bg)?\.(js|wasm|css)$/;
const WORKER = ["worker_loader.js", "worker.js", "worker_bg.wasm"];

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const page = await (await fetch("./")).text();
      const found = page.match(/[\w./-]+\.(?:js|css|wasm)\b/g) ?? [];
      const cache = await caches.open(CACHE);
      await cache.addAll(["./", ...new Set([...WORKER, ...found.filter((name) => name !== "sw.js")])]);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "GET" && url.origin === location.origin && !url.search) {
    event.respondWith(answer(event.request, url));
  }
});

async function answer(request, url) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept && HASHED.test(url.pathname)) {
    return kept;
  }
  try {
    const fresh = await fetch(request);
    if (fresh.ok) {
      await cache.put(request, fresh.clone());
      await forgetOlder(cache, url);
    }
    return fresh;
  } catch (error) {
    if (kept) {
      return kept;
    }
    throw error;
  }
}

// Another version of the same file is of no use any more.
async function forgetOlder(cache, url) {
  const stem = (path) => path.replace(HASHED, "$1.$2");
  if (!HASHED.test(url.pathname)) {
    return;
  }
  for (const other of await cache.keys()) {
    const path = new URL(other.url).pathname;
    if (path !== url.pathname && HASHED.test(path) && stem(path) === stem(url.pathname)) {
      await cache.delete(other);
    }
  }
}
