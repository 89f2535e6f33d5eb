// Owns `levee drill`: its arguments, what is said on the way, the report's files and the exit code. The drill itself is scripts/drill's.

import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { makeFolder } from '@/lib/adapters/make-folder';
import { type MakeAnnex, makeAnnexes } from '../drill/annex';
import { COMPARISON, comparison } from '../drill/compare/annex';
import { createMeter } from '../drill/meter';
import { missingParts } from '../drill/missing-parts';
import { openWorld } from '../drill/open-world';
import { killAllParts } from '../drill/part';
import { annexLines } from '../drill/report/annex';
import { type DrillFacts, reportHtml } from '../drill/report/html';
import { reportJson } from '../drill/report/json';
import { tableLines } from '../drill/report/table';
import { chosenRows, rows } from '../drill/rows';
import { runRows } from '../drill/run-rows';
import { THROUGHPUT, throughput } from '../drill/throughput/annex';
import { GREAT_FLOOD, greatFloodAnnex } from '../drill/throughput/great-flood-annex';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { wholeNumber } from './generate';
import { repositoryRoot } from './repository-root';

const DEFAULT_SECONDS = '20';
const DEFAULT_PRECINCTS = '600';

/** `levee drill --rows 1-6,23 --seconds 20 --report DIR`. */
export const drill: Command = {
  help: `Usage: levee drill [--rows LIST] [--seconds N] [--precincts N] [--seed S] [--report DIR] [--keep]

Rehearses an attack on this machine, with real parts: an office host on a Redis behind the KV protocol, an edge that serves
from disk, an edge that caches, a mirror, a browser. Publishes a made-up state, makes one fault after the other, and asks for
golden addresses all the while. Prints a table; exit code 1 where a row falls short. All traffic stays on this machine and
stops by itself. Needs nginx, wrk, redis-server and Chromium (npm test installs them), and both builds (npm run build,
npm run build:public).

  --rows LIST    which rows: 1-6,23; none; all ${rows.length} where nothing is said
  --seconds N    length of one flood, 2 to 3600 (${DEFAULT_SECONDS})
  --precincts N  how large the made-up state is (${DEFAULT_PRECINCTS}; 9000 is about 250,000 segments)
  --seed S       another state (1)
  --report DIR   where drill.html and drill.json are written (.levee/drill)
  --compare      measure what somebody would build instead, too: a dynamic route on KV, next start alone, nginx’s own cache
  --throughput   measure both edges beside bare nginx on one processor, too
  --great-flood N  send so many requests at both edges, too, and count what comes through (5000000)
  --keep         leave the drill's own folder, with every part's log, where it is

A row that this machine cannot run says why and counts as not run, never as passed.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, {
    rows: { type: 'string' },
    seconds: { type: 'string', default: DEFAULT_SECONDS },
    precincts: { type: 'string', default: DEFAULT_PRECINCTS },
    seed: { type: 'string', default: '1' },
    report: { type: 'string', default: join('.levee', 'drill') },
    keep: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    throughput: { type: 'boolean', default: false },
    'great-flood': { type: 'string' },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'drill', parsed.error.message);
  const { values, positionals } = parsed.value;
  const seconds = wholeNumber(values.seconds, 2, 3_600);
  const precincts = wholeNumber(values.precincts, 30, 20_000);
  const seed = wholeNumber(values.seed, 0, 2 ** 32 - 1);
  const chosen = chosenRows(values.rows);
  const great = values['great-flood'] === undefined ? 0 : wholeNumber(values['great-flood'], 1, 1e9);
  if (positionals.length > 0) return usedWrongly(terminal, 'drill', `what is "${positionals[0]}" for?`);
  if (seconds === null) return usedWrongly(terminal, 'drill', '--seconds takes a whole number, 2 to 3600');
  if (precincts === null)
    return usedWrongly(terminal, 'drill', '--precincts takes a whole number, 30 to 20000');
  if (seed === null) return usedWrongly(terminal, 'drill', '--seed takes a whole number');
  if (great === null) return usedWrongly(terminal, 'drill', '--great-flood takes a whole number');
  if (!chosen.ok) return usedWrongly(terminal, 'drill', chosen.error);
  const missing = missingParts(repositoryRoot);
  if (missing.length > 0) {
    terminal.err.write(`levee drill: not here: ${missing.join('; ')}\n`);
    return 1;
  }
  const say = (line: string) => terminal.err.write(`${line}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'levee-drill-'));
  endWithParts(values.keep ? null : folder);
  const facts = factsOf(terminal.now(), { precincts, seed, seconds });
  const world = await openWorld({ repository: repositoryRoot, folder, precincts, seed, seconds, say });
  const meter = createMeter(world.origin.asked);
  try {
    const results = await runRows(chosen.value, world, meter, ({ number, fault }, result) => {
      if (result === null) {
        say(`row ${number}: ${fault} …`);
        return;
      }
      say(`row ${number}: ${result.state} (${result.seconds.toFixed(0)} s)`);
      for (const { what, got, holds } of result.figures.checks) if (!holds) say(`  ${what}: ${got}`);
      if (result.why !== '') say(`  ${result.why}`);
    });
    const annexes = await makeAnnexes(wantedAnnexes(values, great), world);
    const report = resolve(values.report);
    await makeFolder(report);
    await writeFile(join(report, 'drill.html'), reportHtml(facts, results, annexes));
    await writeFile(join(report, 'drill.json'), reportJson(facts, results, annexes));
    const lines = [...tableLines(results), ...annexes.flatMap(annexLines)];
    for (const line of lines) terminal.out.write(`${line}\n`);
    terminal.out.write(`Report: ${join(report, 'drill.html')}\n`);
    const holds = annexes.every(({ checks }) => checks.every((check) => check.holds));
    return holds && results.every(({ state }) => state !== 'falls short') ? 0 : 1;
  } finally {
    await meter.close();
    await world.close();
    if (values.keep) say(`kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

/** Its parts are processes of their own: whoever ends the drill (Ctrl-C, SIGTERM) ends them, too. */
function endWithParts(folder: string | null): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      killAllParts();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
      process.exit(1);
    });
  }
}

interface AnnexWishes {
  readonly compare: boolean;
  readonly throughput: boolean;
}

function wantedAnnexes({ compare, throughput: isThroughput }: AnnexWishes, great: number) {
  const all: readonly (readonly [wanted: boolean, title: string, make: MakeAnnex])[] = [
    [compare, COMPARISON, comparison],
    [isThroughput, THROUGHPUT, throughput],
    [great > 0, GREAT_FLOOD, (world) => greatFloodAnnex(world, great)],
  ];
  return all.filter(([wanted]) => wanted).map(([, title, make]) => ({ title, make }));
}

function factsOf(
  now: Date,
  {
    precincts,
    seed,
    seconds,
  }: { readonly precincts: number; readonly seed: number; readonly seconds: number },
): DrillFacts {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return {
    startedAt: now.toISOString(),
    machine: `${processors.length} processors (${processors[0]?.model.trim() ?? 'unknown'}), ${gigabytes} GB, Node ${process.versions.node}`,
    state: `A made-up state of ${precincts} precincts, seed ${seed}`,
    secondsPerFlood: seconds,
  };
}
