// Owns `levee compile`: its arguments, the order of its steps, its summary and exit code. Nothing is written
// before everything is ready; the writing itself (objects first, pointer last) is lib/adapters/release-files'.

import { randomUUID } from 'node:crypto';
import { writeRelease } from '@/lib/adapters/release-files';
import type { KeyPair } from '@/lib/adapters/signing-key';
import { err, ok, type Result } from '@/lib/core/result';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { languages } from '@/lib/messages/languages';
import { type CompiledRelease, type CompileError, compile as compileRelease } from '@/lib/release/compile';
import type { Pointer } from '@/lib/release/format';
import { nextSequence } from '@/lib/release/sequence';
import { signPointer } from '@/lib/release/sign';
import { printApplied } from './accept-option';
import { type Command, type ExitCode, type Terminal, usedWrongly } from './command';
import { compileInputs, type Inputs } from './compile-inputs';
import { type CompileOptions, readCompileOptions } from './compile-options';
import { readMappingFile } from './mapping-file';
import { pathProblem } from './path-problem';
import { pointerOf, previousPointer } from './previous-release';
import { printProblems } from './print-problems';
import { createProgress, type Progress } from './progress';
import { summarise } from './validate';

/** Without a heartbeat for so long, a reader says that the data is old. It still answers. */
const LIFETIME_MS = 7 * 86_400_000;

/** `levee compile SOURCE… --out DIR`. */
export const compile: Command = {
  help: `Usage: levee compile SOURCE… --out DIR [--key FILE] [--sequence N] [--now ISO] [--origin URL] [--strict]
                     [--office ID | --split-by-office] [--zip-counties FILE] [--mapping FILE]
                     [--live FEED] [--accept KIND[:COLUMN]]… [--single-number-beats-range]
                     [--sandbox] [--progress]

Makes a signed release below DIR out of election offices' files. A SOURCE is a folder, a zip or a single file of
a VIP feed; several are several offices. Prints rows read and set aside, objects, bytes and seconds.

  --out DIR            where the release goes (DIR/v1/current.json …)
  --key FILE           sign with this key (JWK); else with the local development key, made on first use
  --sequence N         the release's number, above the one in DIR
  --now ISO            the time that the release carries: 2026-11-03T12:00:00Z
  --origin URL         the site's address, for links in plain pages
  --strict             exit 1 if a row was set aside or a conflict found (the release is written all the same)
  --office ID          the jurisdiction of a SOURCE (lower-case letters, digits, hyphens): once for each, in order
  --zip-counties FILE  a ZIP-to-county crosswalk: CSV with the columns zip, county, state
  --mapping FILE       which column of an office's own tables holds what, as confirmed (see levee mapping)
  --accept KIND[:COLUMN]  apply a repair that levee validate suggests; may be given several times
  --single-number-beats-range  a number that has a row of its own is not of the ranges that hold it, too
  --live FEED          where the SOURCE is a list of precincts and places alone, it is laid over the streets of this feed
                       (levee export --release writes one of what is live)
  --split-by-office    a SOURCE is a state's one file: each office in it gets its own part of the release
  --sandbox            add the practice county, whose election is always ahead
  --progress           say on stderr how far it is, also where stderr is no terminal

Where a file cannot be used at all, nothing is written. Killed at any moment, it leaves the old release whole.
Exit codes: 0 a release was written, 1 none was (or --strict), 2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readCompileOptions(args);
  if (!options.ok) return usedWrongly(terminal, 'compile', options.error.message);
  const mappings = await readMappingFile(options.value.mapping);
  if (!mappings.ok) return usedWrongly(terminal, 'compile', mappings.error);
  const progress = createProgress(terminal, options.value.progress);
  try {
    return await compileTo(options.value, mappings.value, terminal, progress);
  } catch (error) {
    const problem = pathProblem(error, options.value.out);
    if (problem === null) throw error;
    return failed(terminal, problem);
  } finally {
    progress.finish();
  }
}

async function compileTo(
  options: CompileOptions,
  mappings: readonly TableMapping[],
  terminal: Terminal,
  progress: Progress,
): Promise<ExitCode> {
  const startedMs = performance.now();
  const now = options.now ?? terminal.now();
  const previous = await previousPointer(options.out);
  if (!previous.ok) return failed(terminal, previous.error);
  const inputs = await compileInputs(options, mappings, now, progress);
  if (!inputs.ok) return failed(terminal, inputs.error);
  const { read, reference, key, left } = inputs.value;
  for (const line of left) terminal.err.write(`levee compile: ${line}\n`);
  printApplied(read.suggestions, options.accepted, terminal.err);
  if (read.counts.fatals > 0) {
    progress.finish();
    // The errors too: where not one row is left, they say why.
    const grave = read.problems.filter(({ severity }) => severity === 'fatal' || severity === 'error');
    printProblems(grave, terminal.err);
    return failed(terminal, 'nothing was written.');
  }
  const compiled = await compileRelease({
    languages,
    origin: options.origin,
    datasets: read.datasets,
    notices: [],
    reference: reference(),
    releaseLine: previous.value?.releaseLine ?? randomUUID(),
    sequence: options.sequence ?? nextSequence(previous.value?.sequence ?? null, now),
    now,
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
    onProgress: (done, total) => progress.report('compiling', done / total),
  });
  if (!compiled.ok) return failed(terminal, refusal(compiled.error));
  const { pointer } = compiled.value;
  const outOfOrder = sequenceProblem(previous.value, pointer);
  if (outOfOrder !== null) return failed(terminal, outOfOrder);
  const written = await publish(options, compiled.value, key);
  if (!written.ok) return failed(terminal, written.error);
  progress.finish();
  const release = { ...compiled.value, pointer: written.value };
  printSummary(options.out, inputs.value, release, (performance.now() - startedMs) / 1000, terminal);
  return options.strict && isTroubled(inputs.value, compiled.value) ? 1 : 0;
}

/** Writes objects, pages and pointer; gives the pointer as written. Where another `compile` was quicker, it follows that
 *  one's release, in its line. The error is a sentence. */
async function publish(
  { out, sequence }: CompileOptions,
  { objects, pages, pointer }: CompiledRelease,
  key: KeyPair,
): Promise<Result<Pointer, string>> {
  let outcome: Result<Pointer, string> = ok(pointer);
  const follow = async (current: Uint8Array | null) => {
    const latest = current === null ? ok(null) : pointerOf(current, out);
    outcome = latest.ok ? following(latest.value, pointer, sequence) : latest;
    return outcome.ok ? signPointer(outcome.value, key) : null;
  };
  await writeRelease(out, { objects, pages, pointer: follow });
  return outcome;
}

function following(latest: Pointer | null, pointer: Pointer, fixed: number | null): Result<Pointer, string> {
  if (latest === null) return ok(pointer);
  const sequence = fixed ?? Math.max(pointer.sequence, latest.sequence + 1);
  const next = { ...pointer, releaseLine: latest.releaseLine, sequence };
  const problem = sequenceProblem(latest, next);
  return problem === null ? ok(next) : err(problem);
}

function failed(terminal: Terminal, sentence: string): ExitCode {
  terminal.err.write(`levee compile: ${sentence}\n`);
  return 1;
}

function refusal(error: CompileError): string {
  if (error.code === 'empty') return 'no SOURCE gave any data. Nothing was written.';
  if (error.code === 'badDataset') {
    return `the office "${error.officeId}" needs a state of two letters and an election with a date. Nothing was written.`;
  }
  return (
    `two SOURCEs are of the office "${error.officeId}" for the same election ("${error.electionId}"). ` +
    'Give each its own with --office, or leave one out. Nothing was written.'
  );
}

/** Readers refuse a lower number, and could not tell two releases of one number apart. */
function sequenceProblem(previous: Pointer | null, next: Pointer): string | null {
  if (previous === null || next.sequence > previous.sequence) return null;
  if (next.sequence === previous.sequence && next.root === previous.root) return null;
  return `the release there has the number ${previous.sequence}; --sequence must be above it. It stays as it was.`;
}

function isTroubled({ read, left }: Inputs, { report }: CompiledRelease): boolean {
  const { errors, conflicts } = summarise(read);
  return errors + conflicts + read.counts.rowsSetAside + report.clashes.length + left.length > 0;
}

function printSummary(
  directory: string,
  { read }: Inputs,
  { pointer, report }: CompiledRelease,
  seconds: number,
  { out }: Terminal,
): void {
  const { counts } = read;
  const { errors, conflicts, warnings } = summarise(read);
  const lines = [
    `Release ${pointer.sequence} written to ${directory}`,
    `  offices         ${report.offices.join(', ')}`,
    `  rows in         ${counts.rowsIn}`,
    `  rows set aside  ${counts.rowsSetAside}`,
    `  segments        ${counts.segments}, precincts ${counts.precincts}, polling places ${counts.pollingLocations}`,
    `  problems        ${errors} errors, ${conflicts} conflicts, ${warnings} warnings (levee validate lists them)`,
    `  objects         ${report.objects} (${report.shards} shards for ${report.zips} ZIPs)`,
    `  plain pages     ${report.pages} (${report.pageBytes} bytes)`,
    `  bytes           ${report.objectBytes}`,
    `  seconds         ${seconds.toFixed(2)}`,
  ];
  for (const { officeIds, segmentPairs } of report.clashes) {
    lines.push(`  both ${officeIds.join(' and ')} claim ${segmentPairs} ranges of the same streets`);
  }
  out.write(`${lines.join('\n')}\n`);
}
