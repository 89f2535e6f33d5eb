// Owns the look-up on a bad connection: before the scripts are there, while an answer is on its way, and for a voter
// who has gone on meanwhile. Requests are held back by the test, so that nothing here depends on a clock.

import type { Page, Route } from '@playwright/test';
import { expect, test } from './site';
import { practice, Voter } from './voter';

/** Holds back every request that matches; the value returned lets them, and all later ones, through. */
async function holdBack(page: Page, pattern: string | RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(pattern, async (route: Route) => {
    await released;
    await route.continue();
  });
  return release;
}

const SCRIPTS = /\/_next\/.*\.js/;
const OBJECTS = '**/v1/objects/*';

/** How many steps lie behind the browser's Back. */
function historyLength(page: Page): Promise<number> {
  return page.evaluate(() => history.length);
}

test('an address typed and sent before the scripts have come still stands, and is looked up', async ({
  page,
}) => {
  const voter = new Voter(page);
  const letThrough = await holdBack(page, SCRIPTS);
  await page.goto('/en/', { waitUntil: 'commit' });
  await voter.type(practice('found'));
  await page.keyboard.press('Enter');
  await expect(voter.addressBox).toHaveValue(practice('found'));
  expect(page.url()).not.toMatch(/112|heron|00001/i);
  letThrough();
  await expect(page.locator('.election-line')).not.toBeEmpty();
  await expect(voter.addressBox).toHaveValue(practice('found'));
  await voter.submit();
  await expect(voter.placeNames).toHaveText(['Heron Library (practice place)']);
});

test('while an answer is on its way the page says so, and a second press changes nothing', async ({
  page,
}) => {
  const voter = new Voter(page);
  await voter.open();
  const letThrough = await holdBack(page, OBJECTS);
  const before = await historyLength(page);
  await voter.addressBox.fill(practice('found'));
  await voter.submit();
  await expect(page.getByText(voter.say.form.checking)).toBeVisible();
  await page.getByRole('button', { name: voter.say.form.submit }).click({ force: true });
  await page.keyboard.press('Enter');
  letThrough();
  await voter.answer.waitFor();
  await voter.settle();
  expect(await historyLength(page)).toBe(before + 1);
});

test('who changes the address while waiting gets no answer to the old one', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  const letThrough = await holdBack(page, OBJECTS);
  await voter.addressBox.fill(practice('found'));
  await voter.submit();
  await voter.addressBox.fill(practice('conflict'));
  letThrough();
  await voter.settle();
  await expect(voter.answer).toHaveCount(0);
  await voter.submit();
  await expect(voter.answer).toHaveAttribute('data-outcome', 'conflict');
});

test('who takes another way while waiting is not called back by the answer', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  const letThrough = await holdBack(page, OBJECTS);
  await voter.addressBox.fill(practice('found'));
  await voter.submit();
  await page.getByRole('button', { name: voter.say.waysIn.noStreetAddress }).click();
  letThrough();
  await voter.settle();
  await expect(voter.answer).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 2, name: voter.say.waysIn.noStreetAddress })).toBeVisible();
  await page.goBack();
  await expect(voter.addressBox).toHaveValue(practice('found'));
});

test('trying again says that it does, and leads to one answer however often it is pressed', async ({
  page,
}) => {
  const voter = new Voter(page);
  await voter.open();
  await page.route(OBJECTS, (route) => route.abort());
  await voter.lookUp(practice('found'));
  await expect(voter.answer).toHaveAttribute('data-outcome', 'cannotCheck');
  await page.unroute(OBJECTS);
  const letThrough = await holdBack(page, OBJECTS);
  const before = await historyLength(page);
  const again = page.getByRole('button', { name: voter.say.result.tryAgain });
  await again.click();
  await expect(page.getByText(voter.say.form.checking)).toBeVisible();
  await again.click();
  letThrough();
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
  await voter.settle();
  expect(await historyLength(page)).toBe(before + 1);
});
