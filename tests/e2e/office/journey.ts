// Owns the whole way of a new office in a real browser, from an invitation by command line to going back: the same on any
// store. Two people, two devices with passkeys, and a voter. Knows no store.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Browser, expect, type Page } from '@playwright/test';
import { sharedData } from '../../shared-data';
import { Voter } from '../voter';
import type { OfficeServer } from './office-server';
import { noteAllAndApprove, virtualAuthenticator } from './office-test';
import { actsWhenReady, open } from './ready';
import { filesIn } from './upload-seed';

const OFFICE = 'ms-adams';
const ADDRESS = '1 Duncan Park Rd, Natchez, MS 39120';

/** The next Tuesday after the first Monday of November that is well ahead: `11/04/2031`. The feed's own day is past. */
function electionDay(now: Date): string {
  const year = now.getUTCFullYear() + 1;
  const first = new Date(Date.UTC(year, 10, 1)).getUTCDay();
  const day = 2 + ((8 - first) % 7);
  return `11/${String(day).padStart(2, '0')}/${year}`;
}

/** The real feed with its election ahead; `rename`: what a later list calls the place. */
function feed(rename: string | null) {
  return filesIn(sharedData('vip', 'ms-adams-2014')).map((file) => {
    const text = file.buffer.toString('latin1');
    if (file.name === 'election.txt') {
      return { ...file, buffer: Buffer.from(text.replace('11/04/2014', electionDay(new Date())), 'latin1') };
    }
    if (file.name !== 'polling_location.txt' || rename === null) return file;
    return { ...file, buffer: Buffer.from(text.replaceAll('DUNCAN PARK CANTEEN', rename), 'latin1') };
  });
}

/** Run the command line on the host's stores; not in step with this process, which may be the bridge to them. */
async function levee(office: OfficeServer, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, ...office.env };
  return (await promisify(execFile)(process.execPath, ['scripts/levee.mjs', ...args], { env })).stdout;
}

interface Invited {
  readonly name: string;
  readonly role: 'editor' | 'approver';
  /** A county of Mississippi; absent: Adams. */
  readonly county?: { readonly id: string; readonly name: string };
}

const adams = { id: OFFICE, name: 'Adams County' };

/** Invite somebody as an operator does. */
async function invite(office: OfficeServer, { name, role, county = adams }: Invited): Promise<string> {
  const who = ['--office', county.id, '--office-name', county.name, '--kind', 'county', '--state', 'MS'];
  const link = /http:\S+/.exec(await levee(office, 'invite', ...who, '--name', name, '--role', role))?.[0];
  if (link === undefined) throw new Error('no link');
  return link;
}

/** A person at a browser of their own, enrolled by the link, signed out and in again. */
export async function enrolled(browser: Browser, office: OfficeServer, who: Invited): Promise<Page> {
  const context = await browser.newContext({ baseURL: office.url });
  const page = await actsWhenReady(await context.newPage());
  await virtualAuthenticator(page);
  await open(page, await invite(office, who));
  await page.getByRole('button', { name: 'Make my passkey' }).click();
  await expect(page.getByText('You are signed in')).toBeVisible();
  await open(page, '/office/account/');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in with your passkey' }).click();
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible();
  return page;
}

/** What a voter who opens the page now is told: the places' names, and words that stand in the answer. */
async function expectVoterSees(
  page: Page,
  places: readonly string[],
  ...words: readonly string[]
): Promise<void> {
  const voter = new Voter(page);
  await voter.open();
  await voter.addressBox.fill(ADDRESS);
  await voter.submit();
  await expect(voter.placeNames).toHaveText([...places]);
  for (const text of words) await expect(voter.answer).toContainText(text);
}

async function upload(page: Page, files: ReturnType<typeof feed>): Promise<string> {
  await open(page, `/office/${OFFICE}/drafts/new/`);
  await page.getByLabel('Files', { exact: true }).setInputFiles(files);
  await expect(page.getByText('We found 9 problems')).toBeVisible();
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page.getByText('Checked, not yet submitted')).toBeVisible({ timeout: 20_000 });
  return new URL(page.url()).pathname;
}

/** By somebody else: notes what is unusual, approves, and watches it go live. */
export async function approve(page: Page, draft: string): Promise<void> {
  await open(page, `${draft}approve/`);
  await noteAllAndApprove(page);
  await expectLive(page);
}

async function expectLive(page: Page): Promise<void> {
  await expect(page.getByText('Voters can see it now')).toBeVisible({ timeout: 45_000 });
}

/** From nothing to a list that was published, changed late, published anew and taken back. */
export async function newOffice(browser: Browser, office: OfficeServer): Promise<void> {
  const ana = await enrolled(browser, office, { name: 'Ana Ruiz', role: 'editor' });
  const ben = await enrolled(browser, office, { name: 'Ben Ortiz', role: 'approver' });
  const voter = await (
    await browser.newContext({ baseURL: office.url, timezoneId: 'America/Chicago' })
  ).newPage();

  await open(ben, `/office/${OFFICE}/settings/`);
  await ben.getByLabel('Phone number').fill('(601) 555-0100');
  await ben.getByLabel('Answered on election day').fill('6 am to 9 pm');
  await ben.getByRole('button', { name: 'Save the phone' }).click();
  await ben.getByRole('button', { name: 'I called it and it was answered' }).click();
  await expect(ben.getByText('says Ben Ortiz')).toBeVisible();

  const draft = await upload(ana, feed(null));
  await ana.getByRole('link', { name: /^Look at this 7/ }).click();
  await ana.locator('.problem-shown').getByRole('link').focus();
  await ana.keyboard.press('ArrowDown');
  await ana.getByLabel('Correct id').fill('13133337-2');
  await ana.getByRole('button', { name: 'Correct and check again' }).click();
  await expect(ana.getByRole('heading', { name: 'Corrections' })).toBeVisible();
  await open(ana, `${draft}compare/`);
  await expect(ana.getByRole('heading', { level: 1 })).toBeVisible();
  await open(ana, `${draft}golden/`);
  await ana.getByLabel(/^One line for each/).fill(`"${ADDRESS}",DUNCAN PARK CANTEEN`);
  await ana.getByRole('button', { name: 'Save and try them' }).click();
  await expect(ana.getByText('All 1 are answered right.')).toBeVisible();
  await open(ana, draft);
  await ana.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(ana.getByText('It waits for a second person.')).toBeVisible();

  await approve(ben, draft);
  await expectVoterSees(voter, ['DUNCAN PARK CANTEEN'], '57 DUNCAN PARK RD');

  await lateChange(ana, ben);
  await expectVoterSees(voter, ['NATCHEZ FIRE STATION'], 'DUNCAN PARK CANTEEN');

  const second = await upload(ana, feed('DUNCAN PARK PAVILION'));
  await open(ana, `${second}compare/`);
  await expect(ana.getByText('DUNCAN PARK PAVILION').first()).toBeVisible();
  await open(ana, second);
  await ana.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(ana.getByText('It waits for a second person.')).toBeVisible();
  await approve(ben, second);
  await expectVoterSees(voter, ['NATCHEZ FIRE STATION'], 'DUNCAN PARK PAVILION');

  await open(ana, `/office/${OFFICE}/history/`);
  await ana.getByRole('link', { name: 'Go back to this' }).first().click();
  await ana.getByLabel('Why?').fill('The pavilion is not ready.');
  await ana.getByRole('button', { name: 'Ask for it' }).click();
  await expect(ana.getByRole('link', { name: 'Look at what voters would see' })).toBeVisible();
  await open(ben, `/office/${OFFICE}/`);
  await ben.getByRole('link', { name: 'Look at the request' }).click();
  await ben.getByRole('button', { name: 'Approve and publish' }).click();
  await expectLive(ben);
  await expectVoterSees(voter, ['NATCHEZ FIRE STATION'], 'DUNCAN PARK CANTEEN');
  // Exit code 1 would have thrown.
  expect(await levee(office, 'audit', 'verify')).toContain('entries');
  for (const page of [ana, ben, voter]) await page.context().close();
}

/** One asks for it, the other approves; voters go to a place that is on no list. */
async function lateChange(ana: Page, ben: Page): Promise<void> {
  await open(ana, `/office/${OFFICE}/notices/new/`);
  await ana.getByLabel(/^A place has moved/).check();
  await ana.getByLabel('Find a place').first().fill('duncan park');
  await ana
    .getByLabel(/^DUNCAN PARK CANTEEN/)
    .first()
    .check();
  await ana
    .getByLabel(/another address|not on your list|type/i)
    .first()
    .check();
  await ana.getByLabel('Name').fill('NATCHEZ FIRE STATION');
  await ana.getByLabel('Street address').fill('12 Main St');
  await ana.getByLabel('Town').fill('NATCHEZ');
  await ana.getByLabel('ZIP').fill('39120');
  await ana.getByRole('button', { name: 'See what voters will see' }).click();
  await expect(ana.getByRole('heading', { name: 'Voters will see this' })).toBeVisible();
  await ana.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(ana).toHaveURL(/\/notices\/[\w-]{22}\/$/);
  await open(ben, new URL(ana.url()).pathname);
  await ben.getByRole('button', { name: 'Approve and publish' }).click();
  await expectLive(ben);
}
