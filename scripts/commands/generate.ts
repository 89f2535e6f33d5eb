// Owns `levee generate`: its arguments, and the report of what was written. The feed itself is made by
// scripts/generate.

import { writeFeed } from '../generate/feed';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { pathProblem } from './path-problem';
import { createProgress } from './progress';

const MOST_PRECINCTS = 100_000;

/** `levee generate --precincts 9000 --seed 1 --out DIR`. */
export const generate: Command = {
  help: `Usage: levee generate --precincts N --seed S --out DIR [--progress]

Writes a made-up but realistic VIP 6.0 feed into DIR, about 28 street segments to a precinct, with the
overlaps, contradictions and broken rows of real files, and golden.csv: addresses with their true answers
(address, kind, place_ids, place_names, note). The same N and S give the same bytes on every machine.

  --precincts N  how many precincts, 1 to ${MOST_PRECINCTS} (9000 is about 250,000 segments)
  --seed S       a whole number, 0 or more
  --out DIR      where to write; made where it does not exist, files of the same names are replaced
  --progress     say on stderr how far it is, also where stderr is no terminal

The state ("ZZ"), its counties, towns and places do not exist; its ZIPs have prefixes that the postal
service has not assigned (001 to 004, 695 to 699).
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, {
    precincts: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    progress: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'generate', parsed.error.message);
  const { values, positionals } = parsed.value;
  if (positionals.length > 0) return usedWrongly(terminal, 'generate', `what is "${positionals[0]}" for?`);
  const precincts = wholeNumber(values.precincts, 1, MOST_PRECINCTS);
  const seed = wholeNumber(values.seed, 0, 2 ** 32 - 1);
  if (precincts === null) {
    return usedWrongly(terminal, 'generate', `--precincts takes a whole number, 1 to ${MOST_PRECINCTS}`);
  }
  if (seed === null) return usedWrongly(terminal, 'generate', '--seed takes a whole number, 0 to 4294967295');
  if (values.out === undefined) return usedWrongly(terminal, 'generate', '--out DIR is missing');
  const progress = createProgress(terminal, values.progress);
  try {
    const counts = await writeFeed({
      precincts,
      seed,
      directory: values.out,
      onProgress: (done) => progress.report('writing segments', done),
    });
    progress.finish();
    terminal.out.write(
      `Wrote ${counts.segments} segments (${counts.brokenRows} of them broken on purpose), ${counts.precincts} precincts, ` +
        `${counts.places} places, ${counts.zips} ZIPs and ${counts.goldens} golden addresses to ${values.out}\n`,
    );
    return 0;
  } catch (error) {
    progress.finish();
    const problem = pathProblem(error, values.out);
    if (problem === null) throw error;
    terminal.err.write(`levee generate: ${problem}\n`);
    return 1;
  }
}

/** `wholeNumber('12', 1, 100)` is 12; null for anything else than digits within the bounds. */
export function wholeNumber(text: string | undefined, least: number, most: number): number | null {
  if (text === undefined || !/^\d{1,15}$/.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}
