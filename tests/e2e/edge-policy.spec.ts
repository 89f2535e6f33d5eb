// Owns that the voters' pages work under the policy that the edge sends with them: a real nginx, a real browser, and not one
// report of something that the policy stopped. docs/edge.md.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { exportedSite } from '@/scripts/edge/exported-site';
import { nginxConfig } from '@/scripts/edge/nginx-config';
import { hasNginx, type RunningNginx, startNginx } from '@/scripts/edge/run-nginx';
import { freePort } from '@/scripts/free-port';
import { startHostPage } from './host-page';
import { type BuildOptions, sharedSite } from './site';
import { stoppedByPolicy } from './stopped-by-policy';
import { practice, Voter } from './voter';

const test = base.extend<BuildOptions, { edge: string }>({
  build: ['public', { option: true }],
  edge: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'levee-e2e-edge-'));
      const nginx = await startEdge(folder);
      await use(`http://localhost:${nginx.port}`);
      await nginx.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

async function startEdge(folder: string): Promise<RunningNginx> {
  const webRoot = join(folder, 'www');
  cpSync('out', webRoot, { recursive: true });
  cpSync(sharedSite.get().releaseFolder, webRoot, { recursive: true });
  const site = await exportedSite('out', { mirrors: [], tiles: [] });
  if (!site.ok) throw new Error(site.error);
  const runDir = join(folder, 'run');
  mkdirSync(runDir);
  const { policies } = site.value;
  const port = await freePort();
  return startNginx(
    nginxConfig({ webRoot, port, serverNames: ['localhost'], runDir, policies, workers: 1 }),
    runDir,
  );
}

test.skip(!hasNginx(), 'no nginx here');

test('every page of the site loads whole, and nothing in it is stopped', async ({ context, page, edge }) => {
  const stopped = await stoppedByPolicy(context);
  const pages = ['', 'practice/', 'data/', 'phones/', 'embed/'].flatMap((path) => [
    `/en/${path}`,
    `/es/${path}`,
  ]);
  for (const path of ['/', ...pages, '/p/en/index.html', '/p/go/index.html', '/nowhere/']) {
    const response = await page.goto(edge + path, { waitUntil: 'networkidle' });
    expect([path, response?.status()]).toEqual([path, path === '/nowhere/' ? 404 : 200]);
    const policy = (await response?.allHeaders())?.['content-security-policy'] ?? '';
    expect(policy).toMatch(/^default-src 'none'; (?:script|style)-src (?!.*unsafe)/);
    if (path.startsWith('/p/'))
      expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
  }
  expect(stopped).toEqual([]);
});

test('an address is looked up, its place saved, and found again without a network', async ({
  context,
  page,
  edge,
}) => {
  const stopped = await stoppedByPolicy(context);
  const voter = new Voter(page);
  await voter.open(edge);
  await voter.addressBox.fill(practice('found'));
  await voter.submit();
  await expect(voter.placeNames).toHaveText(['Heron Library (practice place)']);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload({ waitUntil: 'networkidle' });
  await context.setOffline(true);
  await page.goto(`${edge}/en/`);
  await expect(voter.addressBox).toBeVisible();
  await context.setOffline(false);
  expect(stopped).toEqual([]);
});

test('the look-up works in the frame of another site, and the form without script leads to the ZIP', async ({
  browser,
  context,
  page,
  edge,
}) => {
  const stopped = await stoppedByPolicy(context);
  const host = await startHostPage(
    edge,
    `<levee-lookup lang="en"></levee-lookup><script src="${edge}/embed.js" async></script>`,
  );
  await page.goto(host.url, { waitUntil: 'networkidle' });
  await expect(page.frameLocator('levee-lookup iframe').getByRole('combobox')).toBeVisible();
  await host.stop();
  expect(stopped).toEqual([]);

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const old = await plain.newPage();
  await old.goto(`${edge}/en/`);
  await old.getByRole('textbox').first().fill('00001');
  await old.keyboard.press('Enter');
  await expect(old).toHaveURL(`${edge}/p/en/zip-00001.html`);
  await plain.close();
});

test('a script that is not the page’s own does not run', async ({ context, page, edge }) => {
  const stopped = await stoppedByPolicy(context);
  await page.route('**/en/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      '</body>',
      '<script>document.title = "taken"</script></body>',
    );
    await route.fulfill({ response, body });
  });
  await page.goto(`${edge}/en/`, { waitUntil: 'networkidle' });
  await expect(page).not.toHaveTitle('taken');
  expect(stopped.join()).toContain('script-src');
});
