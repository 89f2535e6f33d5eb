// Owns what is left where scripts are off: the question, an honest explanation, and whom to ask.

import { languages } from '@/lib/messages/languages';
import { expect, test } from './site';

test.use({ javaScriptEnabled: false });

for (const { tag, messages } of languages) {
  test(`without script the page explains itself and names a way on, ${tag}`, async ({ page }) => {
    await page.goto(`/${tag}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages.shell.title);
    // A box that does nothing is an invitation to fill it.
    await expect(page.locator('form')).not.toBeVisible();
    await expect(page.getByRole('heading', { name: messages.shell.noScriptHeading })).toBeVisible();
    await expect(page.getByRole('link', { name: messages.outcome.nationalOffices })).toBeVisible();
    await expect(page.getByRole('link', { name: messages.outcome.nationalLookup })).toBeVisible();
  });
}
