// Owns the great flood as the drill shows it: how much was sent, and what of it reached the application. Knows no configuration.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Annex, whole } from '../annex';
import { type Check, check } from '../check';
import { startEdgeCache, startEdgeDisk } from '../compare/edge-targets';
import type { World } from '../world';
import { type GreatFlood, greatFlood } from './five-million';

export const GREAT_FLOOD = 'A flood of millions';

/** As edge/nginx/voters-cache.conf has them: what may change is asked for again after 10 s; made-up names come through 500 at
 *  once, then 50 a second. */
const KEPT_SECONDS = 10;
const GATE_AT_ONCE = 500;
const GATE_A_SECOND = 50;
/** With gzip and without. */
const VARIANTS = 2;

/** Starts both edges over the web root of the world's edge, floods them in turns, and ends them. */
export async function greatFloodAnnex(world: World, requests: number): Promise<Annex> {
  const folder = join(world.folder, 'great-flood');
  mkdirSync(folder, { recursive: true });
  const webRoot = world.edgeDisk.root;
  const disk = await startEdgeDisk({ webRoot, folder });
  try {
    const cache = await startEdgeCache({ webRoot, folder });
    try {
      const onProgress = (sent: number) => world.say(`  ${whole(sent)} requests`);
      const flooded = await greatFlood([disk, cache], { requests, onProgress });
      return annexOf(flooded, { requests, paths: cache.paths.length });
    } finally {
      await cache.stop();
    }
  } finally {
    await disk.stop();
  }
}

/** The table, and what must hold. Exported for its test. */
export function annexOf(
  flooded: GreatFlood,
  wanted: { readonly requests: number; readonly paths: number },
): Annex {
  return {
    title: GREAT_FLOOD,
    checks: checksOf(flooded, wanted),
    heads: ['edge', 'flood', 'sent', 'seconds', 'sent/s', 'origin', 'origin/s'],
    rows: flooded.rows.map(({ edge, shape, requests, seconds, originRequests, originRequestsPerSecond }) => [
      ...[edge, shape, whole(requests), whole(seconds), whole(requests / seconds), whole(originRequests)],
      originRequestsPerSecond.toFixed(1),
    ]),
    notes: [
      `${whole(flooded.requests)} requests in ${whole(flooded.seconds)} s, one edge after the other; ${whole(flooded.originRequests)} reached the application behind, ` +
        `${flooded.originRequestsPerSecondAndEdge.toFixed(1)} a second for each edge. edge-disk has no application behind it: what it asks for is what levee mirror asks, by time alone.`,
    ],
  };
}

function checksOf(
  { rows, requests, isWhole }: GreatFlood,
  wanted: { readonly requests: number; readonly paths: number },
): readonly Check[] {
  const of = (edge: string) => rows.filter((row) => row.edge === edge);
  const origin = (edge: string) => of(edge).reduce((all, row) => all + row.originRequests, 0);
  const made = of('edge-cache').filter(({ shape }) => shape === 'notFound');
  const madeUpSeconds = made.reduce((all, { seconds }) => all + seconds, 0);
  const seconds = of('edge-cache').reduce((all, row) => all + row.seconds, 0);
  const known = wanted.paths * VARIANTS * (1 + Math.ceil(seconds / KEPT_SECONDS));
  const most = Math.round(
    known + GATE_AT_ONCE * made.length + GATE_A_SECOND * (madeUpSeconds + KEPT_SECONDS),
  );
  const unanswered = rows.reduce((all, row) => all + row.unanswered + row.badStatus, 0);
  return [
    check('requests sent', requests, () => isWhole, `at least ${whole(wanted.requests)}`),
    check('edge-disk: requests at the origin', origin('edge-disk'), (count) => count === 0, 'none'),
    check(
      'edge-cache: requests at the origin',
      origin('edge-cache'),
      (count) => count <= most,
      `at most ${whole(most)}: each file once in ${KEPT_SECONDS} s, made-up names ${GATE_A_SECOND} a second`,
    ),
    check(
      'not answered as asked',
      unanswered,
      (count) => count <= requests / 1_000,
      'at most one in a thousand',
    ),
  ];
}
