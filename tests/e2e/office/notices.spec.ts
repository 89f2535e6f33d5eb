// A late change in real browsers: asked for at a desk, approved on a phone, seen by voters without script, printed for the
// door; and what one person alone may say. The list is published straight in the store.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { releaseFolder } from '@/lib/adapters/release-projection';
import { hostSigningKeys } from '@/lib/adapters/signing-key';
import { languages } from '@/lib/messages/languages';
import { publish, publishPorts } from '@/lib/office/publish/publish-ports.fixture';
import { exampleCounty } from '@/lib/release/offices.fixture';
import { expectNoViolations } from '../axe';
import type { OfficeServer } from './office-server';
import { expect, officeFor, signedIn, test } from './office-test';
import { open } from './ready';

const officeId = exampleCounty.officeId;
const desk = `/office/${officeId}/notices/`;
/** A name that must be text wherever it stands. */
const GYM = 'Gym <b>& "Hall"</b>';

/** The county's list, live, signed with the key that the server has. */
async function liveList(office: OfficeServer): Promise<void> {
  await officeFor(office, officeId);
  const keys = await hostSigningKeys(process.env, process.cwd());
  if (!keys.ok) throw new Error(keys.error.message);
  const ports = await publishPorts({
    ...office.ports,
    keys: keys.value,
    publicKeys: keys.value.map(({ publicKey }) => publicKey),
    folder: releaseFolder(office.releaseFolder),
    languages,
  });
  expect((await publish(ports, exampleCounty)).state).toBe('done');
}

const isWiderThanScreen = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Without script and without the site: the page as it lies in the folder that edges pull. */
const plainPage = ({ releaseFolder }: OfficeServer, lang: string, id: string) =>
  readFileSync(join(releaseFolder, `p/${lang}/place-${officeId}.${id}.html`), 'utf8');

test.beforeAll(async ({ office }) => {
  await liveList(office);
});

test('a place moves: asked for at a desk, approved on a phone, live for voters, and a sign for the door', async ({
  browser,
  office,
}) => {
  const eve = await signedIn(browser, office, { role: 'editor', officeId, name: 'Eve Diaz' });
  await open(eve.page, desk);
  await expect(eve.page.getByText('There has been no late change yet.')).toBeVisible();
  await expectNoViolations(eve.page, 'list');
  await eve.page.getByRole('link', { name: 'Make a late change' }).click();
  const which = eve.page.getByRole('group', { name: 'Which polling place?' });
  await which.getByRole('radio', { name: /Example School/ }).check();
  await eve.page.getByRole('radio', { name: 'A place that is not on your list' }).check();
  await eve.page.getByLabel('Name of the place').fill(GYM);
  await eve.page.getByLabel('Street address').fill('5 Oak St');
  await eve.page.getByLabel('Town').fill('Exampleton');
  await expect(eve.page.getByLabel('English')).toHaveValue(/Example School is not in use\. Vote at Gym <b>/);
  await expect(eve.page.getByLabel('Español')).toHaveValue(/no se vota en Example School/);
  await expectNoViolations(eve.page, 'form');
  await eve.page.getByRole('button', { name: 'See what voters will see' }).click();
  await expect(eve.page.getByText('its ZIP in five digits')).toBeVisible();
  await eve.page.getByLabel('ZIP').fill('00011');
  await eve.page.getByRole('button', { name: 'See what voters will see' }).click();
  const english = eve.page.getByRole('region', { name: 'What voters see, English' });
  await expect(english.getByText('This polling place moved')).toBeVisible();
  await expect(english.getByRole('heading', { name: GYM })).toBeVisible();
  await expect(eve.page.getByText('Este lugar de votación cambió de sitio')).toBeVisible();
  await expectNoViolations(eve.page, 'preview');
  await eve.page.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(eve.page.getByText('Another person who may approve has to look at it.')).toBeVisible();
  expect(plainPage(office, 'en', 'school')).not.toContain('5 Oak St');

  const ben = await signedIn(browser, office, { role: 'approver', officeId, name: 'Ben Cole' });
  await ben.page.setViewportSize({ width: 360, height: 740 });
  await open(ben.page, eve.page.url());
  await expect(ben.page.getByRole('heading', { name: 'Voters will see this' })).toBeVisible();
  expect(await isWiderThanScreen(ben.page)).toBe(false);
  await expectNoViolations(ben.page, 'approve on a phone');
  await ben.page.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(ben.page.getByText('Live since')).toBeVisible({ timeout: 30_000 });
  for (const [lang, words] of [
    ['en', 'This polling place moved'],
    ['es', 'cambió de sitio'],
  ] as const) {
    const html = plainPage(office, lang, 'school');
    expect(html).toContain(words);
    expect(html).toContain('Gym &lt;b&gt;&amp; &quot;Hall&quot;&lt;/b&gt;');
  }
  const pointer = await (await ben.page.request.get('/v1/current.json')).text();
  expect(pointer).toContain('5 Oak St');

  await open(ben.page, `${eve.page.url()}sign/`);
  await expect(ben.page.getByRole('heading', { name: 'Voting has moved' })).toBeVisible();
  await expect(ben.page.getByText(GYM)).toBeVisible();
  await expect(ben.page.getByRole('img', { name: /^Code that leads to/ })).toBeVisible();
  expect(await isWiderThanScreen(ben.page)).toBe(false);
  await expectNoViolations(ben.page, 'door sign');
  await ben.page.emulateMedia({ media: 'print' });
  await expect(ben.page.getByRole('navigation').first()).toBeHidden();
  const pdf = await ben.page.pdf({ format: 'Letter' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await eve.context.close();
  await ben.context.close();
});

test('what is ticked, chosen, typed and pressed before the page has its script is not lost', async ({
  browser,
  office,
}) => {
  const { page, context } = await signedIn(browser, office, {
    role: 'editor',
    officeId,
    name: 'Ida Fast',
    isHasty: true,
  });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await context.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${desk}new/`, { waitUntil: 'commit' });
  const old = page.getByRole('group', { name: 'Which polling place?' });
  await page.getByRole('radio', { name: /A place is closed/ }).check();
  await old.getByRole('radio', { name: /Example School/ }).check();
  await page.getByLabel('until').fill('2031-11-04T20:00');
  await page.getByLabel('English').fill('The school is closed. Call us.');
  await page.getByRole('button', { name: 'See what voters will see' }).click();
  expect(new URL(page.url()).search).toBe('');
  letGo();
  // A closed place leads to another one or to a phone, and neither was chosen yet: the press was heard, nothing was guessed.
  await expect(page.locator('.desk-alert-error')).toBeVisible();
  await expect(page.getByRole('radio', { name: /A place is closed/ })).toBeChecked();
  await expect(old.getByRole('radio', { name: /Example School/ })).toBeChecked();
  await expect(page.getByLabel('until')).toHaveValue('2031-11-04T20:00');
  await expect(page.getByLabel('English')).toHaveValue('The school is closed. Call us.');
  await page.getByRole('radio', { name: 'Voters call us' }).check();
  await expect(old.getByRole('radio', { name: /Example School/ })).toBeChecked();
  await expect(page.getByLabel('English')).toHaveValue('The school is closed. Call us.');
  await context.close();
});

test('one approver alone tells voters to call first, everybody is told, and one takes it down', async ({
  browser,
  office,
}) => {
  const ann = await signedIn(browser, office, { role: 'approver', officeId, name: 'Ann Lee' });
  await open(ann.page, desk);
  await ann.page.getByRole('link', { name: 'Nobody can approve it?' }).click();
  await ann.page.getByRole('checkbox', { name: /Example Library/ }).check();
  await ann.page.getByRole('button', { name: 'See what voters will see' }).click();
  await expect(ann.page.getByText('Please call before you go')).toBeVisible();
  await ann.page.getByRole('button', { name: 'Put it up now, alone' }).click();
  await expect(ann.page.getByText('Live since')).toBeVisible({ timeout: 30_000 });
  expect(plainPage(office, 'en', 'library')).toContain('Please call before you go');

  const sue = await signedIn(browser, office, { role: 'state', officeId: null, name: 'Sue Stone' });
  await open(sue.page, '/office/');
  // Other tests' offices have theirs.
  const told = sue.page.locator('.desk-alert', { hasText: 'Ann Lee' });
  await expect(told).toContainText('One person alone told voters to call before they go');
  await told.getByRole('button', { name: 'I know of it' }).click();
  await expect(told).toBeHidden();

  await open(ann.page, desk);
  await ann.page.getByRole('link', { name: 'Look at it Example Library' }).click();
  await expect(ann.page.getByText('Ann Lee, Sue Stone')).toBeVisible();
  await ann.page.getByRole('button', { name: 'Take it down now' }).click();
  await expect(ann.page.getByText('Live since')).toBeVisible({ timeout: 30_000 });
  expect(plainPage(office, 'en', 'library')).not.toContain('Please call before you go');
  await ann.context.close();
  await sue.context.close();
});

test('a notice to all: written by one person of the state, approved by another, on the first plain page within the minute', async ({
  browser,
  office,
}) => {
  const sam = await signedIn(browser, office, { role: 'state', officeId: null, name: 'Sam Ortiz' });
  await open(sam.page, '/office/');
  await sam.page.getByRole('link', { name: 'Notices to all voters' }).click();
  await sam.page.getByRole('link', { name: 'Write a notice' }).click();
  await sam.page.getByLabel('English').fill('The site is <b>busy</b>.');
  await sam.page.getByRole('button', { name: 'See what voters will see' }).click();
  await expect(sam.page.getByText('Write what voters read in Español, too.')).toBeVisible();
  await expectNoViolations(sam.page, 'form of a notice to all');
  await sam.page.getByLabel('Español').fill('Hay mucha gente en el sitio.');
  await sam.page.getByRole('button', { name: 'See what voters will see' }).click();
  await expect(sam.page.getByText('Aviso para todos los votantes')).toBeVisible();
  await sam.page.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(sam.page.getByText('Another person who may approve has to look at it.')).toBeVisible();

  const kim = await signedIn(browser, office, { role: 'state', officeId: null, name: 'Kim Lee' });
  await kim.page.setViewportSize({ width: 360, height: 740 });
  await open(kim.page, '/office/');
  await expect(kim.page.getByText('1 waits for approval')).toBeVisible();
  await open(kim.page, sam.page.url());
  expect(await isWiderThanScreen(kim.page)).toBe(false);
  await expectNoViolations(kim.page, 'approve a notice to all on a phone');
  await kim.page.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(kim.page.getByText('Live since')).toBeVisible({ timeout: 30_000 });
  const start = (lang: string) => readFileSync(join(office.releaseFolder, `p/${lang}/index.html`), 'utf8');
  expect(start('en')).toContain('The site is &lt;b&gt;busy&lt;/b&gt;.');
  expect(start('es')).toContain('Hay mucha gente en el sitio.');

  // Nobody of an office gets there.
  const eve = await signedIn(browser, office, { role: 'approver', officeId, name: 'Eve Diaz' });
  const refused = await eve.page.goto('/office/state/notices/');
  expect(await eve.page.getByRole('heading', { level: 1 }).textContent()).not.toBe('Notices to all voters');
  expect(refused?.status()).toBeGreaterThanOrEqual(400);
  for (const { context } of [sam, kim, eve]) await context.close();
});
