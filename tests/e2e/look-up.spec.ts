// Owns the journeys from an address to every kind of answer, in a real browser, over a really compiled release.

import { expect, test } from './site';
import { practice, Voter } from './voter';

test('an address with its ZIP leads to the place, and focus to the answer', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
  await expect(voter.placeNames).toHaveText(['Heron Library (practice place)']);
  await expect(voter.answer.getByRole('heading', { level: 2 })).toBeFocused();
});

test('an address without ZIP or town is asked for its ZIP, which is all that is left to type', async ({
  page,
}) => {
  const voter = new Voter(page);
  await voter.open();
  await voter.addressBox.fill(practice('no-zip-or-town'));
  await voter.submit();
  await expect(voter.zipBox).toBeFocused();
  await expect(voter.page.getByText(voter.say.form.zipNeeded)).toBeVisible();
  await voter.zipBox.fill('00001');
  await voter.submit();
  await expect(voter.placeNames).toHaveText(['Heron Library (practice place)']);
});

test('a ZIP that is none is said to be none, and nothing is looked up', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  await voter.addressBox.fill(practice('no-zip-or-town'));
  await voter.submit();
  await voter.zipBox.fill('0000');
  await voter.submit();
  await expect(voter.page.getByText(voter.say.form.zipInvalid)).toBeVisible();
  await expect(voter.zipBox).toBeFocused();
  await expect(voter.answer).toHaveCount(0);
});

test('a street that two places share asks which; the one tapped is looked up', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('main-either');
  await expect(voter.answer).toHaveAttribute('data-outcome', 'choose');
  await expect(voter.placeNames).toHaveCount(0);
  await voter.answer.getByRole('button', { name: /112 S MAIN ST/i }).click();
  await expect(voter.placeNames).toHaveText(['Otter School Gym (practice place)']);
});

test('units that split a building ask which; each leads to its own place', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('unit-none');
  const choices = voter.answer.locator('.choice');
  const places = new Set<string>();
  for (const index of [0, 1]) {
    await choices.nth(index).click();
    await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
    places.add((await voter.placeNames.allTextContents()).join());
    await page.goBack();
    await expect(voter.answer).toHaveAttribute('data-outcome', 'choose');
  }
  expect(places.size).toBe(2);
});

test('"None of these" leads to the telephone and to no place', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('main-either');
  await voter.answer.getByRole('button', { name: voter.say.outcome.noneOfThese }).click();
  await expect(voter.answer.getByRole('heading', { level: 2 })).toHaveText(
    voter.say.outcome.noneOfTheseHeadline,
  );
  await expect(voter.answer).toContainText('555-01');
  await expect(voter.placeNames).toHaveCount(0);
});

test('a ZIP that reaches into another county asks first; yes shows the place', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('confirm-part');
  await expect(voter.placeNames).toHaveCount(0);
  await voter.answer.getByRole('button', { name: voter.say.outcome.confirmYes, exact: true }).click();
  await expect(voter.placeNames).toHaveText(['Mockingham Village Office (practice place)']);
});

test('no to that question shows no place', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('confirm-part');
  await voter.answer.getByRole('button', { name: /^No/ }).click();
  await expect(voter.answer.getByRole('link', { name: /nass\.org/ })).toBeVisible();
  await expect(voter.placeNames).toHaveCount(0);
});

test('Back leads from the answer to the form, where the address still stands', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  const url = page.url();
  await page.goBack();
  await expect(voter.addressBox).toHaveValue(practice('found'));
  await expect(voter.addressBox).toBeFocused();
  await page.goForward();
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
  expect(page.url()).toBe(url);
});

test('after a reload the form is there, and Back does not break it', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  await page.reload();
  await expect(voter.addressBox).toHaveValue('');
  await voter.lookUp(practice('conflict'));
  await expect(voter.answer).toHaveAttribute('data-outcome', 'conflict');
  await page.goBack();
  await expect(voter.addressBox).toBeVisible();
});

test('another address starts with an empty form: no ZIP is left over from the last one', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  await voter.addressBox.fill(practice('no-zip-or-town'));
  await voter.submit();
  await voter.zipBox.fill('00001');
  await voter.submit();
  await page.getByRole('button', { name: voter.say.form.searchAgain }).click();
  await expect(voter.addressBox).toHaveValue('');
  await expect(voter.zipBox).toHaveCount(0);
});
