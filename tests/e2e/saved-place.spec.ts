// Owns what becomes of a saved place: shown on the first page, checked against each new list, changed by a late
// change, honest without a network, and gone when it is removed. In both languages.

import type { Page } from '@playwright/test';
import { languages } from '@/lib/messages/languages';
import { waitForPages } from './kept';
import { practiceNotice, publishNotices } from './late-changes';
import { expect, type OwnSite, test } from './site';
import { Voter } from './voter';

const gym = {
  id: 'gym',
  name: 'Heron Gym (practice place)',
  line1: '9 Gym Rd',
  city: 'Practice Falls',
  state: 'ZZ',
  zip: '00001',
  latLng: null,
  timeZone: 'America/Chicago',
};

/** The voter has looked up an address and saved its place. */
async function saved(page: Page, site: OwnSite, tag: string): Promise<Voter> {
  const voter = new Voter(page, tag);
  await voter.lookUpPractice('found', site.url);
  await expect(voter.answer).toContainText(voter.say.savedPlace.what);
  await voter.answer.getByRole('button', { name: voter.say.savedPlace.save }).click();
  await expect(voter.answer.getByText(voter.say.savedPlace.saved)).toBeVisible();
  return voter;
}

const start = (text: string) => text.split('{')[0]?.trim() ?? '';

for (const { tag } of languages) {
  test(`a saved place is on the first page, and says when it was checked, ${tag}`, async ({
    page,
    ownSite,
  }) => {
    const { say } = await saved(page, ownSite, tag);
    await page.goto(`${ownSite.url}/${tag}/`);
    const card = page.locator('.saved-place');
    await expect(card).toContainText('Heron Library (practice place)');
    await expect(card).toContainText(start(say.savedPlace.same));
    await card.getByRole('button', { name: say.savedPlace.remove }).click();
    await expect(card).toHaveCount(0);
    await page.reload();
    await page.waitForTimeout(1000);
    await expect(card).toHaveCount(0);
  });

  test(`a place that was moved since says so, the new one first, ${tag}`, async ({ page, ownSite }) => {
    const { say } = await saved(page, ownSite, tag);
    await publishNotices(ownSite, [practiceNotice('moved', gym)]);
    await page.goto(`${ownSite.url}/${tag}/`);
    const card = page.locator('.saved-place');
    await expect(card.getByRole('heading')).toHaveText(say.savedPlace.changed);
    await expect(card.locator('strong')).toHaveText(gym.name);
    await expect(card).toContainText('Heron Library (practice place), 100 Heron St');
    await card.getByRole('button', { name: say.savedPlace.keepNew }).click();
    await expect(card.getByRole('heading')).toHaveText(say.savedPlace.heading);
    await page.reload();
    await expect(card.locator('strong')).toHaveText(gym.name);
    await expect(card).toContainText(start(say.savedPlace.same));
  });
}

test('without a network it says when it was last checked', async ({ page, context, ownSite }) => {
  const { say } = await saved(page, ownSite, 'en');
  await waitForPages(page, '/en/');
  await page.goto(`${ownSite.url}/en/`);
  await expect(page.locator('.saved-place')).toContainText(start(say.savedPlace.same));
  await context.setOffline(true);
  await page.close();
  const later = await context.newPage();
  await later.goto(`${ownSite.url}/en/`);
  await expect(later.locator('.saved-place')).toContainText(start(say.savedPlace.unchecked), {
    timeout: 15_000,
  });
});

test('a note that somebody wrote into the storage is shown as nothing, and breaks nothing', async ({
  page,
  ownSite,
}) => {
  const voter = new Voter(page);
  await voter.open(ownSite.url);
  await page.evaluate(async () => {
    const cache = await caches.open('levee-saved-1');
    await cache.put('/kept/place.json', new Response('{"version":1,"shown":[{"name":"Nowhere"}]}'));
  });
  await page.reload();
  await voter.addressBox.waitFor();
  await page.waitForTimeout(1000);
  await expect(page.locator('.saved-place')).toHaveCount(0);
});
