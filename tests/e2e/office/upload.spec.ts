// From files on a computer to a draft that somebody has corrected and handed on; an upload that was cut off; and a hundred
// thousand problems.

import type { Page } from '@playwright/test';
import { drafts } from '@/lib/office/drafts/draft';
import { hasSharedData, sharedData } from '../../shared-data';
import { expectNoViolations } from '../axe';
import { look } from './look';
import { expect, officeFor, signedIn, test } from './office-test';
import { open } from './ready';
import { draftWithProblems, feedWithLargeNotes, filesIn } from './upload-seed';

const shown = (page: Page) => page.locator('.problem-shown');

test('a real feed is read, uploaded, corrected and submitted', async ({ browser, office }) => {
  test.skip(!hasSharedData, 'no real feeds here');
  const officeId = 'ms-uploads';
  const { page, context } = await signedIn(browser, office, { role: 'editor', officeId, name: 'Ana Ruiz' });
  await open(page, `/office/${officeId}/drafts/new/`);
  await expectNoViolations(page, 'a new upload');
  await page.getByLabel('Files', { exact: true }).setInputFiles(filesIn(sharedData('vip', 'ms-adams-2014')));
  await expect(page.getByRole('heading', { name: 'What is in them' })).toBeVisible();
  await expect(page.getByText('We found 9 problems')).toBeVisible();
  await expect(page.getByText('1,197 address ranges')).toBeVisible();
  await expectNoViolations(page, 'what is in the files');
  await page.getByRole('button', { name: 'Upload and check' }).click();

  await expect(page).toHaveURL(/\/drafts\/[\w-]{22}\/$/);
  await expect(page.getByText('Checked, not yet submitted')).toBeVisible();
  await page.getByRole('link', { name: /^Look at this 7/ }).click();
  await expect(page.locator('#problem')).toContainText('row 1,267, id');
  await shown(page).getByRole('link').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#problem')).toContainText('row 1,276, id');
  await expectNoViolations(page, 'a draft with problems');
  await page.getByLabel('Correct id').fill('13133337-2');
  await page.getByRole('button', { name: 'Correct and check again' }).click();
  await expect(page.getByRole('heading', { name: 'Corrections' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Look at this 6/ })).toBeVisible();
  await expectNoViolations(page, 'a draft with a correction');

  await page.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(page.getByText('It waits for a second person.')).toBeVisible();
  const [draft] = await drafts.list(office.ports.state, officeId);
  expect(draft?.value).toMatchObject({
    state: 'submitted',
    corrections: [
      { row: 1276, column: 'id', before: '13133337', after: '13133337-2', by: { name: 'Ana Ruiz' } },
    ],
    checked: { segments: 1197, pollingLocations: 19, warnings: 6 },
  });
  await context.close();
});

test('an upload that was cut off goes on where it stopped, after a reload', async ({ browser, office }) => {
  const officeId = 'oh-made-up';
  const { page, context } = await signedIn(browser, office, { role: 'editor', officeId });
  const sent: string[] = [];
  let isCut = true;
  await page.route('**/office/api/drafts/**/files/**', (route) => {
    if (isCut && sent.length > 8) return route.abort('connectionreset');
    sent.push(route.request().url());
    return route.continue();
  });
  await open(page, `/office/${officeId}/drafts/new/`);
  await page.getByLabel('Files', { exact: true }).setInputFiles(feedWithLargeNotes());
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page.getByText('The connection was cut')).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await expect(page.getByText('Parts are missing of: notes.txt')).toBeVisible();
  await expectNoViolations(page, 'an upload that was cut off');
  isCut = false;
  const before = sent.length;
  await page.getByLabel('Files', { exact: true }).setInputFiles(feedWithLargeNotes());
  await page.getByRole('button', { name: 'Go on with the upload' }).click();
  // The notes are no list: that is said, and nothing else is wrong.
  await expect(page.getByRole('link', { name: 'Download this problem (CSV)' })).toBeVisible();
  const problems = page.getByRole('group', { name: 'Problems' }).getByRole('row');
  await expect(problems.filter({ hasText: 'notes.txt' })).toContainText('it is not read');
  await expect(problems).toHaveCount(2);
  expect(sent.length - before).toBe(2);
  expect(new Set(sent).size).toBe(sent.length);
  await context.close();
});

test('a hundred thousand problems are filtered, sorted and paged, with and without script', async ({
  browser,
  office,
}) => {
  const officeId = 'ms-many';
  await officeFor(office, officeId);
  const { id } = await draftWithProblems(office, officeId, 100_000);
  const { page, context } = await signedIn(browser, office, { role: 'editor', officeId });
  await open(page, `/office/${officeId}/drafts/${id}/`);
  await expect(page.getByText('Page 1 of 1,000')).toBeVisible();
  // HTML of a file is text, everywhere.
  await expect(page.locator('#problem')).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.locator('main img')).toHaveCount(0);
  // Kinds by the titles of their pages of help, from A to Z, with how many there are; never by their codes.
  const kinds = await page.getByLabel('Kind').getByRole('option').allTextContents();
  expect(kinds.slice(1)).toEqual([...kinds.slice(1)].sort((a, b) => a.localeCompare(b, 'en')));
  for (const kind of kinds.slice(1)) expect(kind).toMatch(/^[A-Z“].* .* \([\d,]+\)$/);
  await look(page, 'problems by kind');
  await page.getByRole('link', { name: /^Look at this 10,000/ }).click();
  await expect(page.getByText('Page 1 of 100')).toBeVisible();
  await page.getByRole('link', { name: 'Last' }).click();
  await expect(shown(page)).toContainText('99,002');
  const row = await shown(page).boundingBox();
  expect(row?.height).toBe(36);

  const csv = await page.request.get(
    `${office.url}/office/api/drafts/${officeId}/${id}/problems/?severity=error&sort=file`,
  );
  const lines = (await csv.text()).trimEnd().split('\r\n');
  expect(lines).toHaveLength(90_001);
  expect(lines.filter((line) => line.includes('"\'=1+1"'))).toHaveLength(1);

  const plain = await browser.newContext({ baseURL: office.url, javaScriptEnabled: false });
  await plain.addCookies(await context.cookies());
  const read = await plain.newPage();
  await read.goto(`/office/${officeId}/drafts/${id}/`);
  await read.getByLabel('Order').selectOption('file');
  await read.getByRole('button', { name: 'Show' }).click();
  await read.getByRole('link', { name: 'Next' }).click();
  await expect(read.getByText('Page 2 of 1,000')).toBeVisible();
  await read.locator('.problem-link').nth(4).click();
  await expect(read.locator('#problem')).toContainText('row 106');
  await Promise.all([plain.close(), context.close()]);
});
