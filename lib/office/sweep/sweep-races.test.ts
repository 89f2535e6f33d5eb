// Sweeping beside everything else, at random and at every point: no release that has to stay, no list that somebody may go back
// to, and no publish under way ever loses a byte.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCounty, sampleCounty } from '@/lib/release/offices.fixture';
import { noticeRecords } from '../notices/notice-record';
import type { TestClock } from '../ports/memory-ports.fixture';
import { choices } from '../publish/choice';
import { driveOpenJobs } from '../publish/drive';
import { heartbeat } from '../publish/heartbeat';
import type { PublishPorts } from '../publish/publish-ports';
import {
  ANNA,
  BEN,
  driven,
  liveOffices,
  liveProblems,
  publish,
  publishPorts,
  told,
} from '../publish/publish-ports.fixture';
import { approveRollback, requestRollback } from '../publish/request-rollback';
import { newRun } from './sweep';
import { type Looked, look, releaseProblems, removeRest, rollbackProblems, swept } from './sweep.fixture';
import { sweepPolicy } from './sweep-run';
import { sweepStep } from './sweep-step';

const few = { ...sweepPolicy, releases: 3, days: 5 };
const DAY_MS = 86_400_000;
/** Of the points at which something may come between: a hundred, with what has to be made anew for each. */
const EVERY_NTH = 3;
type Ports = PublishPorts & { readonly clock: TestClock };

function pass(ports: Ports, days: number): void {
  ports.clock.now = new Date(ports.now().getTime() + days * DAY_MS);
}

const counties = [exampleCounty, sampleCounty];
const listOf = (office: number, name: string) => {
  const county = counties[office] ?? exampleCounty;
  const pollingLocations = county.pollingLocations.map((place) => ({
    ...place,
    name: `${name} ${place.name}`,
  }));
  return { ...county, pollingLocations };
};

/** Five lists long ago, of which the first is published again in these tests: most of it is there, and nothing names it. */
async function oldStore(): Promise<Ports> {
  const ports = await publishPorts();
  for (const name of ['A', 'B', 'C', 'D', 'E']) {
    await publish(ports, listOf(0, name));
    pass(ports, 10);
  }
  pass(ports, 50);
  return ports;
}

/** The same ports, with `between` called before and after whatever changes or looks up something. */
function interrupted(ports: Ports, between: () => Promise<void>): Ports {
  const around =
    <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      await between();
      const value = await call(...args);
      await between();
      return value;
    };
  return {
    ...ports,
    state: { ...ports.state, commit: around(ports.state.commit) },
    blobs: { ...ports.blobs, put: around(ports.blobs.put), present: around(ports.blobs.present) },
  };
}

async function expectWhole(ports: Ports): Promise<void> {
  expect(await told(ports, '1 Main St, Exampleton, 00011')).toBe('found A Example School');
  expect(await releaseProblems(ports, few.releases)).toEqual([]);
  expect(await rollbackProblems(ports)).toEqual([]);
}

describe('a publish of what an old release had', () => {
  it('loses nothing to a sweep that looked before it began, and removes at any point of it', async () => {
    for (let at = 0, isMore = true; isMore; at += EVERY_NTH) {
      const ports = await oldStore();
      const looked = await look(ports, few);
      isMore = false;
      let calls = 0;
      const beside = interrupted(ports, async () => {
        if (calls++ !== at) return;
        isMore = true;
        await removeRest(ports, looked);
      });
      expect((await publish(beside, listOf(0, 'A'))).state).toBe('done');
      await expectWhole(ports);
    }
  });

  it('loses nothing to a whole sweep at every point of it', async () => {
    const ports = await oldStore();
    const beside = interrupted(ports, async () => {
      await removeRest(ports, await look(ports, few));
    });
    expect((await publish(beside, listOf(0, 'A'))).state).toBe('done');
    await expectWhole(ports);
  });

  it('loses nothing to a sweep that looked at any point of it, and removes when it has ended', async () => {
    const ports = await oldStore();
    const looked: Looked[] = [];
    const beside = interrupted(ports, async () => {
      looked.push(await look(ports, few));
    });
    expect((await publish(beside, listOf(0, 'A'))).state).toBe('done');
    for (const each of looked) await removeRest(ports, each);
    await expectWhole(ports);
  });

  it('loses nothing where it began and ended between any two steps of a sweep', async () => {
    for (let at = 0, isMore = true; isMore; at += 1) {
      const ports = await oldStore();
      const { found } = await look(ports, few);
      let run = newRun(ports, few);
      isMore = false;
      for (let step = 0; run.phase !== 'done'; step += 1) {
        run = await sweepStep(ports, run, { found, mayGoOn: () => false, isDryRun: false });
        if (step !== at) continue;
        expect((await publish(ports, listOf(0, 'A'))).state).toBe('done');
        isMore = true;
      }
      if (isMore) await expectWhole(ports);
    }
  });
});

describe('anything at random', () => {
  const office = fc.nat(1);
  const doings = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('publish' as const), office, list: fc.nat(3) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('goBack' as const), office, list: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('takeBack' as const), office, list: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('lateChange' as const), office, list: fc.nat(2) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('pass' as const), office: fc.nat(), list: fc.nat(3) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('sweep' as const), office: fc.nat(), list: fc.nat(3) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('look' as const), office: fc.nat(), list: fc.nat() }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('removeRest' as const), office: fc.nat(), list: fc.nat() }),
    },
  );

  it('leaves the last releases whole, and everything that may be gone back to', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doings, { minLength: 8, maxLength: 24 }), async (sequence) => {
        const ports = await publishPorts();
        const looked: Looked[] = [];
        for (const { do: what, office, list } of sequence) {
          if (what === 'publish') await publish(ports, listOf(office, 'ABCD'[list] ?? ''));
          if (what === 'goBack') await goBack(ports, office, list);
          if (what === 'takeBack') await goBack(ports, office, null);
          if (what === 'lateChange') await lateChange(ports, `late-${office}-${list}`);
          if (what === 'pass') pass(ports, [0.3, 2.5, 7, 40][list] ?? 0);
          if (what === 'sweep') await swept(ports, few, fewTimes(list));
          if (what === 'look') looked.push(await look(ports, few));
          if (what === 'removeRest') for (const each of looked) await removeRest(ports, each);
        }
        await heartbeat(ports);
        await driveOpenJobs(ports, () => true);
        await swept(ports, few);
        for (const each of looked) await removeRest(ports, each);
        if ((await liveOffices(ports)).length === 0) return;
        expect(await releaseProblems(ports, few.releases)).toEqual([]);
        expect(await rollbackProblems(ports)).toEqual([]);
        expect(await liveProblems(ports)).toEqual([]);
      }),
      { seed: 20_261_126, numRuns: 25 },
    );
  });
});

/** True so many times in a row, then once false. */
function fewTimes(count: number): () => boolean {
  let calls = 0;
  return () => ++calls % (count + 1) !== 0;
}

async function goBack(ports: Ports, office: number, list: number | null): Promise<void> {
  const standing = (await choices.list(ports.state, counties[office]?.officeId ?? ''))[0]?.value;
  const dataset = list === null ? null : (standing?.previous[list]?.dataset ?? null);
  if (standing === undefined || (list !== null && dataset === null)) return;
  const { officeId, electionId } = standing;
  const asked = await requestRollback(ports, { officeId, electionId, dataset, reason: '', by: ANNA });
  if (!asked.ok) return;
  const approved = await approveRollback(ports, { officeId, rollbackId: asked.value.id, by: BEN });
  if (approved.ok) await driven(ports, approved.value.id);
}

/** A place is closed for four days. */
async function lateChange(ports: Ports, id: string): Promise<void> {
  const [at, until] = [0, 4].map((days) => new Date(ports.now().getTime() + days * DAY_MS).toISOString());
  const by = { id: 'x', name: 'X', at: at ?? '' };
  const notice = {
    id,
    officeId: 'xx-example',
    kind: 'closed' as const,
    pollingLocationIds: ['school'],
    from: `${at?.slice(0, 19)}Z`,
    until: `${until?.slice(0, 19)}Z`,
    text: { en: 'Closed.' },
    newPlace: null,
  };
  const rest = { replaces: null, withdrawal: null, jobId: null, endedAt: null };
  const record = { notice, state: 'live' as const, requestedBy: by, approvedBy: by, ...rest };
  const writes = [noticeRecords.write(record, [notice.officeId, id])];
  await ports.state.commit({ id: ports.newId(), checks: [], writes });
  await heartbeat(ports);
  await driveOpenJobs(ports, () => true);
}
