// Owns `levee export`: its arguments, and which files it writes of a feed. The files themselves are lib/ingest/export's.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packedDataset } from '@/lib/core/packed-streets';
import type { Dataset, ListedDataset } from '@/lib/core/vip';
import { splitByOffice } from '@/lib/ingest/split-by-office';
import { printApplied, readAccepted } from './accept-option';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { exportRelease } from './export-release';
import { writeExport } from './export-write';
import { readMappingFile } from './mapping-file';
import { pathProblem } from './path-problem';
import { printProblems } from './print-problems';
import { createProgress } from './progress';
import { type ReadRequest, readSources } from './read-sources';

/** `levee export SOURCE --out FILE.zip`. */
export const exportFeed: Command = {
  help: `Usage: levee export SOURCE --out FILE.zip [--office ID] [--mapping FILE] [--accept KIND[:COLUMN]]… [--progress]
       levee export SOURCE --out DIR --split-by-office [--progress]
       levee export --release DIR_OR_URL --out FILE.zip|DIR [--office ID]

Writes an office's data as a flat feed of VIP 6.0, zipped. Reading it gives the same data, object for object: that is
tried before anything is written. What VIP 6.0 has no column for stands in Levee's own (docs/problems.md). Rows that were
set aside are not in it (levee validate lists them), and neither are late notices. The same data gives the same bytes.

  --out FILE.zip     where to write; a file there is replaced
  --office ID        the jurisdiction that the data is of; without it as the feed says
  --mapping FILE     which column of an office's own tables holds what, as confirmed (see levee mapping)
  --accept KIND[:COLUMN]  apply a repair that levee validate suggests; may be given several times
  --split-by-office  a state's one file: DIR/ID.zip for each office in it
  --release FROM     instead of a SOURCE: what a release holds, every file of it checked. FILE.zip where that is one office's one
                     election, else DIR/ID.zip, or DIR/ID-DATE.zip where an office has several elections. Compiled again it gives
                     the same objects (docs/cli.md says what a release does not hold)
  --progress         say on stderr how far it is, also where stderr is no terminal

Exit codes: 0 written, 1 not, or an office of the file had nothing that could be used; 2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, {
    out: { type: 'string' },
    office: { type: 'string' },
    mapping: { type: 'string' },
    accept: { type: 'string', multiple: true },
    'split-by-office': { type: 'boolean', default: false },
    release: { type: 'string' },
    progress: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'export', parsed.error.message);
  const { values, positionals } = parsed.value;
  const { out, office, release, 'split-by-office': isSplit } = values;
  const [path, second] = positionals;
  if (release !== undefined) {
    if (path !== undefined || isSplit || values.mapping !== undefined)
      return usedWrongly(terminal, 'export', 'with --release only --out and --office can stand');
    if (out === undefined || out === '') return usedWrongly(terminal, 'export', '--out is missing');
    return writing(out, terminal, () =>
      exportRelease({ from: release, out, office: office ?? null }, terminal),
    );
  }
  if (path === undefined) return usedWrongly(terminal, 'export', 'no SOURCE given');
  if (second !== undefined)
    return usedWrongly(terminal, 'export', `one SOURCE at a time; what is "${second}" for?`);
  if (out === undefined || out === '') return usedWrongly(terminal, 'export', '--out is missing');
  if (isSplit && office !== undefined)
    return usedWrongly(terminal, 'export', 'either --office or --split-by-office');
  const mappings = await readMappingFile(values.mapping ?? null);
  if (!mappings.ok) return usedWrongly(terminal, 'export', mappings.error);
  const accepted = readAccepted(values.accept ?? []);
  if (!accepted.ok) return usedWrongly(terminal, 'export', accepted.error);
  const request = {
    paths: [path],
    officeIds: office === undefined ? [] : [office],
    mappings: mappings.value,
    accepted: accepted.value,
  };
  if (isSplit) {
    const dataset = await readFeed(request, terminal, values.progress);
    return dataset === null ? 1 : writing(out, terminal, () => writeParts(dataset, out, terminal));
  }
  const listed = await packedFeed(request, terminal, values.progress);
  return listed === null ? 1 : writing(out, terminal, () => writeExport(listed, out, terminal));
}

type FeedRequest = Omit<ReadRequest, 'onProgress'>;

/** null: nothing of it can be written, and why has been said. */
async function readFeed(
  request: FeedRequest,
  terminal: Terminal,
  withProgress: boolean,
): Promise<Dataset | null> {
  const progress = createProgress(terminal, withProgress);
  const read = await readSources({ ...request, onProgress: progress.report });
  progress.finish();
  printApplied(read.suggestions, request.accepted ?? [], terminal.err);
  const [dataset] = read.datasets;
  if (dataset !== undefined && read.counts.fatals === 0) return dataset;
  printProblems(
    read.problems.filter(({ severity }) => severity === 'fatal' || severity === 'error'),
    terminal.err,
  );
  terminal.err.write('levee export: nothing was written.\n');
  return null;
}

/** The same packed, so that what is read again beside it has room. */
async function packedFeed(...args: Parameters<typeof readFeed>): Promise<ListedDataset | null> {
  const dataset = await readFeed(...args);
  return dataset && packedDataset(dataset);
}

/** A path that cannot be written is said, and is no bug. */
async function writing(out: string, terminal: Terminal, write: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await write();
  } catch (error) {
    const problem = pathProblem(error, out);
    if (problem === null) throw error;
    terminal.err.write(`levee export: ${problem}\n`);
    return 1;
  }
}

async function writeParts(dataset: Dataset, directory: string, terminal: Terminal): Promise<ExitCode> {
  const { parts, shared, unassigned } = splitByOffice(dataset);
  await mkdir(directory, { recursive: true });
  let code: ExitCode = 0;
  for (const part of parts) {
    const { officeId } = part.dataset;
    if (part.isEmpty) {
      terminal.err.write(
        `levee export: ${officeId}: no precinct of it could be used; nothing was written for it.\n`,
      );
      code = 1;
    } else if ((await writeExport(part.dataset, join(directory, `${officeId}.zip`), terminal)) !== 0)
      code = 1;
  }
  for (const { id, officeIds } of shared) terminal.out.write(`place ${id} is in ${officeIds.join(', ')}\n`);
  for (const { id, name } of unassigned) {
    terminal.err.write(`levee export: place ${id} (${name}): nothing says whose it is; it is in no file.\n`);
    code = 1;
  }
  return code;
}
