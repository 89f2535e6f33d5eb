// Owns `levee bench`: its arguments, the feed it measures, and the printing. What is measured and what is
// wanted are in scripts/bench.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from '../bench/measure';
import { table, targetLines } from '../bench/report';
import { writeFeed } from '../generate/feed';
import { benchIngest, ingestWanted } from './bench-ingest';
import { benchWhole, wholeWanted } from './bench-whole';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { wholeNumber } from './generate';
import { createProgress } from './progress';

const ROWS_A_PRECINCT = 28;
const MOST_PRECINCTS = 100_000;
/** 9,000 precincts are Ohio's 88 counties. */
const PRECINCTS_A_COUNTY = 102;
const SEED = 1;

/** `levee bench [--precincts N | --rows N] [--json] [--strict]`, `levee bench --ingest …`, `levee bench --whole …`. */
export const bench: Command = {
  help: `Usage: levee bench [--precincts N | --rows N] [--json] [--strict] [--progress]
       levee bench --ingest [--rows N] [--shapes LIST] [--browser] [--turns N] [--json] [--strict] [--progress]
       levee bench --whole [--rows N] [--works LIST] [--heap MB] [--json] [--strict] [--progress]

Makes up a state (as "levee generate" does) and measures, side by side in one run: ingest and compile without
compression against one bare papaparse pass over the same bytes, peak memory, compressed sizes, look-ups a
second, and what one county's publish takes beside none, a quarter, half and all of the others. Prints every figure
beside its target.

  --precincts N  size of the state (9000, about 250,000 rows)
  --rows N       the same in street segments, about
  --json         the figures as one line of JSON
  --strict       exit 1 if a target is missed; without it the exit code is 0
  --progress     say on stderr what runs, also where stderr is no terminal

Targets are meant for 9000 precincts; smaller states have smaller shards.

With --ingest it measures instead how long uploads of an office are read, each in a process of its own beside a bare
pass of the parser over the same bytes: time as a ratio to that pass, and peak memory, which may be 700 MB.

  --rows N       rows of each file (2000000, which is the most)
  --shapes LIST  of flat,ranges,addresses,workbook,xml,zip (all of them)
  --browser      the same in the desk's worker, in a real Chromium
  --turns N      how often each is read; the best counts, and the most memory (2)

With --whole it measures what a whole state's one list takes, each in a process of its own with as large a heap as Node
gives itself on a machine of 2 GB: whether it lives, peak memory (which may be 700 MB), and time beside one bare pass.

  --rows N       rows of the list (2000000, which is the most)
  --works LIST   of publish,compare,publish-next,compile,verify,lookup,mirror,pack,export,export-release (all of them);
                 what one of them needs is measured with it
  --heap MB      the most that the heap may have (1024)
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, {
    precincts: { type: 'string' },
    rows: { type: 'string' },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    progress: { type: 'boolean', default: false },
    ingest: { type: 'boolean', default: false },
    shapes: { type: 'string' },
    turns: { type: 'string' },
    browser: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
    works: { type: 'string' },
    heap: { type: 'string' },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'bench', parsed.error.message);
  const { values, positionals } = parsed.value;
  if (positionals.length > 0) return usedWrongly(terminal, 'bench', `what is "${positionals[0]}" for?`);
  if (values.ingest && values.whole) return usedWrongly(terminal, 'bench', 'either --ingest or --whole');
  if (values.ingest) {
    if (values.precincts !== undefined)
      return usedWrongly(terminal, 'bench', '--precincts has no use with --ingest');
    const wanted = ingestWanted(values);
    return wanted.ok
      ? benchIngest(wanted.value, values, terminal)
      : usedWrongly(terminal, 'bench', wanted.error);
  }
  if (values.shapes !== undefined || values.turns !== undefined || values.browser) {
    return usedWrongly(terminal, 'bench', '--shapes, --turns and --browser go with --ingest');
  }
  if (values.whole) {
    if (values.precincts !== undefined)
      return usedWrongly(terminal, 'bench', '--precincts has no use with --whole');
    const wanted = wholeWanted(values);
    return wanted.ok
      ? benchWhole(wanted.value, values, terminal)
      : usedWrongly(terminal, 'bench', wanted.error);
  }
  if (values.works !== undefined || values.heap !== undefined)
    return usedWrongly(terminal, 'bench', '--works and --heap go with --whole');
  return benchState(values, terminal);
}

interface StateArguments {
  readonly precincts?: string;
  readonly rows?: string;
  readonly json: boolean;
  readonly strict: boolean;
  readonly progress: boolean;
}

async function benchState(values: StateArguments, terminal: Terminal): Promise<ExitCode> {
  if (values.precincts !== undefined && values.rows !== undefined) {
    return usedWrongly(terminal, 'bench', 'either --precincts or --rows, not both');
  }
  const precincts = precinctCount(values);
  if (precincts === null) {
    return usedWrongly(terminal, 'bench', `a whole number is needed, up to ${MOST_PRECINCTS} precincts`);
  }
  const progress = createProgress(terminal, values.progress);
  const directory = await mkdtemp(join(tmpdir(), 'levee-bench-'));
  try {
    const onProgress = (done: number) => progress.report('making up a state', done);
    const counties = Math.max(1, Math.round(precincts / PRECINCTS_A_COUNTY));
    await writeFeed({ precincts, counties, seed: SEED, directory, onProgress });
    const figures = await measure(directory, progress.step);
    progress.finish();
    const targets = targetLines(figures);
    terminal.out.write(values.json ? `${JSON.stringify({ ...figures, targets })}\n` : table(figures));
    return values.strict && targets.some(({ met }) => !met) ? 1 : 0;
  } finally {
    progress.finish();
    await rm(directory, { recursive: true, force: true });
  }
}

function precinctCount(values: { readonly precincts?: string; readonly rows?: string }): number | null {
  if (values.rows !== undefined) {
    const rows = wholeNumber(values.rows, 1, MOST_PRECINCTS * ROWS_A_PRECINCT);
    return rows === null ? null : Math.max(1, Math.round(rows / ROWS_A_PRECINCT));
  }
  return wholeNumber(values.precincts ?? '9000', 1, MOST_PRECINCTS);
}
