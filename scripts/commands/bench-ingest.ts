// Owns `levee bench --ingest`: its arguments and the printing. What is measured and how it is judged are in scripts/bench/ingest.

import { err, ok, type Result } from '@/lib/core/result';
import { ingestEnd, ingestHead, ingestLines, ingestRows } from '../bench/ingest/ingest-report';
import { type IngestRequest, measureIngest } from '../bench/ingest/measure-ingest';
import { type ShapeName, shapeNames } from '../bench/ingest/shapes';
import { inBenchFrame } from './bench-frame';
import type { ExitCode, Terminal } from './command';
import { wholeNumber } from './generate';

const MOST_ROWS = 2_000_000;
const MOST_TURNS = 20;

export interface IngestArguments {
  readonly rows?: string | undefined;
  readonly shapes?: string | undefined;
  readonly turns?: string | undefined;
  readonly browser: boolean;
  readonly json: boolean;
  readonly strict: boolean;
  readonly progress: boolean;
}

type Wanted = Pick<IngestRequest, 'rows' | 'shapes' | 'turns' | 'withBrowser'>;

/** What is to be measured; a sentence where an argument cannot be read. */
export function ingestWanted(values: IngestArguments): Result<Wanted, string> {
  const rows = wholeNumber(values.rows ?? String(MOST_ROWS), 1, MOST_ROWS);
  if (rows === null) return err(`--rows takes a whole number, up to ${MOST_ROWS}`);
  const turns = wholeNumber(values.turns ?? '2', 1, MOST_TURNS);
  if (turns === null) return err(`--turns takes a whole number, up to ${MOST_TURNS}`);
  const names = values.shapes?.split(',') ?? shapeNames;
  const shapes = shapeNames.filter((name) => names.includes(name));
  const unknown = names.find((name) => !shapes.includes(name as ShapeName));
  if (unknown !== undefined) return err(`there is no shape "${unknown}": ${shapeNames.join(', ')}`);
  return ok({ rows, turns, shapes, withBrowser: values.browser });
}

/** Measures, and prints each shape as it is measured; JSON at the end. */
export function benchIngest(wanted: Wanted, args: IngestArguments, terminal: Terminal): Promise<ExitCode> {
  return inBenchFrame(args, terminal, async ({ folder, print, onStep }) => {
    print(ingestHead());
    const figures = await measureIngest({
      ...wanted,
      folder,
      onStep,
      onShape: (shape) => print(ingestRows(shape)),
    });
    print(ingestEnd(figures));
    const lines = ingestLines(figures);
    if (args.json) terminal.out.write(`${JSON.stringify({ ...figures, lines })}\n`);
    return args.strict && lines.some(({ isMet }) => !isMet) ? 1 : 0;
  });
}
