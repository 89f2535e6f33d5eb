// Owns `levee export`: its arguments, and that nothing is written which would not read as the same data again. The files themselves
// are lib/ingest/export's.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Dataset } from '@/lib/core/vip';
import { expandZip } from '@/lib/ingest/expand-zip';
import { exportVipZip } from '@/lib/ingest/export/vip-flat-export';
import { readVipFlat } from '@/lib/ingest/read-vip-flat';
import { splitByOffice } from '@/lib/ingest/split-by-office';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { readMappingFile } from './mapping-file';
import { pathProblem } from './path-problem';
import { printProblems } from './print-problems';
import { createProgress } from './progress';
import { readSources } from './read-sources';

/** `levee export SOURCE --out FILE.zip`. */
export const exportFeed: Command = {
  help: `Usage: levee export SOURCE --out FILE.zip [--office ID] [--mapping FILE] [--progress]
       levee export SOURCE --out DIR --split-by-office [--progress]

Writes an office's data as a flat feed of VIP 6.0, zipped. Reading it gives the same data, object for object: that is
tried before anything is written. What VIP 6.0 has no column for stands in Levee's own (docs/problems.md). Rows that were
set aside are not in it (levee validate lists them), and neither are late notices. The same data gives the same bytes.

  --out FILE.zip     where to write; a file there is replaced
  --office ID        the jurisdiction that the data is of; without it as the feed says
  --mapping FILE     which column of an office's own tables holds what, as confirmed (see levee mapping)
  --split-by-office  a state's one file: DIR/ID.zip for each office in it
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
    'split-by-office': { type: 'boolean', default: false },
    progress: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'export', parsed.error.message);
  const { values, positionals } = parsed.value;
  const { out, office, 'split-by-office': isSplit } = values;
  const [path, second] = positionals;
  if (path === undefined) return usedWrongly(terminal, 'export', 'no SOURCE given');
  if (second !== undefined)
    return usedWrongly(terminal, 'export', `one SOURCE at a time; what is "${second}" for?`);
  if (out === undefined || out === '') return usedWrongly(terminal, 'export', '--out is missing');
  if (isSplit && office !== undefined)
    return usedWrongly(terminal, 'export', 'either --office or --split-by-office');
  const mappings = await readMappingFile(values.mapping ?? null);
  if (!mappings.ok) return usedWrongly(terminal, 'export', mappings.error);
  const progress = createProgress(terminal, values.progress);
  const read = await readSources({
    paths: [path],
    officeIds: office === undefined ? [] : [office],
    mappings: mappings.value,
    onProgress: progress.report,
  });
  progress.finish();
  const [dataset] = read.datasets;
  if (dataset === undefined || read.counts.fatals > 0) {
    printProblems(
      read.problems.filter(({ severity }) => severity === 'fatal' || severity === 'error'),
      terminal.err,
    );
    terminal.err.write('levee export: nothing was written.\n');
    return 1;
  }
  try {
    return isSplit ? await writeParts(dataset, out, terminal) : await writeOne(dataset, out, terminal);
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
    } else if ((await writeOne(part.dataset, join(directory, `${officeId}.zip`), terminal)) !== 0) code = 1;
  }
  for (const { id, officeIds } of shared) terminal.out.write(`place ${id} is in ${officeIds.join(', ')}\n`);
  for (const { id, name } of unassigned) {
    terminal.err.write(`levee export: place ${id} (${name}): nothing says whose it is; it is in no file.\n`);
    code = 1;
  }
  return code;
}

async function writeOne(dataset: Dataset, file: string, terminal: Terminal): Promise<ExitCode> {
  const zip = exportVipZip(dataset);
  const opened = expandZip(zip, file);
  const again = opened.ok ? await readVipFlat(opened.value, { officeId: dataset.officeId }) : null;
  if (!isDeepStrictEqual(again?.dataset, dataset)) {
    const member = Object.keys(dataset).find(
      (key) => !isDeepStrictEqual(again?.dataset?.[key as keyof Dataset], dataset[key as keyof Dataset]),
    );
    terminal.err.write(
      `levee export: ${dataset.officeId}: the file would not read as the same data again (${member}). Nothing was written; please report it.\n`,
    );
    return 1;
  }
  await writeFile(file, zip);
  const { streetSegments, precincts, pollingLocations } = dataset;
  terminal.out.write(
    `${file}: ${dataset.officeId}, ${streetSegments.length} street segments, ${precincts.length} precincts, ${pollingLocations.length} places, ${zip.length} bytes\n`,
  );
  return 0;
}
