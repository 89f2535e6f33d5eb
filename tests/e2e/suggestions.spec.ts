// Owns the address box as a combobox (ARIA Authoring Practices, list autocomplete with manual selection): what
// the keyboard does, what is announced, and that nothing is ever picked for the voter.

import type { Page } from '@playwright/test';
import { expect, test } from './site';
import { Voter } from './voter';

/** The ZIP stands at the end, the cursor in the street, and the ZIP's streets have arrived. */
async function typeStreetBeforeZip(page: Page, street: string): Promise<Voter> {
  const voter = new Voter(page);
  await voter.open();
  await voter.addressBox.fill('112 , 00001');
  await voter.settle();
  await page.keyboard.press('Home');
  for (let step = 0; step < '112 '.length; step += 1) await page.keyboard.press('ArrowRight');
  await voter.type(street);
  return voter;
}

test('a street is picked with the keyboard alone', async ({ page }) => {
  const voter = await typeStreetBeforeZip(page, 'hero');
  await expect(voter.options.first()).toContainText('HERON ST');
  await expect(voter.addressBox).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(voter.options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(voter.addressBox).toHaveAttribute('aria-activedescendant', /.+/);
  await page.keyboard.press('Enter');
  await expect(voter.addressBox).toHaveValue('112 HERON ST, 00001');
  await expect(voter.addressBox).toHaveAttribute('aria-expanded', 'false');
  await expect(voter.answer).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(voter.placeNames).toHaveText(['Heron Library (practice place)']);
});

test('nothing is picked by Tab, and what was typed stays', async ({ page }) => {
  const voter = await typeStreetBeforeZip(page, 'hero');
  await expect(voter.options.first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(voter.addressBox).toHaveValue('112 hero, 00001');
  await expect(voter.options).toHaveCount(0);
});

test('Escape closes the list and leaves the text', async ({ page }) => {
  const voter = await typeStreetBeforeZip(page, 'hero');
  await expect(voter.options.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(voter.options).toHaveCount(0);
  await expect(voter.addressBox).toHaveValue('112 hero, 00001');
  await expect(voter.addressBox).toBeFocused();
});

test('nothing is active until an arrow key is pressed, and Home and End go back to the text', async ({
  page,
}) => {
  const voter = await typeStreetBeforeZip(page, 'ma');
  await expect(voter.options.first()).toBeVisible();
  await expect(voter.page.locator('[role=option][aria-selected=true]')).toHaveCount(0);
  for (const key of ['Home', 'End']) {
    await page.keyboard.press('ArrowUp');
    await expect(voter.options.last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press(key);
    await expect(voter.page.locator('[role=option][aria-selected=true]')).toHaveCount(0);
  }
});

test('how many streets were found is announced, and when there is none', async ({ page }) => {
  const voter = await typeStreetBeforeZip(page, 'her');
  await expect(page.getByRole('status').filter({ hasText: /^1 street found\.$/ })).toHaveCount(1);
  await voter.type('zzz');
  await expect(page.getByRole('status').filter({ hasText: voter.say.suggest.none })).toHaveCount(1);
});

test('a street is picked with a tap', async ({ page }) => {
  const voter = await typeStreetBeforeZip(page, 'hero');
  await voter.options.first().click();
  await expect(voter.addressBox).toHaveValue('112 HERON ST, 00001');
  await expect(voter.addressBox).toBeFocused();
});

test('no list covers the button once the whole address stands', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  await voter.addressBox.fill('112 Main St, Practice Falls, ZZ 00001');
  await voter.settle();
  await expect(voter.options).toHaveCount(0);
});

test('the option that the arrow keys have reached is in sight, however long the list', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 400 });
  const voter = await typeStreetBeforeZip(page, 'st');
  await expect(voter.options.nth(5)).toBeAttached();
  await page.keyboard.press('ArrowUp');
  await expect(voter.options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(voter.options.last()).toBeInViewport({ ratio: 0.9 });
});

test('an address pasted from an envelope, on several lines, is read with its ZIP', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const voter = new Voter(page);
  await voter.open();
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    '112 Heron St\nPractice Falls, ZZ\n00001',
  );
  await voter.addressBox.press('ControlOrMeta+V');
  await voter.submit();
  await expect(voter.placeNames).toHaveText(['Heron Library (practice place)']);
});
