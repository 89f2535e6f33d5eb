// Owns row 21: a mirror that was altered, rolled back or stands still. Voters must be answered by somebody else, and those who look
// after mirrors must be told.

import type { BrowserVisit, DrillBrowser } from '../browser-voters';
import { openBrowser, watchedVisits } from '../browser-world';
import { REHEARSAL_SITE } from '../build-site';
import { type Check, check } from '../check';
import { inTurns } from '../fault-attack';
import { type Fault, type FaultProxy, startFaultProxy } from '../fault-proxy';
import { type Meter, voterChecks, type Watched } from '../meter';
import {
  byCheck,
  byCommand,
  byVerify,
  fileClasses,
  type Laboratory,
  type Look,
  NAMING,
  openLaboratory,
  type Slipped,
  tryClass,
  tryExtras,
  tryPointer,
} from '../mirror-mutations';
import { olderPointer } from '../older-pointer';
import { issuedAt, saysWhen } from '../release-age';
import type { DrillRow } from '../row';
import type { World } from '../world';

const LIES: readonly Fault[] = ['altered', 'cut', 'empty', 'html', 'foreign', 'swapped'];
const ROLLED_BACK_MS = 20 * 60_000;
const FROZEN_MS = 2 * 3_600_000;

export const row: DrillRow = {
  number: 21,
  fault: 'mirror altered, rolled back, frozen',
  mustGet: 'rejected, next rung',
  run: async (world, meter) => {
    const [rolledBack, frozen] = [
      await olderPointer(world.repository, world.edgeDisk.root, ROLLED_BACK_MS),
      await olderPointer(world.repository, world.edgeDisk.root, FROZEN_MS),
    ];
    const light = await lightVoters(world, meter, frozen);
    const returning = await returningVisitors(world, rolledBack);
    const found = await mutations(world, { rolledBack, frozen });
    return {
      watched: [light, returning.watched],
      checks: [...voterChecks(light), ...voterChecks(returning.watched), returning.check, ...found.checks],
      figures: { mutations: found.made },
      notes: [
        'A mirror that stands still for less than the half hour in which the office confirms its list says nothing that is not true, and nobody can tell.',
      ],
    };
  },
};

/** The site's own list is gone, the first mirror lies in one way after the other, the second is right. */
async function lightVoters(world: World, meter: Meter, frozen: Uint8Array): Promise<Watched> {
  const { edgeDisk, mirror, golden, seconds } = world;
  const site = await startFaultProxy(edgeDisk.url, { hostName: '127.0.0.1' });
  const liar = await startFaultProxy(mirror.url, { hostName: '127.0.0.1', swap: pointerIs(frozen) });
  try {
    await site.breakIt('503');
    return await meter.watch({
      name: 'first mirror lies',
      settings: {
        ...world.voters(edgeDisk),
        hosts: [site.url],
        mirrors: [liar.url, mirror.url],
      },
      attack: inTurns(
        'lies',
        LIES.map((lie) => () => liar.breakIt(lie)),
        () => liar.breakIt('none'),
      ),
      seconds,
      golden,
    });
  } finally {
    await site.stop();
    await liar.stop();
  }
}

const pointerIs =
  (bytes: Uint8Array) =>
  (path: string, whole: Buffer): Uint8Array =>
    path === '/v1/current.json' ? bytes : whole;

/** A browser that has seen the newest list meets a mirror that has an older one, and nobody else: it takes what it kept. */
async function returningVisitors(
  world: World,
  rolledBack: Uint8Array,
): Promise<{ readonly watched: Watched; readonly check: Check }> {
  const { edgeDisk, mirror } = world;
  const site = await startFaultProxy(edgeDisk.url, { hostName: '127.0.0.1' });
  const old = await startFaultProxy(mirror.url, { hostName: '127.0.0.1', swap: pointerIs(rolledBack) });
  const browser = await openBrowser(world, {
    site: `127.0.0.1:${site.port}`,
    mirror: `127.0.0.1:${old.port}`,
  });
  try {
    const visits = await comeAgain(world, browser, { site, old });
    const issued = await issuedAt(edgeDisk.root);
    const fromDevice = visits.filter(
      ({ rung, shown }) => rung === 'device' && saysWhen(shown.banner, issued),
    );
    return {
      watched: watchedVisits('mirror rolled back, returning browsers', visits),
      check: check(
        'answered from the newest list that they had seen',
        fromDevice.length,
        (count) => count === visits.length,
        'all',
      ),
    };
  } finally {
    await browser.stop();
    await site.stop();
    await old.stop();
  }
}

async function comeAgain(
  { golden }: World,
  browser: DrillBrowser,
  { site, old }: { readonly site: FaultProxy; readonly old: FaultProxy },
): Promise<readonly BrowserVisit[]> {
  const visits: BrowserVisit[] = [];
  for (const one of golden.filter(({ kind }) => kind === 'found').slice(0, 2)) {
    await site.breakIt('none');
    await old.breakIt('none');
    const voter = await browser.voter();
    await voter.visit(REHEARSAL_SITE, one);
    await site.breakIt('503');
    await old.breakIt('swapped');
    visits.push(await voter.visit(REHEARSAL_SITE, one));
    await voter.close();
  }
  return visits;
}

/** Files of a class that are changed at once. */
const AT_ONCE = 40;

async function mutations(
  world: World,
  pointers: Readonly<Record<'rolledBack' | 'frozen', Uint8Array>>,
): Promise<{ readonly made: number; readonly checks: readonly Check[] }> {
  await world.mirrorPull.stop();
  try {
    const laboratory = await openLaboratory(world, world.mirror.root);
    const classes = await fileClasses(laboratory.truth);
    const times = Math.max(2, Math.min(25, Math.round(world.seconds)));
    const found: Found[] = [];
    for (const [name, paths] of classes)
      found.push(await tryAll(laboratory, name, paths, { times, look: byCheck }));
    for (const [name, paths] of classes) {
      if (OF_RELEASE.has(name))
        found.push(await tryAll(laboratory, `${name}, by levee verify`, paths, { times: 1, look: byVerify }));
    }
    const pages = classes.get('plain page') ?? [];
    found.push(
      await tryAll(laboratory, 'plain page, by levee mirror --check', pages, { times: 1, look: byCommand }),
    );
    const extras = await tryExtras(laboratory);
    found.push({ name: 'file that belongs to nothing', ...extras });
    for (const [name, bytes] of Object.entries(pointers)) {
      const isNamed = await tryPointer(laboratory, bytes);
      found.push({ name: `pointer, ${name}`, made: 1, unnoticed: isNamed ? [] : ['/v1/current.json'] });
    }
    return { made: found.reduce((sum, { made }) => sum + made, 0), checks: found.map(noticed) };
  } finally {
    await world.mirrorPull.start();
  }
}

/** Of a class of files, how many were changed, and which changes nobody named. */
interface Found extends Slipped {
  readonly name: string;
}

const OF_RELEASE: ReadonlySet<string> = new Set([
  'pointer',
  'object that names others',
  'object',
  'plain page',
]);

async function tryAll(
  laboratory: Laboratory,
  name: string,
  paths: readonly string[],
  { times, look }: { readonly times: number; readonly look: Look },
): Promise<Found> {
  const namesOthers = [...NAMING].some((each) => name.startsWith(each));
  const unnoticed: string[] = [];
  let made = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const stream = turn + name.length * 1_000;
    const slipped = await tryClass(laboratory, paths, { count: namesOthers ? 1 : AT_ONCE, stream, look });
    made += slipped.made;
    unnoticed.push(...slipped.unnoticed);
  }
  return { name, made, unnoticed };
}

function noticed({ name, made, unnoticed }: Found): Check {
  const got = unnoticed.length === 0 ? `all ${made}` : `not ${unnoticed.slice(0, 5).join(', ')}`;
  return check(`changed files found: ${name}`, got, () => made > 0 && unnoticed.length === 0, 'every one');
}
