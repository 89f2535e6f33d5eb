// What an office remembers of its lists, on stores in memory: from an upload that was corrected to another one that has lost it.

import { beforeEach, describe, expect, it } from 'vitest';
import { feedWith, soundFeed } from '@/lib/ingest/feed.fixture';
import { approveDraft, noteCause } from '../compare/approve-draft';
import { causesOfDraft } from '../compare/draft-causes';
import { correctCell } from '../drafts/correct-cell';
import { decideRepairs } from '../drafts/decide-repairs';
import { drafts } from '../drafts/draft';
import { feedFiles, OFFICE } from '../drafts/draft-ports.fixture';
import { submitDraft, withdrawDraft } from '../drafts/submit-draft';
import { StoreError } from '../ports/store-error';
import { swept } from '../sweep/sweep.fixture';
import { sweepPolicy } from '../sweep/sweep-run';
import { fixMemories } from './fix-memory';
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
  step,
  wrong,
} from './fix-memory.fixture';

let ports: MemoryPorts;
beforeEach(async () => {
  ports = await memoryPortsOfOffice();
});

describe('an upload that has lost a correction', () => {
  it('is told of it also where the store has no room to write down what is remembered', async () => {
    await goLive(ports, await corrected(ports, wrong));
    const draft = await checked(ports, otherTable(['2-9x8 EVEN']));
    const put = async () => Promise.reject(new StoreError('full', 'no room'));
    const full = { ...ports, blobs: { ...ports.blobs, put } };
    expect(await lostIn(full, draft)).toMatchObject([{ count: 1 }]);
    expect(await lostIn(ports, draft)).toMatchObject([{ count: 1 }]);
  });

  it('is told of it, whatever its name, columns and order, with who put it right and when', async () => {
    await goLive(ports, await corrected(ports, wrong));
    const [cause] = await lostIn(ports, await checked(ports, otherTable(['2-9x8 EVEN'])));
    expect(cause).toMatchObject({ count: 1 });
    expect(cause?.examples[0]?.replaceAll('\u00a0', ' ')).toBe(
      '2-98 (even) OAK ST, SPRINGVALE 43999: missing again, not precinct South, SECOND SCHOOL (corrected by Edith, Oct 1, 2026, 8:00 am EDT)',
    );
    expect(await lostIn(ports, await checked(ports, otherTable(['2-48 EVEN', '50-98 EVEN'])))).toEqual([]);
    const [part] = await lostIn(ports, await checked(ports, otherTable(['2-48 EVEN'])));
    expect(part?.examples[0]).toContain('50-98 (even) OAK ST');
  });

  it('is told of repairs that were accepted for whole columns, too', async () => {
    const spoilt = feedFiles(
      feedWith({
        'street_segment.txt': soundFeed['street_segment.txt']!.map((row) =>
          row.replace('43999,p2', '43999.0,p2'),
        ),
      }),
    );
    const draft = await checked(ports, spoilt);
    const groups = [{ kind: 'number-format', file: 'street_segment.txt', column: 'zip' }] as const;
    const seen = draft.checked?.suggestions?.blob ?? '';
    const done = await decideRepairs(ports, request(draft.id), { seen, groups, verdict: 'accepted' });
    if (!done.ok) throw new Error(done.error.message);
    await goLive(ports, await checkedAgain(ports, draft.id));
    const [cause] = await lostIn(ports, await checked(ports, otherTable(['2-9x8 EVEN'])));
    expect(cause?.examples).toMatchObject([expect.stringContaining('corrected by Edith')]);
  });

  it('is approved once somebody has taken note of it, at its count', async () => {
    await goLive(ports, await corrected(ports, wrong));
    const { id } = await checked(ports, wrong);
    await submitDraft(ports, request(id));
    const approval = { officeId: OFFICE.id, draftId: id, actor: BEN };
    const refused = await approveDraft(ports, approval, causesOfDraft);
    expect(refused).toMatchObject({ ok: false, error: { code: 'causes' } });
    const causes = await causesOfDraft(ports, (await drafts.read(ports.state, OFFICE.id, id))!.value);
    expect(causes.map(({ code }) => code)).toContain('fix-lost');
    for (const cause of causes) {
      expect(await noteCause(ports, approval, cause, causesOfDraft)).toMatchObject({ ok: true });
    }
    expect(await approveDraft(ports, approval, causesOfDraft)).toMatchObject({ ok: true });
  });

  it('is told nothing of corrections that never went live', async () => {
    await goLive(ports, await checked(ports, wrong));
    const draft = await corrected(ports, wrong);
    await withdrawDraft(ports, request(draft.id));
    expect(await lostIn(ports, await checked(ports, wrong))).toEqual([]);
  });

  it('is told nothing of a correction that was taken back before it went live', async () => {
    const draft = await corrected(ports, wrong);
    await correctCell(ports, request(draft.id), { ...step, before: '98', after: '9x8' });
    await goLive(ports, await checkedAgain(ports, draft.id));
    expect(await lostIn(ports, await checked(ports, wrong))).toEqual([]);
  });

  it('is told so by the list after the next, too, and until a list that went live says something else', async () => {
    await goLive(ports, await corrected(ports, wrong));
    await goLive(ports, await checked(ports, otherTable(['2-98 EVEN'])));
    const [cause] = await lostIn(ports, await checked(ports, wrong));
    // The two streets that the second list brought are missing again, too.
    expect(cause?.count).toBe(3);
    expect(cause?.examples.join()).toContain('corrected by Edith');
    const elsewhere = otherTable(['2-98 EVEN']).map(({ name, bytes }) => ({
      name,
      bytes: new TextEncoder().encode(
        new TextDecoder()
          .decode(bytes)
          .replace(/(2-98 EVEN.*?)SOUTH;SECOND SCHOOL;2 ELM/, '$1NORTH;FIRST SCHOOL;1 OAK'),
      ),
    }));
    await goLive(ports, await checked(ports, elsewhere));
    const [later] = await lostIn(ports, await checked(ports, otherTable(['2-98 EVEN'])));
    expect(later?.examples).toMatchObject([expect.stringContaining('changed in the list that Ben approved')]);
    const [still] = await lostIn(ports, await checked(ports, wrong));
    expect(still?.examples.join()).not.toContain('Edith');
  });
});

describe('what is remembered', () => {
  it('is kept by a sweep, and made anew where it is gone', async () => {
    await goLive(ports, await corrected(ports, wrong));
    const next = await checked(ports, wrong);
    expect(await lostIn(ports, next)).toHaveLength(1);
    const kept = await ports.blobs.list('fixes/');
    ports.clock.now = new Date(ports.now().getTime() + 40 * 86_400_000);
    await swept(ports, { ...sweepPolicy, releases: 1, days: 1 });
    expect(await ports.blobs.list('fixes/')).toEqual(kept);
    for (const name of kept) await ports.blobs.remove(name);
    expect(await lostIn(ports, next)).toHaveLength(1);
    await ports.state.commit({ id: ports.newId(), checks: [], writes: [fixMemories.remove(OFFICE.id)] });
    expect(await lostIn(ports, next)).toHaveLength(1);
  });
});
