// Owns a stand-in for the browser around public/sw.js: a small site, Cache Storage, events. For unit tests only;
// tests/e2e/offline.spec.ts runs the worker in a real browser.

import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const ORIGIN = 'https://vote.example';

/** A file of the site, or how asking for it ends. */
export interface SiteFile {
  readonly body: string;
  readonly contentType: string;
  readonly status?: number;
  readonly redirected?: boolean;
  readonly type?: string;
}

class FakeResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly type: string;
  readonly redirected: boolean;
  readonly headers: Headers;
  readonly #file: SiteFile;

  constructor(file: SiteFile) {
    this.#file = file;
    this.status = file.status ?? 200;
    this.ok = this.status >= 200 && this.status < 300;
    this.type = file.type ?? 'basic';
    this.redirected = file.redirected ?? false;
    this.headers = new Headers({ 'content-type': file.contentType });
  }

  clone(): FakeResponse {
    return new FakeResponse(this.#file);
  }

  async text(): Promise<string> {
    return this.#file.body;
  }
}

class FakeCache {
  readonly files = new Map<string, FakeResponse>();

  async match(path: string) {
    return this.files.get(path)?.clone();
  }

  async put(path: string, response: FakeResponse) {
    this.files.set(path, response);
  }

  async delete(path: string) {
    return this.files.delete(path);
  }

  async keys() {
    return [...this.files.keys()].map((path) => ({ url: ORIGIN + path }));
  }
}

type Handler = (event: object) => void;

interface Asked {
  readonly url?: string;
  readonly method?: string;
  readonly mode?: string;
  readonly destination?: string;
  readonly range?: boolean;
}

/** A worker in a browser of its own. `site` may be changed between requests; `asked` is what reached the network. */
export function startWorker(script: 'sw.js' | 'sw-off.js', site: Map<string, SiteFile | 'dead' | 'hangs'>) {
  const handlers = new Map<string, Handler>();
  const caches = new Map<string, FakeCache>();
  const asked: string[] = [];
  const told: unknown[] = [];
  let isRegistered = true;
  let lock: Promise<unknown> = Promise.resolve();

  async function fetchFile(input: string | { readonly url: string }): Promise<FakeResponse> {
    const path = new URL(typeof input === 'string' ? input : input.url, ORIGIN).pathname;
    asked.push(path);
    const file = site.get(path) ?? { body: 'no', contentType: 'text/html', status: 404 };
    if (file === 'hangs') return new Promise(() => {});
    if (file === 'dead') throw new TypeError('Failed to fetch');
    return new FakeResponse(file);
  }

  const storage = {
    keys: async () => [...caches.keys()],
    has: async (name: string) => caches.has(name),
    delete: async (name: string) => caches.delete(name),
    open: async (name: string) => {
      const cache = caches.get(name) ?? new FakeCache();
      caches.set(name, cache);
      return cache;
    },
    match: async (path: string, { cacheName }: { readonly cacheName: string }) =>
      caches.get(cacheName)?.match(path),
  };
  const scope = {
    addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
    location: { origin: ORIGIN },
    skipWaiting: () => {},
    clients: {
      claim: async () => {},
      matchAll: async () => [{ postMessage: (message: unknown) => told.push(message) }],
    },
    registration: {
      unregister: async () => {
        isRegistered = false;
      },
    },
  };
  const navigator = {
    locks: {
      request: (_: string, work: () => Promise<unknown>) => {
        lock = lock.catch(() => {}).then(work);
        return lock;
      },
    },
  };
  const text = readFileSync(`public/${script}`, 'utf8');
  // The time limit is made short: what is tested is that there is one.
  const setTimeout = (done: () => void) => globalThis.setTimeout(done, 20);
  runInContext(
    text,
    createContext({ ...scope, caches: storage, fetch: fetchFile, navigator, URL, setTimeout }),
  );

  async function send(name: string, event: object) {
    const lasting: Promise<unknown>[] = [];
    let answer: Promise<FakeResponse> | null = null;
    handlers.get(name)?.({
      ...event,
      waitUntil: (work: Promise<unknown>) => lasting.push(work),
      respondWith: (response: Promise<FakeResponse>) => {
        answer = response;
      },
    });
    const response = await (answer as Promise<FakeResponse> | null)?.catch(() => 'failed' as const);
    const settled = async () => {
      for (let done = 0; done < lasting.length; done += 1) await lasting[done];
    };
    return { response: response ?? null, settled };
  }

  return {
    asked,
    told,
    isRegistered: () => isRegistered,
    cacheNames: () => [...caches.keys()],
    cache: (name: string) => storage.open(name),
    kept: () => [...(caches.get('levee-shell-1')?.files.keys() ?? [])].sort(),
    /** As the page does when a voter wants nothing kept. */
    forget: () => caches.clear(),
    activate: async () => (await send('activate', {})).settled(),
    message: async (url: string, data: readonly string[] = []) =>
      (await send('message', { source: { url: ORIGIN + url }, data })).settled(),
    /** The text of what the worker answered: null where it left the request alone, 'failed' where it broke. */
    async request(path: string, { url = ORIGIN + path, method = 'GET', ...more }: Asked = {}) {
      const headers = new Headers(more.range ? { range: 'bytes=0-9' } : {});
      const { mode = 'no-cors', destination = '' } = more;
      const sent = await send('fetch', { request: { url, method, mode, destination, headers } });
      const isHanging = [...site.values()].includes('hangs');
      if (!isHanging) await sent.settled();
      return sent.response === null || sent.response === 'failed' ? sent.response : sent.response.text();
    },
    navigate(path: string) {
      return this.request(path, { mode: 'navigate', destination: 'document' });
    },
  };
}
