// Signs on doors after a second late change: the old one is named where the second is approved, and printed anew it says where
// people go in the end. The two changes lie in the store as approval leaves them.

import { type NoticeRecord, noticeRecords } from '@/lib/office/notices/notice-record';
import { expectNoViolations } from '../axe';
import { expect, officeFor, signedIn, test } from './office-test';
import { open } from './ready';

const officeId = 'xx-signs';
const desk = `/office/${officeId}/notices/`;

/** One place of the county to another, for a year from now. */
function moved(
  id: string,
  from: string,
  to: { readonly id: string; readonly name: string },
): NoticeRecord['notice'] {
  const day = (years: number) => new Date(Date.now() + years * 365 * 86_400_000).toISOString();
  const newPlace = {
    ...to,
    line1: '5 Oak St',
    city: 'Exampleton',
    state: 'XX',
    zip: '00011',
  } as NoticeRecord['notice']['newPlace'];
  const text = { en: `Vote at ${to.name}.`, es: `Vote en ${to.name}.` };
  return {
    id,
    officeId,
    kind: 'moved',
    pollingLocationIds: [from],
    from: day(0),
    until: day(1),
    text,
    newPlace,
  };
}

const first = moved('first', 'School', { id: 'Library', name: 'Town Library' });
const second = moved('second', 'Library', { id: 'gym', name: 'Oak Street Gym' });

test('a sign that sends people to a place that has moved since is named there, and printed anew says where to go', async ({
  browser,
  office,
}) => {
  const { ports } = office;
  await officeFor(office, officeId);
  const by = { id: 'ann', name: 'Ann Lee', at: new Date().toISOString() };
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [first, second].map((notice) =>
      noticeRecords.write(
        {
          notice,
          state: 'live',
          requestedBy: by,
          approvedBy: { ...by, id: 'ben' },
          replaces: null,
          withdrawal: null,
          jobId: null,
          endedAt: null,
        },
        [officeId, notice.id],
      ),
    ),
  });
  const { page, context } = await signedIn(browser, office, { role: 'editor', officeId, name: 'Eve Diaz' });
  await open(page, `${desk}first/`);
  await expect(page.getByRole('link', { name: 'Print a sign for the door' })).toBeVisible();
  await expect(page.getByText('Signs at other doors send people here')).toBeHidden();
  await open(page, `${desk}second/`);
  await expect(page.getByText('Signs at other doors send people here')).toBeVisible();
  await expectNoViolations(page, 'a late change with signs to print anew');
  await page.getByRole('link', { name: 'Sign for School' }).click();
  await expect(page.getByText('It says where to go now')).toBeVisible();
  await expect(page.getByText('Oak Street Gym').first()).toBeVisible();
  await expect(page.getByText('Town Library')).toHaveCount(0);
  await expectNoViolations(page, 'a sign printed anew');
  await context.close();
});
