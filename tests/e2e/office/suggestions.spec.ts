// Suggested repairs on a draft's page: chosen and accepted in bulk, left as it is, taken back; read without script.

import { draftPorts } from '@/lib/adapters/draft-ports';
import { feedWith } from '@/lib/ingest/feed.fixture';
import { checkDraft } from '@/lib/office/drafts/check-draft';
import { drafts } from '@/lib/office/drafts/draft';
import { EDITOR, feedFiles, OFFICE, uploadedDraft } from '@/lib/office/drafts/draft-ports.fixture';
import { look } from './look';
import type { OfficeServer } from './office-server';
import { expect, officeFor, signedIn, test } from './office-test';
import { open } from './ready';

const ZIPS = 'Write 12 numbers with digits alone';
const LETTERS = 'Read the letters of 2 cells as they were written';
const MOVED = 'Move the cells of 1 row back into their columns';

/** 40 ranges: ZIPs with a fraction, letters in a wrong encoding, and one row whose cells have moved. */
function spoilt() {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const side = at % 2 === 0 ? 'odd' : 'even';
    const first = 100 * (1 + (at >> 1)) + (at % 2 === 0 ? 1 : 0);
    const zip = at < 12 ? '43999.0' : '43999';
    const street = at === 20 || at === 21 ? 'PEÃ‘A' : at === 30 ? ',OAK' : 'OAK';
    return `ss${at},${first},${first + 98},${side},${street},ST,Springvale,OH,${zip},p${1 + (at % 2)}`;
  });
  const header =
    'id,start_house_number,end_house_number,odd_even_both,street_name,street_suffix,city,state,zip,precinct_id';
  return feedFiles(feedWith({ 'street_segment.txt': [header, ...rows] }));
}

async function seeded(office: OfficeServer): Promise<string> {
  await officeFor(office, OFFICE.id);
  const ports = draftPorts(office.ports);
  const { id } = await uploadedDraft(ports, spoilt());
  const checked = await checkDraft(ports, { officeId: OFFICE.id, draftId: id, actor: EDITOR });
  if (!checked.ok) throw new Error(checked.error.message);
  return id;
}

test('repairs are accepted in bulk, left, and taken back', async ({ browser, office }) => {
  test.setTimeout(180_000);
  const id = await seeded(office);
  const path = `/office/${OFFICE.id}/drafts/${id}/`;
  const ana = { role: 'editor', officeId: OFFICE.id, name: 'Ana Ruiz' } as const;
  const { page, context } = await signedIn(browser, office, ana);
  const draft = async () => (await drafts.read(office.ports.state, OFFICE.id, id))?.value;
  await open(page, path);
  const panel = page.getByRole('region', { name: 'Suggested repairs' });
  await expect(panel.getByRole('checkbox')).toHaveCount(3);
  await look(page, 'suggested repairs');
  await expect(page.getByRole('link', { name: '3 repairs are suggested' })).toBeVisible();
  // Nothing is done that nobody chose: it can be pressed, and says what to do first.
  await panel.getByRole('button', { name: 'Accept what is chosen' }).click({ force: true });
  await expect(panel.getByText('Choose what to accept, or to leave as it is.')).toBeVisible();
  expect((await draft())?.checked).toMatchObject({ errors: 13, segments: 27 });

  await panel.getByLabel(ZIPS).check();
  await panel.getByLabel(MOVED).check();
  await expect(panel.getByText('2 suggestions chosen, 13 rows.')).toBeVisible();
  await panel.getByRole('button', { name: 'Accept what is chosen' }).click();
  await expect(panel.getByText('Accepted:')).toHaveCount(2);
  await expect(panel.getByRole('checkbox')).toHaveCount(1);
  expect((await draft())?.checked).toMatchObject({ errors: 0, segments: 40 });
  expect((await draft())?.repairs).toMatchObject([
    { kind: 'shifted-cells', count: 1, decision: 'accepted' },
    { kind: 'number-format', column: 'zip', count: 12, decision: 'accepted', by: { name: 'Ana Ruiz' } },
  ]);

  await panel.getByLabel(LETTERS).check();
  await panel.getByRole('button', { name: 'Leave it as it is' }).click();
  await expect(panel.getByText('Left as it is:')).toBeVisible();
  await expect(panel.getByRole('checkbox')).toHaveCount(0);
  await panel.getByText('12 rows are read so').click();
  await look(page, 'decided repairs');

  await panel.getByRole('button', { name: new RegExp(`Take back.*${ZIPS}`) }).click();
  await expect(panel.getByLabel(ZIPS)).toBeVisible();
  expect((await draft())?.checked).toMatchObject({ errors: 12, segments: 28 });
  await panel.getByRole('button', { name: new RegExp(`Take back.*${LETTERS}`) }).click();
  await expect(panel.getByRole('checkbox')).toHaveCount(2);
  await context.close();
});

test('repairs are read without script', async ({ browser, office }) => {
  const id = await seeded(office);
  const { context } = await signedIn(browser, office, { role: 'editor', officeId: OFFICE.id });
  const plain = await browser.newContext({ baseURL: office.url, javaScriptEnabled: false });
  await plain.addCookies(await context.cookies());
  const page = await plain.newPage();
  await page.goto(`/office/${OFFICE.id}/drafts/${id}/`);
  const panel = page.getByRole('region', { name: 'Suggested repairs' });
  await expect(panel.getByText(ZIPS)).toBeVisible();
  await expect(panel.getByRole('cell', { name: '43999.0' }).first()).toBeVisible();
  await expect(panel.getByRole('checkbox')).toHaveCount(0);
  await expect(panel.getByRole('button')).toHaveCount(0);
  await Promise.all([plain.close(), context.close()]);
});
