// Owns `levee bench --whole`: its arguments and the printing. What is measured and how it is judged are in scripts/bench/whole.

import { err, ok, type Result } from '@/lib/core/result';
import { measureWhole, type WholeRequest } from '../bench/whole/measure-whole';
import { wholeHead, wholeLine, wholeRow } from '../bench/whole/whole-report';
import { type WorkName, works } from '../bench/whole/work';
import { inBenchFrame } from './bench-frame';
import type { ExitCode, Terminal } from './command';
import { wholeNumber } from './generate';

const MOST_ROWS = 2_000_000;
/** What Node takes for its heap where a machine has 2 GB. */
const SMALL_HEAP_MB = 1024;
const MOST_HEAP_MB = 65_536;

export interface WholeArguments {
  readonly rows?: string | undefined;
  readonly works?: string | undefined;
  readonly heap?: string | undefined;
  readonly json: boolean;
  readonly strict: boolean;
  readonly progress: boolean;
}

type Wanted = Pick<WholeRequest, 'rows' | 'works' | 'heapMb'>;

/** What is to be measured; a sentence where an argument cannot be read. */
export function wholeWanted(values: WholeArguments): Result<Wanted, string> {
  const rows = wholeNumber(values.rows ?? String(MOST_ROWS), 1, MOST_ROWS);
  if (rows === null) return err(`--rows takes a whole number, up to ${MOST_ROWS}`);
  const heapMb = wholeNumber(values.heap ?? String(SMALL_HEAP_MB), 64, MOST_HEAP_MB);
  if (heapMb === null) return err('--heap takes a whole number of megabytes');
  const all = works.map(({ name }) => name);
  const names = values.works?.split(',') ?? all;
  const unknown = names.find((name) => !all.includes(name as WorkName));
  if (unknown !== undefined) return err(`there is no work "${unknown}": ${all.join(', ')}`);
  return ok({ rows, heapMb, works: all.filter((name) => names.includes(name)) });
}

/** Measures, and prints each line as it is measured; JSON at the end. */
export function benchWhole(wanted: Wanted, args: WholeArguments, terminal: Terminal): Promise<ExitCode> {
  return inBenchFrame(args, terminal, async ({ folder, print, onStep }) => {
    print(wholeHead(wanted.rows, wanted.heapMb));
    const figures = await measureWhole({
      ...wanted,
      folder,
      onStep,
      onWork: (work, bare) => print(wholeRow(wholeLine(work, bare))),
    });
    const lines = figures.works.map((work) => wholeLine(work, figures.bare));
    if (args.json) terminal.out.write(`${JSON.stringify({ ...figures, lines })}\n`);
    return args.strict && lines.some(({ isMet }) => !isMet) ? 1 : 0;
  });
}
