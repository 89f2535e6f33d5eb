// A county's system exports the same old mistakes again: two cells were put right in the first upload and went live; the second upload has lost both,
// says so, and puts them back by one press, which the second person sees.

import { feedWith } from '@/lib/ingest/feed.fixture';
import { soundFeed } from '@/lib/ingest/problems/examples/sound-feed';
import { drafts } from '@/lib/office/drafts/draft';
import { approve } from './journey';
import { look } from './look';
import { expect, officeWithPhone, signedIn, test } from './office-test';
import { open } from './ready';
import { chosen } from './upload-seed';

const officeId = 'oh-again';
const year = new Date().getUTCFullYear() + 1;
const [header, ...segments] = soundFeed['street_segment.txt'];

/** As the system exports it, each time: row 3 and row 4 are no ranges of numbers. */
const exported = Object.entries(
  feedWith({
    'election.txt': soundFeed['election.txt'].map((row) => row.replace('2026', String(year))),
    'street_segment.txt': [
      header,
      segments[0],
      segments[1].replace('2,98', '2,9x8'),
      'ss3,1,9x9,odd,ELM,ST,Springvale,OH,43999,p2',
    ],
  }),
).map(([name, rows]) => chosen(name, Buffer.from(`${rows.join('\n')}\n`)));

test('two fixes that the next upload has lost are put back by one press', async ({ browser, office }) => {
  test.setTimeout(120_000);
  await officeWithPhone(office, officeId);
  const ana = await signedIn(browser, office, { role: 'editor', officeId, name: 'Ana Ruiz' });
  const ben = await signedIn(browser, office, { role: 'approver', officeId, name: 'Ben Ortiz' });
  const { page } = ana;
  const upload = async () => {
    await open(page, `/office/${officeId}/drafts/new/`);
    await page.getByLabel('Files', { exact: true }).setInputFiles(exported);
    await page.getByRole('button', { name: 'Upload and check' }).click();
    await expect(page.getByText('Checked, not yet submitted')).toBeVisible();
    return new URL(page.url()).pathname;
  };
  const submit = async (draft: string) => {
    await open(page, draft);
    await page.getByRole('button', { name: 'Submit for approval' }).click();
    await expect(page.getByText('It waits for a second person.')).toBeVisible();
  };

  const first = await upload();
  for (const [row, after] of [
    [3, '98'],
    [4, '99'],
  ] as const) {
    await expect(page.locator('#problem')).toContainText(`row ${row}, end_house_number`);
    await page.getByLabel('Correct end_house_number').fill(after);
    await page.getByRole('button', { name: 'Correct and check again' }).click();
    await expect(page.getByRole('cell', { name: `street_segment.txt, row ${row}` })).toBeVisible();
  }
  await submit(first);
  await approve(ben.page, first);

  const second = await upload();
  await open(page, `${second}compare/`);
  const lost = page.locator('.lost-fixes > li');
  await expect(lost).toHaveCount(2);
  await look(page, 'two lost fixes');
  await page.getByRole('button', { name: 'Put both back' }).click();
  await expect(page.getByText('Put back: 2 things, by Ana Ruiz')).toBeVisible();
  await expect(lost).toHaveCount(0);
  await look(page, 'two things put back');
  const id = second.split('/').at(-2)!;
  const { checked, files } = (await drafts.read(office.ports.state, officeId, id))!.value;
  expect(checked).toMatchObject({ segments: 3, putBack: { count: 2 } });
  expect(files.map(({ name }) => name)).toContain('street_segment.txt');
  await submit(second);
  await open(ben.page, `${second}approve/`);
  await expect(ben.page.getByText('Put back: 2 things that were put right before')).toBeVisible();
  await Promise.all([ana.context.close(), ben.context.close()]);
});
