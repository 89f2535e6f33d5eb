// Owns `levee validate`: its arguments, output and exit code. What is checked is lib/ingest's.

import { printSuggestions, readAccepted, suggestionJson } from './accept-option';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { readMappingFile } from './mapping-file';
import { printProblems, problemJson, type Summary, worstOf } from './print-problems';
import { createProgress } from './progress';
import { type ReadSources, readSources } from './read-sources';

/** `levee validate SOURCE… [--json]`. */
export const validate: Command = {
  help: `Usage: levee validate SOURCE… [--json] [--mapping FILE] [--accept KIND[:COLUMN]]…
                      [--single-number-beats-range] [--progress]

Reads election offices' files and says what is wrong with them. A SOURCE is a folder, a zip or a single
file of a VIP feed (3.0, 5.1, 5.2 or 6.0 CSV; docs/problems.md lists what is checked, levee explain CODE shows an example). Nothing is written.

  --json      one problem a line as JSON, {code,severity,file,row,column,value,message}, and at the end
              {"summary":{segments,precincts,pollingLocations,errors,conflicts,warnings}}
  --mapping FILE  which column of an office's own tables holds what, as confirmed (see levee mapping)
  --accept KIND[:COLUMN]  apply a repair that was suggested, in every file or in columns of this name; may be
              given several times. What could be repaired is said after the problems; nothing is unless accepted
  --single-number-beats-range  as the offices have declared: a number with a row of its own is not of the
              ranges that hold it, too
  --progress  say on stderr how far it is, also where stderr is no terminal

Severities: fatal (the files cannot be used), error (the row is set aside), conflict (kept, and answered as
a conflict), warning (kept). Exit codes: 0 nothing worse than a warning, 1 something worse, 2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, {
    json: { type: 'boolean', default: false },
    mapping: { type: 'string' },
    accept: { type: 'string', multiple: true },
    'single-number-beats-range': { type: 'boolean', default: false },
    progress: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'validate', parsed.error.message);
  const { values, positionals } = parsed.value;
  if (positionals.length === 0) return usedWrongly(terminal, 'validate', 'no SOURCE given');
  const mappings = await readMappingFile(values.mapping ?? null);
  if (!mappings.ok) return usedWrongly(terminal, 'validate', mappings.error);
  const accepted = readAccepted(values.accept ?? []);
  if (!accepted.ok) return usedWrongly(terminal, 'validate', accepted.error);
  const progress = createProgress(terminal, values.progress);
  const read = await readSources({
    paths: positionals,
    officeIds: [],
    mappings: mappings.value,
    accepted: accepted.value,
    suggestions: true,
    singleNumberBeatsRange: values['single-number-beats-range'],
    onProgress: progress.count,
  });
  progress.finish();
  const summary = summarise(read);
  if (values.json) {
    for (const problem of read.problems) terminal.out.write(`${problemJson(problem)}\n`);
    const suggestions =
      read.suggestions.length === 0 ? {} : { suggestions: read.suggestions.map(suggestionJson) };
    terminal.out.write(`${JSON.stringify({ summary, ...suggestions })}\n`);
  } else {
    printProblems(read.problems, terminal.out);
    printSuggestions(read.suggestions, terminal.out);
    terminal.out.write(`${summaryLine(summary)}\n`);
    const worst = worstOf(read.problems);
    if (worst !== null)
      terminal.out.write(
        `An example of each, and the same mended: levee explain CODE (as levee explain ${worst})\n`,
      );
  }
  return summary.errors + summary.conflicts > 0 ? 1 : 0;
}

/** Counts of everything read, problems by severity; fatal ones are errors. */
export function summarise({ counts }: Pick<ReadSources, 'counts'>): Summary {
  return {
    segments: counts.segments,
    precincts: counts.precincts,
    pollingLocations: counts.pollingLocations,
    errors: counts.fatals + counts.errors,
    conflicts: counts.conflicts,
    warnings: counts.warnings,
  };
}

function summaryLine(summary: Summary): string {
  return (
    `${summary.segments} street segments, ${summary.precincts} precincts, ${summary.pollingLocations} polling places; ` +
    `${summary.errors} errors, ${summary.conflicts} conflicts, ${summary.warnings} warnings`
  );
}
