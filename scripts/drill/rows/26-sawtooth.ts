// Owns the sawtooth: in the flood, edge, office host and mirror are killed and started again, over and over, as Mississippi's site was
// up and down all afternoon. What counts is how many voters got through at each moment.

import { setTimeout as sleep } from 'node:timers/promises';
import { type Attack, type AttackFigures, flood, sumAttacks } from '../attack';
import { openBrowser, someFound, untilKept, watchedVisits } from '../browser-world';
import { REHEARSAL_SITE } from '../build-site';
import { check } from '../check';
import { realPaths } from '../flood-paths';
import { voterChecks, type Watched } from '../meter';
import type { DrillRow } from '../row';
import type { Visit } from '../verdict';
import type { World } from '../world';

const TIMES = 10;
/** Shorter drills have fewer teeth, and say so. */
const SHORT_SECONDS = 10;
const SHORT_TIMES = 3;
const DOWN_MS = 700;
const UP_MS = 300;
/** Of the returning voter, all of them looked up before. */
const ADDRESSES = 3;
const BETWEEN_VISITS_MS = 200;

export const row: DrillRow = {
  number: 26,
  fault: 'sawtooth: edge, origin and mirror down and up ten times in the flood',
  mustGet: 'answer, all the time',
  run: async (world, meter) => {
    const times = world.seconds < SHORT_SECONDS ? SHORT_TIMES : TIMES;
    const paths = await realPaths(world.edgeDisk.root);
    const killed = { edge: 0, office: 0, mirror: 0 };
    const { steady, browser } = await besideReturning(world, () =>
      meter.watch({
        name: 'sawtooth',
        settings: world.voters(world.edgeDisk, { secondAddress: true }),
        attack: sawtooth(world, { times, paths, killed }),
        seconds: world.seconds,
        golden: world.golden,
        turns: 1,
      }),
    );
    const teeth = `edge ${killed.edge}, office host ${killed.office}, mirror ${killed.mirror}`;
    const areAll = Object.values(killed).every((count) => count >= times);
    return {
      watched: [steady, browser],
      checks: [
        ...voterChecks(steady),
        ...voterChecks(browser),
        check('killed and started again', teeth, () => areAll, `${times} times each`),
      ],
      figures: { teeth: times, worstSecondRightShare: worstSecond(steady) },
      notes: times < TIMES ? [`A short drill: ${times} times instead of ${TIMES}.`] : [],
    };
  },
};

/** All the while somebody who was here before comes again and again, by the edge’s address alone. */
async function besideReturning(
  world: World,
  watch: () => Promise<Watched>,
): Promise<{ readonly steady: Watched; readonly browser: Watched }> {
  const browser = await openBrowser(world);
  const golden = someFound(world, ADDRESSES);
  const visits: Visit[] = [];
  let isOver = false;
  try {
    const voter = await browser.voter();
    for (const each of golden) await voter.visit(REHEARSAL_SITE, each);
    await untilKept(voter.context);
    const coming = (async () => {
      for (let at = 0; !isOver; at += 1) {
        const one = golden[at % golden.length];
        if (one) visits.push(await voter.visit(REHEARSAL_SITE, one));
        await sleep(BETWEEN_VISITS_MS);
      }
    })();
    try {
      return { steady: await watch(), browser: watchedVisits('sawtooth, a returning browser', visits) };
    } finally {
      isOver = true;
      await coming;
    }
  } finally {
    await browser.stop();
  }
}

interface Teeth {
  readonly times: number;
  readonly paths: readonly string[];
  readonly killed: { edge: number; office: number; mirror: number };
}

/** As long as it takes, and never shorter than the flood is asked to be. */
function sawtooth(world: World, teeth: Teeth): Attack {
  return {
    name: 'sawtooth',
    run: async (seconds) => {
      const started = performance.now();
      let isOver = false;
      const flooded = floodUntil(world, teeth.paths, () => isOver);
      try {
        await Promise.all([officeTeeth(world, teeth), hostTeeth(world, teeth, seconds)]);
      } finally {
        isOver = true;
      }
      return sumAttacks(await flooded, (performance.now() - started) / 1000);
    },
  };
}

/** A second of flood on the edge, one on the mirror, and so on; whoever is dead just now is left alone. */
async function floodUntil(
  { edgeDisk, mirror }: World,
  paths: readonly string[],
  isOver: () => boolean,
): Promise<readonly AttackFigures[]> {
  const sent: AttackFigures[] = [];
  for (const hosts = [edgeDisk, mirror]; !isOver(); hosts.reverse()) {
    const [host] = hosts;
    if (host?.isRunning())
      sent.push(await flood({ name: 'GET', url: host.url, script: 'get', paths }).run(1));
    else await sleep(50);
  }
  return sent;
}

/** Edge and mirror in turns, so that one of them is always there: a voter whom nobody lets in cannot be told anything. */
async function hostTeeth(
  { edgeDisk, mirror }: World,
  { times, killed }: Teeth,
  seconds: number,
): Promise<void> {
  const started = performance.now();
  for (let tooth = 0; tooth < times || performance.now() - started < seconds * 1000; tooth += 1) {
    await edgeDisk.kill();
    killed.edge += 1;
    await sleep(DOWN_MS);
    await edgeDisk.start();
    await sleep(UP_MS);
    await mirror.kill();
    killed.mirror += 1;
    await sleep(DOWN_MS);
    await mirror.start();
    await sleep(UP_MS);
  }
}

/** The office host takes longer to come back; it dies as often, at its own pace. */
async function officeTeeth({ office }: World, { times, killed }: Teeth): Promise<void> {
  for (let tooth = 0; tooth < times; tooth += 1) {
    await office.kill();
    killed.office += 1;
    await sleep(DOWN_MS);
    await office.start();
  }
}

/** Of a hundred voters who came within one second, how many were answered rightly, in the worst of all seconds. */
function worstSecond({ visits, windows }: Watched): number {
  const [window] = windows;
  if (window === undefined) return 0;
  const seconds = new Map<number, Visit[]>();
  for (const visit of visits) {
    if (visit.atMs < window.fromMs || visit.atMs > window.toMs) continue;
    const second = Math.floor((visit.atMs - window.fromMs) / 1000);
    seconds.set(second, [...(seconds.get(second) ?? []), visit]);
  }
  const shares = [...seconds.values()].map(
    (of) => (100 * of.filter(({ verdict }) => verdict === 'right').length) / of.length,
  );
  return shares.length === 0 ? 0 : Math.min(...shares);
}
