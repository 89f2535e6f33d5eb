// Owns the byte gate: what a voter downloads, compressed, from an empty cache to the answer, in a real browser, on
// the static export with the practice county; and the page's promise to ask nobody else and nothing twice.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Response } from 'playwright';
import { practiceAddresses } from '@/data/sandbox/addresses';
import { devSigningKey } from '@/lib/adapters/signing-key';
import { languages } from '@/lib/messages/languages';
import { compileSandbox } from '../start/sandbox-release';
import { chromiumPath, ensureChromium } from '../test/chromium';
import { budgetBytes, type Download, downloadFaults, totalBytes } from './download-faults';
import { serveStaticSite } from './static-site';

/** The map comes after the answer, and only where it is scrolled to. */
const mapFile = /leaflet-(container|pane|map-pane)|"type":"(Topology|FeatureCollection)"/;
const prefetchMs = 1500;

async function downloadOf(response: Response, origin: string, afterSubmit: boolean): Promise<Download> {
  const { requestHeadersSize: _request, ...sizes } = await response.request().sizes();
  const body = await response.text().catch(() => '');
  return {
    path: response.url().startsWith(origin) ? response.url().slice(origin.length) : response.url(),
    bytes: sizes.responseBodySize + sizes.responseHeadersSize,
    afterSubmit,
    isMap: mapFile.test(body),
  };
}

/** Opens `/<language>/`, types `address`, waits for the answer; gives everything that was downloaded till then. */
async function downloadsToAnswer(browser: Browser, origin: string, language: string, address: string) {
  const page = await browser.newPage();
  const pending: Promise<Download>[] = [];
  let submitted = false;
  let answered = false;
  page.on('response', (response) => {
    if (!answered) pending.push(downloadOf(response, origin, submitted));
  });
  await page.goto(`${origin}/${language}/`);
  await page.getByRole('combobox').fill(address);
  await page.waitForTimeout(prefetchMs);
  submitted = true;
  await page.getByRole('combobox').press('Enter');
  const outcome = await page.locator('[data-outcome]').getAttribute('data-outcome');
  answered = true;
  const downloads = await Promise.all(pending);
  await page.close();
  return { outcome, downloads };
}

/** What is wrong with one language's downloads, as sentences; prints them all. */
async function faultsOf(browser: Browser, origin: string, language: string): Promise<string[]> {
  const practice = practiceAddresses.find(({ expectKind }) => expectKind === 'found');
  if (!practice) throw new Error('the practice county has no address that is found');
  const { outcome, downloads } = await downloadsToAnswer(browser, origin, language, practice.address);
  for (const { path, bytes, isMap } of downloads.toSorted((a, b) => b.bytes - a.bytes)) {
    console.log(`${String(bytes).padStart(8)}  ${path}${isMap ? '  (map, not counted)' : ''}`);
  }
  console.log(`${String(totalBytes(downloads)).padStart(8)}  /${language}/ to the answer, of ${budgetBytes}`);
  return downloadFaults(language, outcome, downloads);
}

async function main(): Promise<void> {
  if (!existsSync('out/index.html')) throw new Error('there is no static export: npm run build:public');
  ensureChromium();
  const key = await devSigningKey(process.cwd());
  if (!key.ok) throw new Error(key.error.message);
  const release = mkdtempSync(join(tmpdir(), 'levee-bytes-'));
  await compileSandbox(release, key.value, new Date());
  const site = await serveStaticSite('out', release);
  const browser = await chromium.launch(chromiumPath());
  try {
    const faults: string[] = [];
    for (const { tag } of languages) faults.push(...(await faultsOf(browser, site.origin, tag)));
    for (const fault of faults) console.error(fault);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await site.close();
    rmSync(release, { recursive: true });
  }
}

void main();
