// Keeps voters' pages, to open without a network. Never answers for /v1, which the page verifies and keeps itself,
// nor for /office, other sites, or anything but GET.
const SHELL = 'levee-shell-1';
const LIMIT_MS = 2000;
// `/en/`, `/en/practice/`, the start of the plain pages.
const PAGE = /^\/(?:[a-z]{2,3}(?:-\w+)*\/(?:[\w-]+\/)?|p\/[\w-]+\/)?$/;
// Named by what they hold, so that a copy is never old.
const HASHED = /^\/(?:_next\/static|texts)\//;
const PLAIN = /^\/(?!sw)[\w-]+\.(?:js|svg)$/;

addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(start()));
// From a page: what it has loaded.
addEventListener('message', (event) => event.waitUntil(asked(event).catch(() => {})));
addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method !== 'GET' || request.headers.has('range')) return;
  if (request.mode === 'navigate') {
    if (request.destination === 'document' && PAGE.test(path)) networkFirst(event, path);
  } else if (PLAIN.test(path)) networkFirst(event, path);
  else if (HASHED.test(path)) event.respondWith(copyFirst(event, path));
});

async function start() {
  for (const name of await caches.keys()) {
    if (name.startsWith('levee-shell-') && name !== SHELL) await caches.delete(name);
  }
  await caches.open(SHELL);
  await clients.claim();
}

async function asked({ source, data }) {
  await caches.open(SHELL);
  const path = pathOf(source.url);
  if (!(await copyOf(path))) await visit(path);
  const cache = await shell();
  for (const file of data) if (HASHED.test(file)) await ensure(cache, file);
}

// Not what follows `?`.
function pathOf(address) {
  const { origin, pathname } = new URL(address);
  return origin === location.origin ? pathname.replace(/index\.html$/, '') : 'none';
}

function networkFirst(event, path) {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((response) => PAGE.test(path) && keep(path, response.clone())).catch(() => {}));
  const answer = async () => {
    const copy = await copyOf(path);
    if (!copy) return fresh;
    const late = new Promise((resolve) => setTimeout(resolve, LIMIT_MS));
    const response = await Promise.race([fresh, late]).catch(() => {});
    // An error is no page; a redirect is the browser's to follow.
    return response && (response.ok || response.type === 'opaqueredirect') ? response : copy;
  };
  event.respondWith(answer());
}

async function copyFirst(event, path) {
  const copy = await copyOf(path);
  if (copy) return copy;
  const response = await fetch(event.request);
  // Loaded on use, like the map.
  const kept = response.clone();
  if (isGood(kept, path)) event.waitUntil(put(path, kept).catch(() => {}));
  return response;
}

async function visit(path) {
  if (PAGE.test(path)) await keep(path, await fetch(path));
}

// Files first, the page last: a page that is kept has all it needs.
async function keep(path, response) {
  const copy = response.clone();
  const html = await response.text();
  if (!isGood(copy, path) || !/<\/html>\s*$/.test(html)) return;
  const isNew = await navigator.locks.request(SHELL, async () => {
    const cache = await shell();
    await Promise.all(filesOf(html).map((file) => ensure(cache, file)));
    const before = await cache.match(path);
    if (before && (await before.text()) === html) return false;
    await cache.put(path, copy);
    await sweep(cache);
    return true;
  });
  // Good to have.
  if (isNew) {
    const others = find(html, /href="(\/(?:p\/[\w-]+|[\w-]+\/phones)\/)(?:index\.html)?"/g);
    for (const other of others) await visit(other).catch(() => {});
  }
}

async function ensure(cache, file) {
  if (HASHED.test(file) && (await cache.match(file))) return;
  const response = await fetch(file);
  if (!isGood(response, file)) throw new Error();
  await cache.put(file, response);
}

// What no kept page names is of an old version.
async function sweep(cache) {
  const paths = (await cache.keys()).map(({ url }) => pathOf(url));
  const pages = paths.filter((path) => PAGE.test(path));
  const texts = await Promise.all(pages.map(async (path) => (await cache.match(path)).text()));
  const used = [...pages, ...texts.flatMap(filesOf)];
  await Promise.all(paths.filter((path) => !used.includes(path)).map((path) => cache.delete(path)));
}

function filesOf(html) {
  return find(html, /(\/(?:_next\/static|texts)\/[\w/.~-]+)|(?:src|href)="(\/[\w-]+\.(?:js|svg))"/g);
}

function find(html, pattern) {
  return [...new Set([...html.matchAll(pattern)].map(([, first, second]) => first || second))];
}

// No error, nothing from elsewhere, no page as a script.
function isGood({ status, type, redirected, headers }, path) {
  const isHtml = /html/.test(headers.get('content-type'));
  return status === 200 && type === 'basic' && !redirected && isHtml === PAGE.test(path);
}

function copyOf(path) {
  return caches.match(path, { cacheName: SHELL }).catch(() => {});
}

async function put(path, response) {
  await (await shell()).put(path, response);
}

// What is under way when all is taken away must not bring it back.
async function shell() {
  if (!(await caches.has(SHELL))) throw new Error();
  return caches.open(SHELL);
}
