// The desk itself: a new office's first way, settings, what a busy office shows, going back by two people, all offices. Every
// page holds at 360 px and is accessible.

import { busyOffice, ELECTION } from './desk-seed';
import { look } from './look';
import { expect, signedIn, test } from './office-test';
import { open } from './ready';

test('a new office is led from its phone to its first upload', async ({ browser, office }) => {
  const officeId = 'ms-newton';
  const { page, context } = await signedIn(browser, office, { role: 'approver', officeId, name: 'Ann Lee' });
  await open(page, '/office/');
  await expect(page).toHaveURL(`${office.url}/office/${officeId}/`);
  await look(page, 'empty desk');

  await page.getByRole('link', { name: 'Set the phone number' }).click();
  await look(page, 'settings without a phone');
  await page.getByLabel('Phone number').fill('call us');
  await page.getByLabel('Answered on election day').fill('6 am to 9 pm');
  await page.getByRole('button', { name: 'Save the phone' }).click();
  await expect(page.getByText('Give one number with its area code')).toBeVisible();
  await page.getByLabel('Phone number').fill('601.555.0100');
  await page.getByRole('button', { name: 'Save the phone' }).click();
  await expect(page.getByRole('heading', { name: 'Call it now' })).toBeVisible();
  await look(page, 'settings with a phone to call');
  await page.getByRole('button', { name: 'I called it and it was answered' }).click();
  await expect(page.getByText('says Ann Lee')).toBeVisible();
  await expect(page.getByText('(601) 555-0100', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Desk' }).first().click();
  await expect(page.getByRole('link', { name: 'Upload a file' })).toHaveCount(1);
  await expect(page.getByText('no phone number')).toHaveCount(0);
  await context.close();
});

test('a busy desk says what voters see and what waits; one person asks to go back, another approves', async ({
  browser,
  office,
}) => {
  const officeId = 'ms-busy';
  await busyOffice(office, officeId);
  const eve = await signedIn(browser, office, { role: 'editor', officeId, name: 'Eve Hall' });
  await open(eve.page, `/office/${officeId}/`);
  await expect(eve.page.getByText('One person alone told voters to call before they go')).toBeVisible();
  await expect(eve.page.getByText('Iglesia-Bautista', { exact: false }).first()).toContainText('<b>bold</b>');
  await look(eve.page, 'busy desk');

  await eve.page.getByRole('link', { name: 'History' }).first().click();
  await eve.page.waitForURL(`**/office/${officeId}/history/`);
  await look(eve.page, 'history');
  await eve.page.getByRole('link', { name: 'Go back to this' }).click();
  await expect(eve.page.getByText('from Example School to Example Library')).toBeVisible();
  await look(eve.page, 'go back');
  await eve.page.getByLabel('Why?').fill('The new list has the old precinct 7.');
  await eve.page.getByRole('button', { name: 'Ask for it' }).click();
  await eve.page.getByRole('link', { name: 'Look at what voters would see' }).click();
  await expect(eve.page.getByRole('button', { name: 'Approve and publish' })).toHaveCount(0);

  const ben = await signedIn(browser, office, { role: 'approver', officeId, name: 'Ben Ortiz' });
  await open(ben.page, `/office/${officeId}/`);
  await ben.page.getByRole('link', { name: 'Look at the request' }).click();
  await expect(ben.page.getByText('The new list has the old precinct 7.')).toBeVisible();
  await look(ben.page, 'a wish to go back');
  await ben.page.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(ben.page).toHaveURL(new RegExp(`/office/${officeId}/jobs/`));
  await Promise.all([eve.context.close(), ben.context.close()]);
});

test('the state sees all offices and both sides of a claim, an office only its own', async ({
  browser,
  office,
}) => {
  await busyOffice(office, 'ms-claimed');
  const stan = await signedIn(browser, office, { role: 'state', officeId: null, name: 'Stan Poe' });
  await open(stan.page, '/office/');
  await expect(stan.page.getByRole('row', { name: /^Claimed County/ })).toContainText(ELECTION.electionName);
  await look(stan.page, 'all offices');
  await stan.page.getByRole('link', { name: 'Claims' }).click();
  const claim = stan.page.getByRole('region', { name: /^Franklin County and Claimed County/ });
  await expect(claim.getByRole('button', { name: 'Let Claimed County answer' })).toBeVisible();
  await look(stan.page, 'claims');

  const eve = await signedIn(browser, office, { role: 'editor', officeId: 'ms-alone' });
  await open(eve.page, '/office/claims/');
  await expect(eve.page.getByText('No two offices list the same addresses.')).toBeVisible();
  const elsewhere = await eve.page.goto('/office/ms-claimed/');
  expect(elsewhere?.status()).toBe(404);
  await expect(eve.page.getByRole('heading', { name: 'This page is not here' })).toBeVisible();
  await look(eve.page, 'not here');
  await Promise.all([stan.context.close(), eve.context.close()]);
});
