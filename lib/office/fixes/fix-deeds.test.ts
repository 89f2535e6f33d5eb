// "Put it back" on stores in memory: what a new list has lost is as it is live, by one deed, in whatever form the list came; and taken back.

import { beforeEach, describe, expect, it } from 'vitest';
import { readAudit } from '../audit/read-audit';
import { approveDraft } from '../compare/approve-draft';
import { comparisonOf } from '../compare/comparison';
import { causesOfDraft } from '../compare/draft-causes';
import { loadDataset } from '../drafts/datasets';
import { type Draft, drafts } from '../drafts/draft';
import { OFFICE } from '../drafts/draft-ports.fixture';
import { submitDraft } from '../drafts/submit-draft';
import { swept } from '../sweep/sweep.fixture';
import { sweepPolicy } from '../sweep/sweep-run';
import { putFixesBack, takeFixesOut } from './fix-deeds';
import {
  BEN,
  checked,
  checkedAgain,
  corrected,
  goLive,
  lostIn,
  type MemoryPorts,
  memoryPortsOfOffice,
  otherTable,
  request,
  wrong,
} from './fix-memory.fixture';

let ports: MemoryPorts;
beforeEach(async () => {
  ports = await memoryPortsOfOffice();
});

const seenIn = async (draft: Draft) => (await comparisonOf(ports, draft))?.seen ?? '';

async function putBack(draft: Draft, at: readonly number[] | null = null): Promise<Draft> {
  const result = await putFixesBack(ports, request(draft.id), { seen: await seenIn(draft), at });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** Rows that hold number 50 of Oak Street, as `start-end side`. */
async function evens({ checked: told }: Draft): Promise<readonly string[]> {
  const { streetSegments } = await loadDataset(ports, told?.dataset ?? '');
  return streetSegments
    .filter(({ streetName, oddEvenBoth }) => streetName === 'OAK' && oddEvenBoth === 'even')
    .map((row) => `${row.startHouseNumber}-${row.endHouseNumber}`);
}

describe('putting back what a list has lost', () => {
  it('makes it as it is live, whatever form the list came in, and says who did it', async () => {
    await goLive(ports, await corrected(ports, wrong));
    for (const files of [wrong, otherTable(['2-9x8 EVEN']), otherTable(['2-48 EVEN'])]) {
      const draft = await checked(ports, files);
      expect(await lostIn(ports, draft)).toHaveLength(1);
      const after = await putBack(draft);
      expect(await lostIn(ports, after)).toEqual([]);
      expect((await evens(after)).join()).toMatch(/98$/);
      expect(after).toMatchObject({
        state: 'checked',
        putBack: [{ count: 1, by: { name: 'Edith' } }],
        checked: { putBack: { asRead: draft.checked?.dataset, count: 1 } },
        uncorrected: { dataset: draft.checked?.dataset },
      });
      // The office's own files, and their problems, are what they were.
      expect([after.files, after.checked?.problems]).toEqual([draft.files, draft.checked?.problems]);
      // Whoever checks it again finds it there.
      expect((await checkedAgain(ports, draft.id)).checked?.dataset).toBe(after.checked?.dataset);
    }
    const { entries } = await readAudit(
      ports,
      { officeId: OFFICE.id, actorId: null, action: 'fixes.putBack', day: null },
      { before: null, limit: 10 },
    );
    expect(entries.map(({ details }) => details.count)).toEqual([1, 1, 1]);
  });

  it('puts back one of several, and leaves the others', async () => {
    await goLive(ports, await corrected(ports, wrong));
    await goLive(ports, await checked(ports, otherTable(['2-98 EVEN'])));
    const draft = await checked(ports, wrong);
    const before = (await comparisonOf(ports, draft))?.lostFixes ?? [];
    expect(before).toHaveLength(3);
    const one = await putBack(draft, [1]);
    const left = (await comparisonOf(ports, one))?.lostFixes ?? [];
    expect(left.map(({ change }) => change)).toEqual([before[0]?.change, before[2]?.change]);
    const all = await putBack(one);
    expect(await lostIn(ports, all)).toEqual([]);
    expect(all.putBack?.map(({ count }) => count)).toEqual([1, 2]);
    const first = all.putBack?.[0]?.blob ?? '';
    const result = await takeFixesOut(ports, request(draft.id), first);
    if (!result.ok) throw new Error(result.error.message);
    expect((await comparisonOf(ports, result.value))?.lostFixes.map(({ change }) => change)).toEqual([
      before[1]?.change,
    ]);
  });

  it('is undone as it was done, and leaves the list as it was read', async () => {
    await goLive(ports, await corrected(ports, wrong));
    const draft = await checked(ports, wrong);
    const after = await putBack(draft);
    const result = await takeFixesOut(ports, request(draft.id), after.putBack?.[0]?.blob ?? '');
    expect(result).toMatchObject({ ok: true, value: { putBack: [], uncorrected: null } });
    if (!result.ok) return;
    expect(result.value.checked).toEqual(draft.checked);
    expect(await lostIn(ports, result.value)).toHaveLength(1);
    expect(await takeFixesOut(ports, request(draft.id), 'fixes/none')).toMatchObject({
      error: { code: 'changed' },
    });
  });

  it('is remembered as a correction, and makes whoever did it one of those who worked on the list', async () => {
    await goLive(ports, await corrected(ports, wrong));
    const draft = await checked(ports, wrong);
    const after = await putBack(draft);
    await submitDraft(ports, { ...request(draft.id), actor: { ...BEN, accountId: 'zoe', name: 'Zoe' } });
    const edith = { ...BEN, accountId: 'edith', name: 'Edith' };
    const refused = await approveDraft(
      ports,
      { officeId: OFFICE.id, draftId: draft.id, actor: edith },
      causesOfDraft,
    );
    expect(refused).toMatchObject({ error: { code: 'samePerson' } });
    await goLive(ports, after);
    const [cause] = await lostIn(ports, await checked(ports, wrong));
    expect(cause?.examples.join()).toContain('corrected by Edith');
  });

  it('is of what was seen, and of a list that nobody has handed on', async () => {
    await goLive(ports, await corrected(ports, wrong));
    const draft = await checked(ports, wrong);
    const seen = await seenIn(draft);
    expect(await putFixesBack(ports, request(draft.id), { seen: 'other', at: null })).toMatchObject({
      error: { code: 'changed' },
    });
    expect(await putFixesBack(ports, request(draft.id), { seen, at: [7] })).toMatchObject({
      error: { code: 'changed' },
    });
    await submitDraft(ports, request(draft.id));
    expect(await putFixesBack(ports, request(draft.id), { seen, at: null })).toMatchObject({
      error: { code: 'wrongState' },
    });
    expect((await drafts.read(ports.state, OFFICE.id, draft.id))?.value.putBack).toBeUndefined();
  });

  it('is done once where two press at the same moment', async () => {
    await goLive(ports, await corrected(ports, wrong));
    const draft = await checked(ports, wrong);
    const seen = await seenIn(draft);
    const results = await Promise.all(
      [1, 2].map(() => putFixesBack(ports, request(draft.id), { seen, at: null })),
    );
    expect(results.map((one) => (one.ok ? 'ok' : one.error.code)).sort()).toEqual(['changed', 'ok']);
  });

  it('is kept whole by a sweep', async () => {
    await goLive(ports, await corrected(ports, wrong));
    const after = await putBack(await checked(ports, wrong));
    ports.clock.now = new Date(ports.now().getTime() + 40 * 86_400_000);
    await swept(ports, { ...sweepPolicy, releases: 1, days: 1 });
    const again = await checkedAgain(ports, after.id);
    expect(again.checked?.dataset).toBe(after.checked?.dataset);
    const result = await takeFixesOut(ports, request(after.id), after.putBack?.[0]?.blob ?? '');
    expect(result).toMatchObject({
      ok: true,
      value: { checked: { dataset: after.checked?.putBack?.asRead } },
    });
  });
});
