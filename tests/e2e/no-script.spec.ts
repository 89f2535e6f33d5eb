// Owns that the answer is there without script: from the main page by ZIP, and from the start by clicking; that an
// address typed where no script listens goes nowhere; and that a page whose script breaks half-way still leads on.

import type { Page } from '@playwright/test';
import { languages } from '@/lib/messages/languages';
import { TAGS, violations } from './axe';
import { expect, test } from './site';

/** "112 Heron St" in the practice county. */
const PLACE = 'Heron Library (practice place)';
const ADDRESS = '100 Heron St, Practice Falls, ZZ 00001';

/** What the page says for a number of Heron St, and that the place's page says where and when. */
async function expectAnswer(page: Page, lang: string): Promise<void> {
  const street = page.locator('h2:text-is("HERON ST") + dl');
  await expect(street).toContainText(PLACE);
  await expect(street).toContainText(ADDRESS);
  await street.getByRole('link', { name: PLACE }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(PLACE);
  await expect(page.locator('html')).toHaveAttribute('lang', lang);
  await expect(page.locator('main')).toContainText(/7/);
}

for (const { tag, messages } of languages) {
  test.describe(`without script, ${tag}`, () => {
    test.use({ javaScriptEnabled: false });

    test('from the main page by ZIP', async ({ page, build }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`/${tag}/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages.shell.title);
      await expect(page.getByRole('heading', { name: messages.shell.noScriptHeading })).toBeVisible();
      // A box that does nothing is an invitation to fill it.
      await expect(page.getByLabel(messages.form.addressLabel)).not.toBeVisible();
      await page.getByLabel(messages.form.zipLabel, { exact: true }).fill('00001');
      await page.keyboard.press('Enter');
      // Where nobody can redirect, the list of ZIPs is the way.
      if (build === 'public') {
        await expect(page).toHaveURL(`/p/go/?lang=${tag}&zip=00001`);
        await page.locator(`section[lang=${tag}]`).getByRole('link', { name: '00001' }).click();
      }
      await expect(page).toHaveURL(`/p/${tag}/zip-00001.html`);
      await expectAnswer(page, tag);
      expect(asked.filter((url) => /heron/i.test(url))).toEqual([]);
      expect(
        asked.every((url) => !url.includes('.js') || url.includes('/_next/') || url.includes('choose')),
      ).toBe(true);
    });

    test('from the start by clicking, four pages in all', async ({ page }) => {
      await page.goto(`/${tag}/`);
      await page.getByRole('link', { name: messages.plain.fromMainPage }).click();
      await expect(page).toHaveURL(`/p/${tag}/index.html`);
      await page.getByRole('link', { name: 'Sandbox County', exact: true }).click();
      await page.getByRole('link', { name: '00001', exact: true }).click();
      await expectAnswer(page, tag);
      await page.getByRole('link', { name: messages.plain.toMainPage }).click();
      await expect(page).toHaveURL(`/${tag}/`);
    });

    test('the other language is one click away, on the same page', async ({ page }) => {
      await page.goto(`/p/${tag}/zip-00003.html`);
      const [other] = languages.filter((each) => each.tag !== tag);
      await page.getByRole('link', { name: other?.ownName ?? '' }).click();
      await expect(page).toHaveURL(`/p/${other?.tag}/zip-00003.html`);
    });
  });

  test(`plain pages hold WCAG 2.2 AA, light and dark, and need no scrolling sideways, ${tag}`, async ({
    page,
  }) => {
    test.slow();
    for (const name of pages) {
      await page.goto(`/p/${name === 'go' ? 'go/index' : `${tag}/${name}`}.html`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await violations(page, TAGS), `${name}, ${colorScheme}`).toEqual([]);
      }
      // 1280 px at 400%: WCAG 2.2 1.4.10.
      await page.setViewportSize({ width: 320, height: 256 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(overflow, `${name} at 400%`).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
  });
}

const pages = [
  'index',
  'county-sandbox-county.loc-county',
  'county-sandbox-county.loc-county.print',
  'zip-00001',
  'zip-00002',
  'zip-00005',
  'zip-00006',
  'zip-00007',
  'place-sandbox-county.pl-01',
  'go',
];

test('an address that is sent before the script has come goes nowhere', async ({ page, baseURL }) => {
  const asked: string[] = [];
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto('/en/');
  await page.getByRole('combobox').fill('112 Heron St, 00001');
  await page.keyboard.press('Enter');
  await page.getByRole('button').first().click();
  await page.waitForTimeout(500);
  expect(page.url()).toBe(`${baseURL}/en/`);
  await expect(page.getByRole('combobox')).toHaveValue('112 Heron St, 00001');
  expect(asked.filter((each) => /112|heron|00001/i.test(each.replace(/\/_next\/.*/, '')))).toEqual([]);
});

test('a script that fails half-way leaves the way to the lists', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.push(request.url());
  });
  await page.goto('/en/');
  await page.waitForLoadState('networkidle');
  for (const broken of scripts.filter((url) => url.includes('/_next/'))) {
    await page.route(broken, (route) => route.abort());
    await page.goto('/en/');
    await page.getByRole('link', { name: languages[0].messages.plain.fromMainPage }).click();
    await expect(page).toHaveURL(/\/p\/en\/index\.html$/);
    await page.unroute(broken);
  }
});
