// Owns row 7: a flood of POST on sign-in and uploads, while an office has a list to publish.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { nginxConfig } from '../../edge/nginx-config';
import { writeConfigs } from '../../edge/run-nginx';
import { freePort } from '../../free-port';
import { flood, together } from '../attack';
import { check } from '../check';
import { placesRenamed } from '../county-faults';
import type { Desk, Live } from '../desk';
import { deskOf, feedOf } from '../desk-of';
import { during } from '../during';
import { type Arrival, arrivalCheck, arrivals, isAtLeast } from '../hosts';
import { latencyCheck, voterChecks } from '../meter';
import { answersAt, type Part, part } from '../part';
import { NICENESS } from '../processors';
import type { DrillRow } from '../row';
import type { World } from '../world';

const PATHS = ['sign-in/begin', 'sign-in/by-name', 'sign-in/finish', 'enrol/begin', 'enrol/finish'];
/** The office's own computer: limits are for each address, and the flood comes from another one. */
const OFFICE_ADDRESS = '127.0.0.2';

/** The office host stands behind the nginx that `levee deploy` writes for it; the same flood hits the voters' host. */
export const row: DrillRow = {
  number: 7,
  fault: 'sign-in and upload POST flood',
  mustGet: 'the answer; an office can still sign in and publish within 60 s',
  run: async (world, meter) => {
    const county = world.counties[1] ?? world.counties[0]!;
    const desk = await deskOf(world, county);
    const feed = feedOf(world, county);
    const front = await officeFront(world);
    await front.part.start();
    try {
      const uploads = [`drafts/${desk.officeId}`, `drafts/${desk.officeId}/upload`];
      const paths = [...PATHS, ...uploads].map((path) => `/office/api/${path}/`);
      const post = { script: 'post', paths, origin: world.officeUrl } as const;
      let live: (Live & { readonly from: number }) | null = null;
      let there: readonly Arrival[] = [];
      const publish = (ending: string) =>
        published(desk, () => desk.publish(placesRenamed(feed, ending), `Called ${ending}`), front.url);
      const watched = await meter.watch({
        name: 'voters',
        settings: world.voters(world.edgeDisk),
        golden: world.golden,
        seconds: world.seconds,
        calmWork: during('an office at work', async () => void (await publish('Hall'))),
        attack: during(
          'an office at work in the flood',
          async () => {
            live = await publish('Annex');
            there = await arrivals(world, live.approvedAtMs, isAtLeast(live.sequence));
          },
          together('POST', [
            flood({ ...post, name: 'POST at the office', url: front.url, host: 'localhost' }),
            flood({ ...post, name: 'POST at the voters’ host', url: world.edgeDisk.url }),
          ]),
        ),
      });
      const back = await desk.publish(feed, 'As it was');
      await arrivals(world, back.approvedAtMs, isAtLeast(back.sequence));
      const seconds = live === null ? Number.POSITIVE_INFINITY : (live as { from: number }).from;
      return {
        checks: [
          check('requests of the flood', watched.attack.requests, (count) => count > 1_000, 'thousands'),
          check(
            'seconds from signing in until the list is live',
            seconds.toFixed(1),
            () => seconds <= 60,
            'at most 60',
          ),
          arrivalCheck('approval until voters have it', there),
          ...voterChecks(watched),
          latencyCheck(watched),
        ],
        watched: [watched],
        figures: { refused: watched.attack.refused },
      };
    } finally {
      await front.part.kill();
    }
  },
};

/** Both people sign in and work through nginx, from the office's address. */
async function published(
  desk: Desk,
  work: () => Promise<Live>,
  url: string,
): Promise<Live & { readonly from: number }> {
  const people = [desk.editor, desk.approver];
  const before = people.map(({ way }) => way);
  for (const person of people) person.way = { url, localAddress: OFFICE_ADDRESS };
  try {
    const startedMs = performance.now();
    for (const person of people) await person.signIn();
    const live = await work();
    return { ...live, from: (performance.now() - startedMs) / 1000 };
  } finally {
    for (const [at, person] of people.entries()) person.way = before[at] ?? person.way;
  }
}

/** An nginx of its own before the office host. */
async function officeFront(world: World): Promise<{ readonly url: string; readonly part: Part }> {
  const folder = join(world.folder, 'office-front');
  mkdirSync(folder, { recursive: true });
  const [port, officePort] = [await freePort(), await freePort()];
  const upstream = `127.0.0.1:${new URL(world.officeUrl).port}`;
  const config = nginxConfig({
    webRoot: world.edgeDisk.root,
    port,
    serverNames: ['voters.localhost'],
    runDir: folder,
    policies: {},
    office: { port: officePort, serverNames: ['localhost'], upstream },
  });
  const main = writeConfigs(config, folder);
  const user = process.getuid?.() === 0 ? ' user root;' : '';
  const url = `http://127.0.0.1:${officePort}`;
  const front = part({
    name: 'nginx before the office host',
    niceness: NICENESS.serving,
    command: ['nginx', '-c', main, '-g', `daemon off;${user}`],
    log: join(world.folder, 'office-front.log'),
    isReady: () => answersAt(`http://localhost:${officePort}/office/test-computer/`),
  });
  return { url, part: front };
}
