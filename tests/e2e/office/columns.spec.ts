// The page "Which column holds what?": looked at, corrected, confirmed, remembered and forgotten; with and without script.

import { draftPorts } from '@/lib/adapters/draft-ports';
import type { ForeignTable } from '@/lib/ingest/mapping/table-mapping';
import { drafts } from '@/lib/office/drafts/draft';
import { OFFICE } from '@/lib/office/drafts/draft-ports.fixture';
import { draftWithTables, rangesTable, startWith } from '@/lib/office/drafts/foreign-tables.fixture';
import { look, shot } from './look';
import type { OfficeServer } from './office-server';
import { expect, officeFor, signedIn, test } from './office-test';
import { open } from './ready';

const STREET = 'What is in Street';
const NEEDS_STREET = 'Say which column holds the street.';

/** A second table whose names are long, and of which little is known. */
const placesTable: ForeignTable = {
  name: 'Polling-places-of-the-county_final_version_2_<b>.csv',
  proposal: {
    mapping: {
      header: ['PRECINCT_IDENTIFICATION_NUMBER_AS_REPORTED', 'Site', ''],
      width: 3,
      kind: 'precinctPlaces',
      columns: { precinctId: 0, placeName: 1 },
      always: { city: null, state: null, zip: null },
    },
    confidence: { precinctId: 'likely', placeName: 'unsure' },
    headerRow: null,
    samples: [
      ['7', 'City Hall', ''],
      ['8', 'Church-of-the-very-long-name-that-nobody-breaks', 'x'],
    ],
  },
  confirmed: null,
  applied: null,
  start: startWith(
    ['7', 'City Hall', ''],
    ['8', 'Church-of-the-very-long-name-that-nobody-breaks', 'x'],
    ['Precinct', 'Polling place', 'Note'],
    ['9', 'School', ''],
  ),
};

async function seeded(office: OfficeServer): Promise<string> {
  await officeFor(office, OFFICE.id);
  const draft = await draftWithTables(draftPorts(office.ports), [rangesTable, placesTable]);
  return draft.id;
}

test('columns are corrected, confirmed, remembered and forgotten', async ({ browser, office }) => {
  const id = await seeded(office);
  const path = `/office/${OFFICE.id}/drafts/${id}/`;
  const ana = { role: 'editor', officeId: OFFICE.id, name: 'Ana Ruiz' } as const;
  const { page, context } = await signedIn(browser, office, ana);
  await open(page, `/office/${OFFICE.id}/`);
  await expect(page.getByText('We need to know what the columns of “Test” hold.').first()).toBeVisible();
  await open(page, path);
  await look(page, 'a draft whose columns are not known');
  await page.getByRole('link', { name: 'Look at the columns' }).click();
  await expect(page.getByRole('heading', { name: 'Which column holds what?' })).toBeVisible();
  const header = page.getByLabel('Which row holds the names of the columns?');
  await expect(header.first()).toHaveValue('3');
  await expect(header.last()).toHaveValue('none');
  // Names of files and cells are text.
  await expect(page.locator('main b')).toHaveCount(0);
  await look(page, 'columns as proposed');

  // Another row of names: columns and samples follow, and come back.
  await header.last().selectOption({ label: 'Row 3: Precinct, Polling place, Note' });
  await expect(page.getByLabel('What is in Polling place')).toBeVisible();
  await expect(page.getByLabel('Columns of Polling-places').getByText('School')).toBeVisible();
  await expect(page.getByLabel('Columns of Polling-places').getByText('City Hall')).toHaveCount(0);
  await look(page, 'another row of names');
  await header.last().selectOption('none');
  await expect(page.getByLabel('Columns of Polling-places').getByText('City Hall')).toBeVisible();
  await expect(page.getByLabel('What is in Polling place')).toHaveCount(0);

  await page.getByLabel(STREET).selectOption('');
  await expect(page.getByText(NEEDS_STREET)).toBeVisible();
  await expect(page.getByText('One table lacks something. It says what.')).toBeVisible();
  await look(page, 'columns that lack something');
  await page.getByRole('button', { name: 'Confirm and check again' }).click();
  await expect(page).toHaveURL(/\/columns\/$/);
  await page.getByLabel(STREET).selectOption({ label: 'Street (E Oak St)' });
  await expect(page.getByText(NEEDS_STREET)).toHaveCount(0);
  await page.getByLabel('What is in Town').selectOption('');
  await page.getByLabel('Town in every row').first().fill('Exampleton');
  await page.getByRole('button', { name: 'Confirm and check again' }).click();

  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(page.getByText('Checked, not yet submitted')).toBeVisible();
  const draft = (await drafts.read(office.ports.state, OFFICE.id, id))?.value;
  expect(draft?.mappings).toMatchObject([
    {
      table: 'streets.csv',
      by: { name: 'Ana Ruiz' },
      mapping: { always: { city: 'Exampleton' }, columns: { precinctId: 4, precinctName: 4 } },
    },
    { table: placesTable.name, mapping: { kind: 'precinctPlaces' } },
  ]);

  await open(page, `/office/${OFFICE.id}/settings/`);
  await page.getByText('each row is a stretch of a street').click();
  await look(page, 'what is remembered');
  const forget = page.getByRole('button', { name: 'Forget it' });
  await expect(forget).toHaveCount(2);
  await forget.first().click();
  await expect(forget).toHaveCount(1);
  await context.close();
});

test('columns are looked at and confirmed without script', async ({ browser, office }) => {
  const id = await seeded(office);
  const path = `/office/${OFFICE.id}/drafts/${id}/`;
  const { context } = await signedIn(browser, office, { role: 'editor', officeId: OFFICE.id });
  const plain = await browser.newContext({ baseURL: office.url, javaScriptEnabled: false });
  await plain.addCookies(await context.cookies());
  const page = await plain.newPage();
  await page.goto(`${path}columns/`);
  // Everything on this page works as it is.
  await expect(page.getByText('turn on JavaScript')).toHaveCount(0);
  // Another row of names is shown first, and nothing is confirmed that was not seen.
  await page.getByLabel('Which row holds the names of the columns?').last().selectOption('3');
  await page.getByRole('button', { name: 'Confirm and check again' }).click();
  await expect(page).toHaveURL(/columns\/\?/);
  await expect(page.getByLabel('What is in Polling place')).toBeVisible();
  await page.getByLabel(STREET).selectOption('');
  await page.getByRole('button', { name: 'See what is still needed' }).click();
  await expect(page.getByText(NEEDS_STREET)).toBeVisible();
  await expect(page.getByLabel(STREET)).toHaveValue('');
  await shot(page, 'columns without script');
  // What is not enough is not taken, and nothing that was chosen is lost.
  await page.getByLabel('What is in Town').selectOption('precinctName');
  await page.getByRole('button', { name: 'Confirm and check again' }).click();
  await expect(page.getByText(NEEDS_STREET)).toBeVisible();
  await expect(page.getByLabel('What is in Town')).toHaveValue('precinctName');
  await page.getByLabel('What is in Town').selectOption('city');
  await page.getByLabel(STREET).selectOption('streetWhole');
  await page.getByRole('button', { name: 'Confirm and check again' }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(page.getByText('Checked, not yet submitted')).toBeVisible();
  // What only script can do is not there to be pressed in vain, grid or form or not.
  await expect(page.locator('.needs-script').first()).toBeAttached();
  await expect(page.locator('.needs-script:visible')).toHaveCount(0);
  await page.goto(`/office/${OFFICE.id}/drafts/new/`);
  await expect(page.locator('.upload')).toBeAttached();
  await expect(page.locator('.upload')).toBeHidden();
  await Promise.all([plain.close(), context.close()]);
});
