// Owns the same reading in a browser: a real Chromium, a page that knows nothing but two workers (the desk's own, bundled from its
// source, and a bare papaparse), and a file chosen from disk. Nothing leaves this machine.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import type { CheckRequest, WorkerMessage } from '@/lib/office-client/worker-messages';
import { chromiumPath } from '../../test/chromium';
import { knownOffice, type MadeShape } from './shapes';

export interface BrowserFigures {
  readonly bareSeconds: number;
  readonly seconds: number;
  /** The most that the page's process had in memory while the desk's worker read; the browser's own 100 MB or so are in it. */
  readonly peakBytes: number;
  /** Rows that were told on the way; each at least the one before. */
  readonly told: number;
}

export interface BrowserBench {
  readonly measure: (made: MadeShape) => Promise<BrowserFigures>;
  readonly close: () => Promise<void>;
}

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const deskWorker = fileURLToPath(new URL('../../../lib/office-client/worker.ts', import.meta.url));
const bareWorker = fileURLToPath(new URL('./bare-worker.ts', import.meta.url));

/** Minutes, on a busy machine. */
const LIMIT_MS = 20 * 60_000;

/** Opens it. Throws where there is no Chromium. */
export async function openBrowserBench(): Promise<BrowserBench> {
  const served = new Map([
    ['/', '<!doctype html><title>bench</title><input type="file" multiple>'],
    ['/desk.js', bundled(deskWorker)],
    ['/bare.js', bundled(bareWorker)],
  ]);
  const server = createServer(({ url = '/' }, response) => {
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(served.has(url) ? 200 : 404, { 'content-type': type }).end(served.get(url) ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const measure = async (made: MadeShape) => {
    const bare = await inFreshBrowser(args, (browser) => runWorker(browser, port, 'bare', made));
    const desk = await inFreshBrowser(args, (browser) => runWorker(browser, port, 'desk', made));
    const { seconds, peakBytes, told } = desk;
    return { bareSeconds: bare.seconds, seconds, peakBytes, told };
  };
  return { measure, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    absWorkingDir: repository,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

async function inFreshBrowser<T>(args: readonly string[], run: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ ...chromiumPath(), args: [...args] });
  try {
    return await run(browser);
  } finally {
    await browser.close();
  }
}

interface WorkerRun {
  readonly seconds: number;
  readonly told: number;
}

/** A small file first: what is measured is neither the start of a worker nor that of the browser. */
async function runWorker(
  browser: Browser,
  port: number,
  worker: 'bare' | 'desk',
  made: MadeShape,
): Promise<WorkerRun & { readonly peakBytes: number }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  await page.goto(`http://127.0.0.1:${port}/`);
  // The bare pass has no use for the small files of a feed, and none for what is packed.
  await page.locator('input').setInputFiles(worker === 'bare' ? [made.rowsFile] : [...made.files]);
  const office = {
    id: 'made-up',
    name: '',
    kind: 'county',
    state: 'OH',
    singleNumberBeatsRange: false,
  } as const;
  const request = { reading: { office, desk: [], known: knownOffice, mappings: made.mappings } };
  const run = await page.evaluate(inPage, { script: `/${worker}.js`, shape: made.name, request });
  return { ...run, peakBytes: await peakBytesOf(browser, page) };
}

interface Asked {
  readonly script: string;
  readonly shape: string;
  readonly request: Omit<CheckRequest, 'files'>;
}

/** Runs in the page. */
function inPage({ script, shape, request }: Asked): Promise<WorkerRun> {
  const input = document.querySelector('input');
  const files = [...(input?.files ?? [])];
  const worker = new Worker(script, { type: 'module' });
  const started = performance.now();
  let [rows, bytes] = [0, 0];
  let told = 0;
  return new Promise((resolve, reject) => {
    worker.onerror = () => reject(new Error(`${script} cannot be run`));
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.kind === 'reading') {
        if (data.rows < rows || data.bytes < bytes) reject(new Error(`progress went back at row ${rows}`));
        [rows, bytes] = [data.rows, data.bytes];
        told++;
        return;
      }
      if (data.kind === 'failed' || !data.check.isReadable) {
        reject(new Error(data.kind === 'failed' ? 'the worker failed' : JSON.stringify(data.check.first)));
      } else resolve({ seconds: (performance.now() - started) / 1000, told });
    };
    worker.postMessage({ ...request, files, shape });
  });
}

/** Linux: the most that a process has had in memory. */
async function peakBytesOf(browser: Browser, page: Page): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? '0');
  await page.close();
  return Math.max(0, ...peaks.map(Number)) * 1024;
}
