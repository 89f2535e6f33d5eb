// Owns the start of the worker that keeps the pages (public/sw.js), and heeding that the operator has turned keeping
// off (public/sw-off.js in its place). It must not know what is kept, nor by whom.

/** Where the worker lies: at the root, since it answers for every voter page. */
export const WORKER_FILE = '/sw.js';
/** Stands in public/sw-off.js, and is what that worker says to the pages. */
export const OFF = 'levee: off';

export interface WorkerPorts {
  readonly fetchFile: typeof fetch;
  /** undefined on plain http, in old browsers and in some private windows. */
  readonly workers: ServiceWorkerContainer | undefined;
  /** Take away all that is kept. */
  readonly forget: () => Promise<unknown>;
}

/** Starts the worker, or takes everything away where the operator has said so; `unknown` where the site could not be
 *  asked: then all stays as it is. The page asks itself, since it also keeps what no worker knows of. */
export async function tendWorker(ports: WorkerPorts): Promise<'on' | 'off' | 'unknown'> {
  const script = await scriptOf(ports.fetchFile);
  if (script === null) return 'unknown';
  if (script.includes(OFF)) {
    await ports.forget();
    return 'off';
  }
  const { workers } = ports;
  if (!workers) return 'on';
  workers.addEventListener('message', (event) => {
    if (event.data === OFF) void ports.forget();
  });
  try {
    await workers.register(WORKER_FILE, { scope: '/', updateViaCache: 'none' });
    // This page came before the worker did: it is to be kept as well.
    if (!workers.controller) await keepLoadedFiles(workers);
  } catch {
    // Storage off or full, or the site's policy forbids it: the page works without.
  }
  return 'on';
}

/** Has the worker keep this page, and the files that it has loaded by now beyond those its HTML names. */
export async function keepLoadedFiles(workers: ServiceWorkerContainer | undefined): Promise<void> {
  const registration = await workers?.ready;
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  registration?.active?.postMessage([...new Set(files)].filter((path) => path.startsWith('/_next/static/')));
}

async function scriptOf(fetchFile: typeof fetch): Promise<string | null> {
  try {
    const response = await fetchFile(WORKER_FILE, {
      cache: 'no-cache',
      credentials: 'omit',
      redirect: 'error',
    });
    const isScript = /javascript/.test(response.headers.get('content-type') ?? '');
    return response.ok && isScript ? await response.text() : null;
  } catch {
    return null;
  }
}
