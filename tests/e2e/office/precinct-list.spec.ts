// A clerk who has streets live uploads nothing but a table of precincts and their places: what it leaves out is said, what it moves
// is compared, a second person approves, and voters are sent to the new places. A county without streets publishes such a table
// alone.

import type { Browser, Page } from '@playwright/test';
import { feedWith } from '@/lib/ingest/feed.fixture';
import { madeWorkbook } from '@/lib/ingest/xlsx/workbook.fixture';
import { expectNoViolations } from '../axe';
import { Voter } from '../voter';
import { approve } from './journey';
import type { OfficeServer } from './office-server';
import { expect, officeWithPhone, signedIn, test } from './office-test';
import { open } from './ready';
import type { ChosenFile } from './upload-seed';

/** A day that is always ahead. */
const year = new Date().getUTCFullYear() + 1;
const DAY = `${year}-05-04`;
const NAME = 'May Election';

const streets = feedWith({
  'source.txt': ['id,name,vip_id,date_time', `s1,Claiborne County,28021,${year}-01-01T12:00:00`],
  'state.txt': ['id,name', 'st28,Mississippi'],
  // Not the id that a table alone would get.
  'election.txt': [
    'id,date,name,election_type,state_id,polling_hours',
    `4001,${DAY},${NAME},state,st28,7am-7pm`,
  ],
  'locality.txt': [
    'id,name,type,state_id,election_administration_id,time_zone,polling_location_ids',
    'loc1,Claiborne,county,st28,ea1,America/Chicago,',
  ],
  'precinct.txt': [
    'id,name,number,locality_id,polling_location_ids',
    '70001,Courthouse,01,loc1,pl1',
    '70002,Alcorn,02,loc1,pl2',
    '70003,Hermanville,03,loc1,pl2',
    '70004,Pattison,04,loc1,pl3',
  ],
  'polling_location.txt': [
    'id,name,structured_line_1,structured_city,structured_state,structured_zip,latitude,longitude',
    'pl1,County Courthouse,410 Market St,Port Gibson,MS,39150,31.96,-90.98',
    'pl2,Old School,12 School St,Port Gibson,MS,39150,31.95,-90.99',
    'pl3,Pattison Fire House,9 Pattison Rd,Port Gibson,MS,39150,31.94,-90.97',
  ],
  'street_segment.txt': [
    'id,start_house_number,end_house_number,odd_even_both,street_name,street_suffix,city,state,zip,precinct_id',
    'a,1,99,both,CHURCH,ST,Port Gibson,MS,39150,70001',
    'b,1,99,both,FARMER,ST,Port Gibson,MS,39150,70002',
    'c,1,99,both,GREENWOOD,ST,Port Gibson,MS,39150,70003',
    'd,1,99,both,PATTISON,RD,Port Gibson,MS,39150,70004',
  ],
});

const text = (name: string, lines: readonly string[]): ChosenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});
const feedFiles = () => Object.entries(streets).map(([name, lines]) => text(name, lines));

const head = ['PCT', 'VOTES AT', 'STREET', 'TOWN', 'ZIP'];
const rows = [
  ['Pct 1', 'COUNTY COURTHOUSE', '410 Market St', 'Port Gibson', 39150],
  ['Pct 2', 'New Gym', '77 Gym Ln', 'Port Gibson', 39150],
  ['Pct 3', 'County Courthouse', '410 Market St', 'Port Gibson', 39150],
  ['Pct 4', 'Pattison Fire House', '9 Pattison Rd', 'Port Gibson', 39150],
] as const;

function workbook(name: string, count: number): ChosenFile {
  const sheet = [['Polling places by precinct'], head, ...rows.slice(0, count)];
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(madeWorkbook({ sheets: [{ name: 'Sites', rows: sheet }] })),
  };
}

/** The office with a phone that somebody has confirmed, and two people. */
async function deskOf(browser: Browser, office: OfficeServer, officeId: string) {
  await officeWithPhone(office, officeId);
  const ana = await signedIn(browser, office, { role: 'editor', officeId, name: 'Ana Ruiz' });
  const ben = await signedIn(browser, office, { role: 'approver', officeId, name: 'Ben Ortiz' });
  const voter = await browser.newContext({ baseURL: office.url, timezoneId: 'America/Chicago' });
  return {
    ana,
    ben,
    voter: await voter.newPage(),
    close: () => Promise.all([ana, ben].map((o) => o.context.close())).then(() => voter.close()),
  };
}

/** Ends on the draft's page; gives its path. */
async function upload(
  page: Page,
  officeId: string,
  files: readonly ChosenFile[],
  election: boolean,
): Promise<string> {
  await open(page, `/office/${officeId}/drafts/new/`);
  await page.getByLabel('Files', { exact: true }).setInputFiles([...files]);
  const start = page.getByRole('button', { name: 'Upload and check' });
  await expect(start).toBeEnabled({ timeout: 30_000 });
  if (election)
    await page
      .getByLabel(new RegExp(`^${NAME}, `))
      .first()
      .check();
  await start.click();
  // The address of the draft stands there before its files have arrived.
  const read = /^Checked, not yet submitted|We need to know which column of a table holds what/;
  await expect(page.getByText(read).first()).toBeVisible({ timeout: 60_000 });
  await expect(page).toHaveURL(/\/drafts\/[\w-]{22}\/$/);
  return new URL(page.url()).pathname;
}

async function submit(page: Page, draft: string): Promise<void> {
  await open(page, draft);
  await page.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(page.getByText('It waits for a second person.')).toBeVisible();
}

async function answerOf(page: Page, address: string): Promise<Voter> {
  const voter = new Voter(page);
  await voter.open();
  await voter.lookUp(`${address}, Port Gibson, MS 39150`);
  return voter;
}

async function expectPlaces(page: Page, expected: Readonly<Record<string, string>>): Promise<void> {
  for (const [address, name] of Object.entries(expected)) {
    const voter = await answerOf(page, address);
    await expect(voter.answer, address).toHaveAttribute('data-outcome', 'found');
    await expect(voter.placeNames, address).toHaveText([name]);
  }
}

test('a table of precincts and places moves the streets that are live', async ({ browser, office }) => {
  test.setTimeout(240_000);
  const officeId = 'ms-claiborne';
  const { ana, ben, voter, close } = await deskOf(browser, office, officeId);
  const first = await upload(ana.page, officeId, feedFiles(), false);
  await submit(ana.page, first);
  await approve(ben.page, first);
  await expectPlaces(voter, { '5 Church St': 'County Courthouse', '5 Farmer St': 'Old School' });

  // A table that lacks a precinct says so before anybody approves it, and is taken back.
  const short = await upload(ana.page, officeId, [workbook('sites.xlsx', 3)], true);
  await ana.page.getByRole('link', { name: 'Look at the columns' }).click();
  await expect(ana.page.getByText('This table can be read.').first()).toBeVisible();
  await expectNoViolations(ana.page, 'columns of a table of precincts');
  await ana.page.getByRole('button', { name: 'Confirm and check again' }).click();
  await expect(ana.page).toHaveURL(new RegExp(`${short}$`));
  await expect(ana.page.getByText('This list is laid over what is live').first()).toBeVisible();
  await expect(ana.page.getByText('1 street range is left out', { exact: false }).first()).toBeVisible();
  await expect(ana.page.getByText('70004 Pattison').first()).toBeVisible();
  await expectNoViolations(ana.page, 'a draft that leaves streets out');
  await open(ana.page, `${short}compare/`);
  await expect(
    ana.page.getByText('1 address range of Pattison Fire House is no longer on the list').first(),
  ).toBeVisible();
  await expect(
    ana.page.getByText('One precinct loses its polling place.', { exact: false }).first(),
  ).toBeVisible();

  // The whole table, with the same columns, is read at once.
  const draft = await upload(ana.page, officeId, [workbook('sites 2.xlsx', 4)], true);
  await expect(
    ana.page.getByText('Your 4 street ranges stay; 2 precincts get another place.').first(),
  ).toBeVisible();
  await expect(ana.page.getByText('left out', { exact: false })).toHaveCount(0);
  await open(ana.page, `${draft}compare/`);
  await expect(ana.page.getByText('1 address range moves from Old School to New Gym').first()).toBeVisible();
  await expect(
    ana.page.getByText(/^1 address range moves from Old School to COUNTY COURTHOUSE$/i).first(),
  ).toBeVisible();
  await expect(
    ana.page.getByText('2 of 4 (50.0%) precincts change their polling place.').first(),
  ).toBeVisible();
  await expectNoViolations(ana.page, 'a table of precincts compared');
  await open(ana.page, draft.replace('/drafts/', '/').replace('/office/', '/office/preview/'));
  await ana.page.getByLabel('address', { exact: false }).first().fill('5 Farmer St, Port Gibson, MS 39150');
  await ana.page.getByRole('button', { name: 'Find my polling place' }).click();
  await expect(ana.page.getByRole('heading', { name: 'New Gym' })).toBeVisible();
  await submit(ana.page, draft);
  await approve(ben.page, draft);

  await expectPlaces(voter, {
    '5 Church St': 'COUNTY COURTHOUSE',
    '5 Farmer St': 'New Gym',
    '5 Greenwood St': 'COUNTY COURTHOUSE',
    '5 Pattison Rd': 'Pattison Fire House',
  });
  // What the table has no column for stays: the election's hours, and where the place is on the map.
  const kept = await answerOf(voter, '5 Church St');
  await expect(kept.answer).toContainText('7 am to 7 pm');
  await expect(kept.answer.locator('.map')).toBeAttached();
  await close();
});

test('a county without streets publishes its precincts and places alone', async ({ browser, office }) => {
  test.setTimeout(120_000);
  const officeId = 'ms-jefferson';
  const { ana, ben, voter, close } = await deskOf(browser, office, officeId);
  const list = text('where precincts vote.csv', [
    'PCT;NAME;VOTES AT;STREET;TOWN;ZIP',
    '004;Fayette;Courthouse Annex;1483 Main St;Fayette;39069',
    '4A;Church Hill;Christ Church;2 Church Hill Rd;Fayette;39069',
  ]);
  // Whichever election this desk offers.
  await open(ana.page, `/office/${officeId}/drafts/new/`);
  await ana.page.getByLabel('Files', { exact: true }).setInputFiles(list);
  await ana.page
    .getByLabel(/ Election, /)
    .first()
    .check();
  await ana.page.getByRole('button', { name: 'Upload and check' }).click();
  await ana.page.getByRole('link', { name: 'Look at the columns' }).click();
  await expect(ana.page.getByText('This table can be read.')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Confirm and check again' }).click();
  await expect(ana.page.getByText('This list has no streets')).toBeVisible();
  await expect(ana.page).toHaveURL(/\/drafts\/[\w-]{22}\/$/);
  const draft = new URL(ana.page.url()).pathname;
  await submit(ana.page, draft);
  await approve(ben.page, draft);

  const say = new Voter(voter);
  await say.open();
  await say.lookUp('12 Poplar Hill Rd, Fayette, MS 39069');
  await expect(say.answer).toHaveAttribute('data-outcome', 'missing');
  await expect(voter.getByText(say.say.outcome.streetsNotLoadedWhy).first()).toBeVisible();
  await voter.getByRole('button', { name: say.say.waysIn.knowPrecinct }).first().click();
  const county = voter.getByLabel(say.say.waysIn.countyLabel);
  // Which counties there are is fetched first; where there is one alone, nobody is asked which.
  await expect(county.or(voter.getByLabel(say.say.waysIn.precinctLabel)).first()).toBeVisible();
  if ((await county.count()) > 0) await county.selectOption({ label: 'Jefferson County, MS' });
  const ask = async (typed: string, names: readonly string[]) => {
    await voter.getByLabel(say.say.waysIn.precinctLabel).fill(typed);
    await voter.getByRole('button', { name: say.say.waysIn.precinctSubmit }).click();
    await expect(voter.locator('.place-name')).toHaveText([...names]);
  };
  await ask('4', ['Courthouse Annex']);
  await ask('4a', ['Christ Church']);
  await ask('church hill', ['Christ Church']);
  await close();
});
