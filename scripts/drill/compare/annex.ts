// Owns the comparison as the drill shows it: Levee's two edges beside what somebody would build instead, each under each flood,
// with the same voters. Knows no configuration.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Annex, whole } from '../annex';
import { type Check, check } from '../check';
import type { World } from '../world';
import { startEdgeCache, startEdgeDisk } from './edge-targets';
import { floodShapes } from './flood';
import { type LoadFigures, measureUnderLoad } from './measure';
import { startBaselines } from './start-baselines';
import type { StartedTarget, Target } from './target';

export const COMPARISON = 'What somebody would build instead';

const LOADS = ['none', ...floodShapes] as const;
const REFERENCE = 'edge-disk';
const EDGES = [REFERENCE, 'edge-cache'];
const LOAD_WORDS = {
  none: 'no flood',
  plain: 'real files',
  query: 'random queries',
  headers: 'cookies, headers',
  notFound: 'made-up paths',
} as const;
/** A flood here is so many times shorter than those of the rows. */
const SHORTER = 4;

/** Starts them all over the release of the world's edge, measures one after the other, and ends them. */
export async function comparison(world: World): Promise<Annex> {
  const folder = join(world.folder, 'compare');
  mkdirSync(folder, { recursive: true });
  const { publicKeys } = world.voters(world.edgeDisk);
  const webRoot = world.edgeDisk.root;
  const { golden } = world;
  const started: Pick<StartedTarget, 'stop'>[] = [];
  const kept = <Each extends Pick<StartedTarget, 'stop'>>(each: Each): Each => {
    started.unshift(each);
    return each;
  };
  try {
    const edges = [
      kept(await startEdgeDisk({ webRoot, folder })),
      kept(await startEdgeCache({ webRoot, folder })),
    ];
    const { targets } = kept(await startBaselines({ releaseFolder: webRoot, publicKeys, golden }));
    const figures = await measureAll([...edges, ...targets], world, publicKeys);
    return annexOf(figures, secondsOf(world));
  } finally {
    for (const each of started) await each.stop();
  }
}

const secondsOf = ({ seconds }: World): number => Math.max(3, Math.round(seconds / SHORTER));

async function measureAll(
  targets: readonly Target[],
  world: World,
  publicKeys: readonly string[],
): Promise<readonly LoadFigures[]> {
  const figures: LoadFigures[] = [];
  for (const load of LOADS) {
    for (const target of targets) {
      world.say(`  ${target.name}: ${LOAD_WORDS[load]}`);
      const options = { seconds: secondsOf(world), golden: world.golden, publicKeys };
      figures.push(await measureUnderLoad(target, load, options));
    }
  }
  return figures;
}

/** The table, and what must hold of Levee's own. Exported for its test. */
export function annexOf(figures: readonly LoadFigures[], seconds: number): Annex {
  return {
    title: COMPARISON,
    checks: EDGES.flatMap((name) =>
      checksOf(
        name,
        figures.filter(({ target }) => target === name),
      ),
    ),
    heads: [
      'flood',
      'of',
      'answers/s',
      'edge-disk gives',
      'voters',
      'right',
      'honest',
      'wrong',
      'false missing',
      'no page',
      'p50',
      'p95',
      'origin',
    ],
    rows: figures.map((each) => rowOf(each, figures)),
    notes: [
      `dynamic: a Next route that looks up in KV; next: pages and files from next start alone; nginx-defaults: nginx’s cache with its own settings before it. ${seconds} s a flood, on this machine’s processors, which all share: “edge-disk gives” is how many times as many answers the edge on disk gives under the same flood. origin: requests that reached the application.`,
    ],
  };
}

function checksOf(name: string, figures: readonly LoadFigures[]): readonly Check[] {
  const sum = (of: (each: LoadFigures) => number) => figures.reduce((all, each) => all + of(each), 0);
  const asked = sum(({ voters }) => voters.asked);
  return [
    check(
      `${name}: wrong answers`,
      sum(({ voters }) => voters.wrong),
      (count) => count === 0,
      'none',
    ),
    check(
      `${name}: false “not on the list”`,
      sum(({ voters }) => voters.falseMissing),
      (count) => count === 0,
      'none',
    ),
    check(
      `${name}: right`,
      `${sum(({ voters }) => voters.right)} of ${asked}`,
      () => sum(({ voters }) => voters.right) >= 0.99 * asked,
      'at least 99%',
    ),
  ];
}

function rowOf(figures: LoadFigures, all: readonly LoadFigures[]): readonly string[] {
  const { target, load, requestsPerSecond, voters, originRequests } = figures;
  const reference = all.find((each) => each.load === load && each.target === REFERENCE);
  const factor = requestsPerSecond > 0 && reference ? reference.requestsPerSecond / requestsPerSecond : null;
  const { asked, right, honest, wrong, falseMissing, failed, p50Ms, p95Ms } = voters;
  return [
    LOAD_WORDS[load],
    target,
    load === 'none' ? '' : whole(requestsPerSecond),
    factor === null ? '' : `${factor >= 10 ? whole(factor) : factor.toFixed(1)} ×`,
    ...[asked, right, honest, wrong, falseMissing, failed].map(whole),
    `${whole(p50Ms)} ms`,
    `${whole(p95Ms)} ms`,
    whole(originRequests),
  ];
}
