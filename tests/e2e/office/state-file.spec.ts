// A state's one file at the desk: submitted once, looked at office by office, approved once; who is not ready is named.

import { officeOf, STATE, stateDraft, stateFile } from '@/lib/office/division/state-file.fixture';
import { drafts } from '@/lib/office/drafts/draft';
import { storeSuggestions } from '@/lib/office/drafts/stored-suggestions';
import { offices } from '@/lib/office/offices/office';
import { look } from './look';
import { expect, signedIn, test } from './office-test';
import { open } from './ready';

test('a state’s one file is looked at office by office, and approved once', async ({ browser, office }) => {
  const { ports } = office;
  const cedar = { ...officeOf('xx-cedar', 'Cedar County'), phone: null };
  const records = [officeOf(STATE, 'Capitol', 'state'), officeOf('xx-birch', 'Birch County'), cedar];
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: records.map((record) => offices.write(record, [record.id])),
  });
  const ana = await signedIn(browser, office, { role: 'state', officeId: null, name: 'Ana Ruiz' });
  const file = stateFile();
  const names: Readonly<Record<string, string>> = { '1': 'Birch', '2': 'Cedar', '3': 'Fir' };
  const localities = file.localities.map((each) => ({ ...each, name: names[each.id] ?? each.name }));
  const draftId = await stateDraft(ports, { ...file, localities }, ana.actor.accountId);
  const path = `/office/${STATE}/drafts/${draftId}/`;

  await open(ana.page, `${path}compare/`);
  await expect(ana.page.getByRole('heading', { name: 'Offices of this file' })).toBeVisible();
  await look(ana.page, 'a state’s file compared');
  // The state has its file read with a repair; each county sees that, and whose it is.
  const whole = (await drafts.read(ports.state, STATE, draftId))!.value;
  const key = { kind: 'lost-zeros', file: 'street_segment.txt', column: 'zip', count: 312 } as const;
  const by = { id: ana.actor.accountId, name: 'Ana Ruiz', at: ports.now().toISOString() };
  const suggestions = await storeSuggestions(ports, [
    { ...key, columns: ['zip'], examples: [{ row: 2, before: ['11'], after: ['00011'] }], isApplied: true },
  ]);
  const read = {
    ...whole,
    repairs: [{ ...key, decision: 'accepted' as const, by }],
    checked: whole.checked && { ...whole.checked, suggestions },
  };
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [drafts.write(read, [STATE, draftId])],
  });
  await open(ana.page, path);
  await ana.page.getByRole('button', { name: 'Submit for approval' }).click();
  await expect
    .poll(async () => (await drafts.read(ports.state, STATE, draftId))?.value.state)
    .toBe('submitted');

  const ben = await signedIn(browser, office, { role: 'state', officeId: null, name: 'Ben Ortiz' });
  await open(ben.page, '/office/xx-birch/');
  await expect(ben.page.getByText('“The state’s file” waits for approval.')).toBeVisible();
  await open(ben.page, `${path}approve/`);
  const part = (name: string) =>
    ben.page.locator('.office-parts > li', { has: ben.page.getByRole('heading', { name, exact: true }) });
  await expect(part('Birch')).toContainText('Goes live with your approval.');
  await expect(part('Cedar')).toContainText('Nobody has confirmed the phone');
  await expect(part('Fir')).toContainText('none of its precincts could be used');
  await look(ben.page, 'a state’s file to approve');
  await ben.page.getByRole('link', { name: 'See what changes in Birch' }).click();
  await expect(ben.page.getByRole('heading', { name: 'Compare with what is live' })).toBeVisible();
  await open(ben.page, ben.page.url().replace('compare/', ''));
  const repairs = ben.page.getByRole('region', { name: 'Repairs of the state’s file' });
  await expect(repairs.getByText('Capitol uploaded the file that this list is a part of')).toBeVisible();
  await expect(repairs.getByText('Ana Ruiz')).toBeVisible();
  await expect(repairs.getByRole('button')).toHaveCount(0);
  await look(ben.page, 'a part of a state’s file');
  await open(ben.page, `${path}approve/`);
  await ben.page.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(ben.page).toHaveURL(new RegExp(`/office/${STATE}/jobs/`));
  await expect(
    ben.page.getByRole('heading', { name: 'Publishing the lists of several offices' }),
  ).toBeVisible();
  await Promise.all([ana.context.close(), ben.context.close()]);
});
