// Owns row 22: the office host hangs, nothing confirms the list any more, and every edge goes on answering as on any day.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { en } from '@/lib/messages/en';
import type { OpenRelease } from '@/lib/release/reader';
import { rungLine } from '@/lib/view/rung-line';
import { viewOutcome } from '@/lib/view/view-outcome';
import { flood } from '../attack';
import { hitCheck } from '../beside';
import { check } from '../check';
import { levee } from '../desk-of';
import { during } from '../during';
import { realPaths } from '../flood-paths';
import { hostsOf, readAt } from '../hosts';
import { voterChecks } from '../meter';
import type { DrillRow } from '../row';
import type { World } from '../world';

/** The drill's half hour: a list that was confirmed longer ago is an alarm. */
const MAX_AGE_SECONDS = 45;
/** When voters begin to be told (lib/core/rung). */
const STALE_MS = 31 * 60_000;
const GOLDEN = 20;

/** Holds the office host (SIGSTOP). The probe's limit is seconds, and readers' clocks are put forward, for nobody waits half an hour. */
export const row: DrillRow = {
  number: 22,
  fault: 'publisher silently stopped (no heartbeat)',
  mustGet: 'the answer with “last confirmed”; an alarm though the hit rate is normal',
  run: async (world, meter) => {
    await confirmed(world);
    const alive = await probe(world);
    world.office.hold();
    try {
      const paths = await realPaths(world.edgeDisk.root);
      let stopped = alive;
      const watched = await meter.watch({
        name: 'voters',
        settings: world.voters(world.edgeDisk),
        golden: world.golden,
        seconds: world.seconds,
        turns: 1,
        calm: false,
        attack: during(
          'silence',
          async () => {
            await sleep((MAX_AGE_SECONDS + 2) * 1000);
            stopped = await probe(world);
          },
          flood({ name: 'GET', url: world.edgeDisk.url, script: 'get', paths }),
        ),
      });
      const told = await Promise.all(hostsOf(world).map(({ url }) => toldLater(world, url)));
      return {
        checks: [
          check('levee probe while it confirms', alive.says, () => alive.code === 0, 'exit code 0'),
          check('levee probe once it is silent', stopped.says, () => stopped.code === 1, 'exit code 1'),
          check('hosts that it names', `${stopped.hosts} of 3`, () => stopped.hosts === 3, 'all'),
          hitCheck(watched),
          check(
            'hosts whose voters are told when it was last confirmed',
            told.filter(Boolean).length,
            (count) => count === 3,
            'all 3',
          ),
          ...voterChecks(watched),
        ],
        watched: [watched],
      };
    } finally {
      world.office.goOn();
    }
  },
};

/** The heartbeat as a scheduler calls it, and every host has it. */
async function confirmed(world: World): Promise<void> {
  const headers = { Authorization: `Bearer ${world.env.CRON_SECRET}` };
  const since = Math.floor(Date.now() / 1000) * 1000;
  const beaten = await fetch(`${world.officeUrl}/office/api/heartbeat/`, { headers });
  if (!beaten.ok) throw new Error(`no heartbeat: ${beaten.status} ${await beaten.text()}`);
  const isThere = async (url: string): Promise<boolean> => {
    const issuedAt = (await readAt(world, url))?.pointer.issuedAt;
    return issuedAt !== undefined && Date.parse(issuedAt) >= since;
  };
  for (const { url } of hostsOf(world)) {
    while (!(await isThere(url))) await sleep(200);
  }
}

/** Exit code, the first lines, and how many hosts are named as not confirmed. */
interface Probed {
  readonly code: number;
  readonly says: string;
  readonly hosts: number;
}

/** Cron's look from outside. */
async function probe(world: World): Promise<Probed> {
  const golden = join(world.folder, 'probe-golden.csv');
  const found = world.golden.filter(({ kind }) => kind === 'found').slice(0, GOLDEN);
  const lines = found.map(({ address, placeIds }) => `"${address}","${placeIds[0]}"`);
  await writeFile(golden, ['address,place', ...lines, ''].join('\n'));
  const urls = hostsOf(world).map(({ url }) => url);
  const limits = ['--max-age', String(MAX_AGE_SECONDS), '--slow', '60000', '--again', '0'];
  const state = ['--state', join(world.folder, 'probe-state.json')];
  const { code, out } = await levee(world, 'probe', ...urls, '--golden', golden, ...limits, ...state);
  const says = `${code}: ${out.trim().split('\n').slice(0, 3).join(' / ')}`;
  return { code, says, hosts: urls.filter((url) => out.includes(url) && /last confirmed/i.test(out)).length };
}

/** What somebody at this host is told half an hour on: the answer, the line above it, and the words beside the place. */
async function toldLater(world: World, url: string): Promise<boolean> {
  const release: OpenRelease | null = await readAt(world, url);
  const golden = world.golden.find(({ kind }) => kind === 'found');
  if (release === null || golden === undefined) return false;
  const now = new Date(Date.now() + STALE_MS);
  const { issuedAt, expiresAt } = release.pointer;
  const line = rungLine({ rung: 'live', issuedAt, expiresAt }, false, { messages: en, now, timeZone: null });
  const outcome = await release.answer(golden.address, now);
  const view = viewOutcome(outcome, en, now);
  return outcome.kind === 'found' && view.notCheckedLine !== null && /Last confirmed/.test(line ?? '');
}
