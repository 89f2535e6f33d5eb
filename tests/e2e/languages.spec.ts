// Owns how a voter comes to a language: `/` picks it without a server, a choice made is kept, and each page says
// which language it is in.

import { languages } from '@/lib/messages/languages';
import { expect, test } from './site';
import { messagesOf } from './voter';

for (const [locale, tag] of [
  ['en-US', 'en'],
  ['es-MX', 'es'],
  ['fr-FR', 'en'],
] as const) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale });
    test(`is led from / to ${tag}`, async ({ page }) => {
      await page.goto('/');
      await page.waitForURL(`**/${tag}/`);
      await expect(page.locator('html')).toHaveAttribute('lang', tag);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(messagesOf(tag).shell.title);
      await expect(page).toHaveTitle(messagesOf(tag).shell.title);
    });
  });
}

test('a language once chosen is kept', async ({ page }) => {
  await page.goto('/en/');
  await page.getByRole('link', { name: 'Español' }).click();
  await page.waitForURL('**/es/');
  await page.goto('/');
  await page.waitForURL('**/es/');
});

test('without script, / offers every language as a link', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/`);
  for (const { tag, ownName } of languages) {
    await expect(page.getByRole('link', { name: ownName })).toHaveAttribute('href', `/${tag}/`);
  }
  await page.getByRole('link', { name: 'Español' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await context.close();
});

test('an address that does not exist says so in every language, and nothing about a voter', async ({
  page,
  build,
}) => {
  const response = await page.goto(build === 'public' ? '/404.html' : '/en/nowhere/');
  if (build === 'server') expect(response?.status()).toBe(404);
  for (const { messages } of languages) {
    await expect(page.getByRole('heading', { name: messages.errors.notFoundHeading })).toBeVisible();
  }
  await expect(page.locator('body')).not.toContainText(/not on the list|not registered/i);
});
