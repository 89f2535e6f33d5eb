// Owns the edge's throughput as the drill shows it: ratios, and which of them must hold. Knows no configuration.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Annex, whole } from '../annex';
import { type Check, check } from '../check';
import { startEdgeCache, startEdgeDisk } from '../compare/edge-targets';
import type { World } from '../world';
import { edgeThroughput, type ThroughputRow } from './edge-throughput';
import { typicalFiles } from './typical-files';

export const THROUGHPUT = 'Throughput of the edge, one processor';

const ROUNDS = 5;
const SECONDS = 2;
const LEAST = 0.9;
/** A page and the pointer are asked for again after so long, whoever floods. */
const KEPT_SECONDS = 10;

/** Starts both edges with one worker each over the web root of the world's edge, measures in turns, and ends them. */
export async function throughput(world: World): Promise<Annex> {
  const folder = join(world.folder, 'throughput');
  mkdirSync(folder, { recursive: true });
  const webRoot = world.edgeDisk.root;
  const files = await typicalFiles(webRoot);
  const disk = await startEdgeDisk({ webRoot, folder, workers: 1 });
  try {
    const cache = await startEdgeCache({ webRoot, folder, workers: 1 });
    try {
      const input = { edges: [disk, cache], webRoot, files, rounds: ROUNDS, seconds: SECONDS };
      return annexOf(await edgeThroughput(input));
    } finally {
      await cache.stop();
    }
  } finally {
    await disk.stop();
  }
}

/** The table, and what must hold. Exported for its test. */
export function annexOf(figures: readonly ThroughputRow[]): Annex {
  return {
    title: THROUGHPUT,
    checks: figures.flatMap(checksOf),
    heads: ['edge', 'file', 'what', 'ratio', 'edge', 'beside it', 'by the clock', 'origin'],
    rows: figures.map(({ edge, file, what, ratio, clockRatio, edgeFigures, besideFigures }) => [
      edge,
      file,
      what,
      ratio.toFixed(2),
      `${whole(edgeFigures.requestsPerCoreSecond)} /s`,
      `${whole(besideFigures.requestsPerCoreSecond)} /s`,
      clockRatio.toFixed(2),
      whole(edgeFigures.originRequests),
    ]),
    notes: [
      'Bare nginx: Debian’s nginx.conf with one worker and gzip off, its log on, the same folder. Answers are counted for each second of processor time that the server’s worker had, ' +
        `which other programs on the machine hardly change; medians of ${ROUNDS} turns of ${SECONDS} s. “By the clock” is the same ratio of answers a second, true on a machine that does nothing else.`,
      'The edge on disk is the one that must keep up with bare nginx on files. edge-cache looks into its cache’s own file first, and is shown beside the same yardstick.',
    ],
  };
}

function checksOf(row: ThroughputRow): readonly Check[] {
  const { edge, file, what, ratio, isRandom, isYardstick, edgeFigures } = row;
  const enough = check(
    `${edge}, ${file}: ${what}`,
    ratio.toFixed(2),
    () => ratio >= LEAST,
    `at least ${LEAST}`,
  );
  if (!isRandom) return isYardstick && edge === 'edge-disk' ? [enough] : [];
  // A shard never changes; what does is asked for again by time.
  const most =
    file === 'shard' || edge === 'edge-disk' ? 0 : Math.ceil((ROUNDS * SECONDS) / KEPT_SECONDS) + 1;
  const wished = most === 0 ? 'none' : `at most ${most}, one in ${KEPT_SECONDS} s`;
  const origin = edgeFigures.originRequests;
  return [
    enough,
    check(`${edge}, ${file}: requests at the origin meanwhile`, origin, (count) => count <= most, wished),
  ];
}
