// Owns the journeys of voters who can't fill the form, and the map below an answer.

import { expect, test } from './site';
import { practice, Voter } from './voter';

test('county, then town, then street: no ZIP needed', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  const { waysIn } = voter.say;
  await page.getByRole('button', { name: waysIn.noZip }).click();
  await expect(page.getByRole('heading', { name: waysIn.noZip })).toBeFocused();
  await page.getByLabel(waysIn.countyLabel).selectOption({ label: 'Sandbox County, ZZ' });
  await page.getByLabel(waysIn.townLabel, { exact: true }).selectOption('Practice Falls');
  await page.getByRole('button', { name: waysIn.useTown }).click();
  await voter.addressBox.fill('112 Heron St');
  await voter.submit();
  await expect(voter.placeNames).toHaveText(['Heron Library (practice place)']);
});

test('a ZIP picked from the town’s is put into the form', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  const { waysIn } = voter.say;
  await page.getByRole('button', { name: waysIn.noZip }).click();
  await page.getByLabel(waysIn.countyLabel).selectOption({ label: 'Sandbox County, ZZ' });
  await page.getByLabel(waysIn.townLabel, { exact: true }).selectOption('Practice Falls');
  await page.getByRole('button', { name: '00001', exact: true }).click();
  await expect(voter.zipBox).toHaveValue('00001');
});

test('a precinct by its number leads to its place; one that does not exist is said not to', async ({
  page,
}) => {
  const voter = new Voter(page);
  await voter.open();
  const { waysIn } = voter.say;
  await page.getByRole('button', { name: waysIn.knowPrecinct }).click();
  await page.getByLabel(waysIn.countyLabel).selectOption({ label: 'Sandbox County, ZZ' });
  await page.getByLabel(waysIn.precinctLabel).fill('101');
  await page.getByRole('button', { name: waysIn.precinctSubmit }).click();
  await expect(page.locator('.place-name')).toHaveText(['Heron Library (practice place)']);
  await page.getByLabel(waysIn.precinctLabel).fill('99-nowhere');
  await page.getByRole('button', { name: waysIn.precinctSubmit }).click();
  await expect(page.getByText('99-nowhere')).toBeVisible();
  await expect(page.locator('.place-name')).toHaveCount(0);
});

test('a precinct of a town whose streets are not loaded leads to its place, from the answer that says so', async ({
  page,
}) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('streets-not-loaded');
  await expect(voter.answer).toHaveAttribute('data-outcome', 'missing');
  const { waysIn } = voter.say;
  await page.getByRole('button', { name: waysIn.knowPrecinct }).first().click();
  await page.getByLabel(waysIn.countyLabel).selectOption({ label: 'Drill Harbor, ZZ' });
  await page.getByLabel(waysIn.precinctLabel).fill('drill harbor 2');
  await page.getByRole('button', { name: waysIn.precinctSubmit }).click();
  await expect(page.locator('.place-name')).toHaveText(['Drill Harbor Net Loft (practice place)']);
});

test('the list of all places can be narrowed', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  const { waysIn } = voter.say;
  await page.getByRole('button', { name: waysIn.allPlaces }).click();
  await page.getByLabel(waysIn.countyLabel).selectOption({ label: 'Sandbox County, ZZ' });
  const items = page.locator('.place-list li');
  await expect(items.first()).toBeVisible();
  expect(await items.count()).toBeGreaterThan(20);
  await page.getByLabel(waysIn.allPlacesFilter).fill('heron library');
  await expect(items).toHaveCount(1);
});

test('no street address: told that they can vote, and whom to call', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  await page.getByRole('button', { name: voter.say.waysIn.noStreetAddress }).click();
  await expect(page.getByText(voter.say.waysIn.noStreetAddressIntro)).toBeVisible();
  await expect(page.locator('.office')).toContainText('555-01');
});

test('a practice address fills the box and answers, and the URL stays', async ({ page }) => {
  const voter = new Voter(page);
  await page.goto('/en/practice/');
  await page.getByRole('button', { name: `Try ${practice('conflict')}` }).click();
  await expect(voter.answer).toHaveAttribute('data-outcome', 'conflict');
  expect(new URL(page.url()).pathname).toBe('/en/practice/');
  await page.goBack();
  await expect(voter.addressBox).toHaveValue(practice('conflict'));
});

test('the map comes after the text, when it is scrolled to, and can be reached by keyboard', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 500 });
  const voter = new Voter(page);
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.resourceType()));
  await voter.lookUpPractice('found');
  await voter.settle();
  await expect(page.locator('.leaflet-container')).toHaveCount(0);
  await page.locator('.map').scrollIntoViewIfNeeded();
  await expect(page.locator('.leaflet-container')).toHaveCount(1);
  await expect(page.locator('.map-point')).toBeVisible();
  await expect(page.locator('.map-text')).toContainText('Heron Library');
  await expect(page.locator('.leaflet-control-zoom-in')).toHaveAttribute('title', voter.say.map.zoomIn);
  await page.locator('.leaflet-container').focus();
  await expect(page.locator('.leaflet-container')).toBeFocused();
});

test('where the map cannot be had, a sentence takes its place', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  await voter.lookUp(practice('found'));
  const map = page.locator('.map');
  await map.waitFor({ state: 'attached' });
  await page.route('**/_next/static/chunks/**', (route) => route.abort());
  await map.scrollIntoViewIfNeeded();
  await expect(page.getByText(voter.say.map.failed)).toBeVisible();
});
