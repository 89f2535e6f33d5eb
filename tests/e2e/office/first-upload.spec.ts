// A county clerk's first upload: one joined table out of a voter-registration system, from the link that lets her in to a draft
// that waits for approval. She types nothing: everything she needs is on the screen to be chosen.

import type { Page } from '@playwright/test';
import { drafts } from '@/lib/office/drafts/draft';
import { expectNoViolations } from '../axe';
import { enrolled } from './journey';
import { expect, test } from './office-test';

const COUNTY = { id: 'ms-sample', name: 'Sample County' };

/** Nothing here is a county's own: title line, odd names of columns, numbers and addresses in one cell each. */
const rows: readonly (readonly string[])[] = [
  ['Sample County Board of Elections - Street Guide by Precinct'],
  ['Street Nm', 'Hse Range', 'Muni', 'ZipCd', 'Pct#', 'Vote Site', 'Site Addr'],
  [
    'E OAK ST',
    '1-99 ODD',
    'EXAMPLETON',
    '39120',
    '07',
    'EXAMPLETON CITY HALL',
    '1 MAIN ST, EXAMPLETON MS 39120',
  ],
  ['E OAK ST', '2-98 EVEN', 'EXAMPLETON', '39120', '08', 'OAK ST SCHOOL', '40 OAK ST, EXAMPLETON MS 39120'],
  [
    'ELM AVE',
    '100-198 EVEN',
    'EXAMPLETON',
    '39120',
    '07',
    'EXAMPLETON CITY HALL',
    '1 MAIN ST, EXAMPLETON MS 39120',
  ],
  [
    'ELM AVE',
    '101-199 ODD',
    'EXAMPLETON',
    '39120',
    '07',
    'EXAMPLETON CITY HALL',
    '1 MAIN ST, EXAMPLETON MS 39120',
  ],
  ['HILL RD', '1-500', 'EXAMPLETON', '39120', '08', 'OAK ST SCHOOL', '40 OAK ST, EXAMPLETON MS 39120'],
  [
    'MAIN ST',
    '1-49 ODD',
    'EXAMPLETON',
    '39120',
    '07',
    'EXAMPLETON CITY HALL',
    '1 MAIN ST, EXAMPLETON MS 39120',
  ],
  ['MAIN ST', '2-48 EVEN', 'EXAMPLETON', '39120', '08', 'OAK ST SCHOOL', '40 OAK ST, EXAMPLETON MS 39120'],
];

const cell = (text: string): string => (text.includes(',') ? `"${text}"` : text);
const csv = rows.map((cells) => cells.map(cell).join(',')).join('\r\n');

/** The first of those on the screen: other offices of the same host may have another one. */
const generalElection = (page: Page) => page.getByLabel(/^General Election, /).first();

test('a clerk’s first upload of one joined table, without typing anything', async ({ browser, office }) => {
  test.setTimeout(120_000);
  const page = await enrolled(browser, office, { name: 'Clara Dean', role: 'editor', county: COUNTY });
  await page.getByRole('link', { name: 'Upload a file' }).first().click();
  await expect(page.getByRole('heading', { name: 'Upload a file' })).toBeVisible();
  const file = { name: 'street guide.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.getByLabel('Files', { exact: true }).setInputFiles(file);
  await expect(page.getByText('We found one table, and need to know its columns.')).toBeVisible();
  await generalElection(page).check();
  await expectNoViolations(page, 'one joined table is found');
  await page.getByRole('button', { name: 'Upload and check' }).click();

  await expect(page.getByText('We need to know which column of a table holds what.')).toBeVisible();
  await page.getByRole('link', { name: 'Look at the columns' }).click();
  await expect(page.getByRole('heading', { name: 'Which column holds what?' })).toBeVisible();
  await expect(page.getByLabel('What is in Street Nm')).toHaveValue(/street/);
  await expect(page.getByText('This table can be read.')).toBeVisible();
  await expectNoViolations(page, 'columns of one joined table');
  await page.getByRole('button', { name: 'Confirm and check again' }).click();

  await expect(page.getByText('Checked, not yet submitted')).toBeVisible();
  await expect(page.getByText('2 polling places')).toBeVisible();
  await expect(page.getByText('7 address ranges')).toBeVisible();
  await expectNoViolations(page, 'a draft of one joined table');
  await page.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(page.getByText('It waits for a second person.')).toBeVisible();
  const [draft] = await drafts.list(office.ports.state, COUNTY.id);
  expect(draft?.value).toMatchObject({
    state: 'submitted',
    author: { name: 'Clara Dean' },
    mappings: [{ table: 'street guide.csv', by: { name: 'Clara Dean' } }],
    checked: { segments: 7, precincts: 2, pollingLocations: 2, fatals: 0, errors: 0 },
  });

  // The next file with the same columns is read at once.
  await page.getByRole('link', { name: 'Desk' }).first().click();
  await page.getByRole('link', { name: 'Upload a file' }).first().click();
  await page.getByLabel('Files', { exact: true }).setInputFiles({ ...file, name: 'street guide 2.csv' });
  await generalElection(page).check();
  await expect(page.getByText('7 address ranges')).toBeVisible();
  await expect(page.getByText('need to know')).toHaveCount(0);
  await page.context().close();
});
