// Owns the byte gate: what a voter downloads, compressed, from an empty cache to the answer, in a real browser, on
// the static export with the practice county; and the page's promise to ask nobody else and nothing twice.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { practiceAddresses } from '@/data/sandbox/addresses';
import { devSigningKey } from '@/lib/adapters/signing-key';
import { languages } from '@/lib/messages/languages';
import { siteFileBytes, siteFileFaults } from '../site-files/budgets';
import { compileSandbox } from '../start/sandbox-release';
import { ensureChromium, headlessPath } from '../test/chromium';
import { answerParts, budgetBytes, downloadFaults, totalBytes } from './download-faults';
import { recordDownloads } from './record-downloads';
import { serveStaticSite } from './static-site';

/** No response for so long: the page has what it wants. */
const quietMs = 1500;

/** Opens `/<language>/`, types `address`, then cuts the connection and submits; gives the answer, which parts of a whole
 *  one are missing, and everything that was downloaded before. Once its ZIP stands in the box an address needs no more round trip. */
async function downloadsToAnswer(browser: Browser, origin: string, language: string, address: string) {
  const page = await browser.newPage();
  const record = recordDownloads(page, origin);
  await page.goto(`${origin}/${language}/`);
  await page.getByRole('combobox').fill(address);
  do await page.waitForTimeout(quietMs);
  while (record.quietForMs() < quietMs);
  const downloads = await record.downloads();
  record.stop();
  await page.context().setOffline(true);
  await page.getByRole('combobox').press('Enter');
  const outcome = await page.locator('[data-outcome]').getAttribute('data-outcome');
  const missing: string[] = [];
  for (const [part, selector] of Object.entries(answerParts)) {
    if ((await page.locator(selector).count()) === 0) missing.push(part);
  }
  await page.close();
  return { outcome, missing, downloads };
}

/** What is wrong with one language's downloads, as sentences; prints them all. */
async function faultsOf(browser: Browser, origin: string, language: string): Promise<string[]> {
  const practice = practiceAddresses.find(({ expectKind }) => expectKind === 'found');
  if (!practice) throw new Error('the practice county has no address that is found');
  const { outcome, missing, downloads } = await downloadsToAnswer(
    browser,
    origin,
    language,
    practice.address,
  );
  for (const { path, bytes } of downloads.toSorted((a, b) => b.bytes - a.bytes)) {
    console.log(`${String(bytes).padStart(8)}  ${path}`);
  }
  console.log(`${String(totalBytes(downloads)).padStart(8)}  /${language}/ to the answer, of ${budgetBytes}`);
  return downloadFaults(language, outcome, missing, downloads);
}

async function main(): Promise<void> {
  if (!existsSync('out/index.html')) throw new Error('there is no static export: npm run build:public');
  ensureChromium();
  const key = await devSigningKey(process.cwd());
  if (!key.ok) throw new Error(key.error.message);
  const release = mkdtempSync(join(tmpdir(), 'levee-bytes-'));
  await compileSandbox(release, key.value, new Date());
  const site = await serveStaticSite('out', release);
  const browser = await chromium.launch(headlessPath());
  try {
    const faults: string[] = [...siteFileFaults('out')];
    for (const [name, bytes, budget] of siteFileBytes('out')) {
      console.log(`${String(bytes).padStart(8)}  /${name}, of ${budget}`);
    }
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
