// Owns `levee incident`: its arguments, which files are read and written, its exit code. What is counted and said is scripts/incident's.

import { extname } from 'node:path';
import { writeAtomically } from '@/lib/adapters/atomic-files';
import { err, ok, type Result } from '@/lib/core/result';
import { Collector, type Span } from '../incident/collect';
import { collectFile } from '../incident/read-log';
import { type IncidentReport, reportOf } from '../incident/report';
import { reportHtml, reportLines, reportMarkdown } from '../incident/report-text';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { pathProblem } from './path-problem';
import { createProgress } from './progress';
import { readTime } from './read-time';

/** `levee incident --log access.log --log access.log.1.gz --out report.html`. */
export const incident: Command = {
  help: `Usage: levee incident --log FILE… [--from ISO --to ISO] [--out FILE.html|.md|.json] [--progress]

Makes a report for partners out of the edge's access logs: when a flood began and ended, how large it was, what it asked
for and with what kind of programs, what voters got, and where the log is silent. Logs of any size; .gz is read as it is.

  --log FILE       a log of the edge (docs/edge.md); again for each further file, in any order
  --from, --to     only this time: 2026-11-03T12:00:00Z
  --out FILE       write the report there, as a page with charts (.html), Markdown (.md) or data (.json)
  --progress       say on stderr how far it is, also where stderr is no terminal

Nothing that somebody wrote into a request is repeated: programs are named by kind, paths by parts that are known, so that
no voter's address and no machine's can be in it. Lines that cannot be read are counted and named.
Exit codes: 0 done, 1 a file cannot be read or nothing was in it, 2 used wrongly.
`,
  run,
};

const WRITERS: Readonly<Record<string, (report: IncidentReport) => string>> = {
  '.html': reportHtml,
  '.md': reportMarkdown,
  '.json': (report) => `${JSON.stringify(report, null, 1)}\n`,
};

/** Longer logs are told in parts: a clock that once stood at 1970 is no incident of fifty years. */
const LONGEST_DAYS = 92;

interface Options {
  readonly logs: readonly string[];
  readonly span: Span;
  readonly out: string | null;
  readonly showProgress: boolean;
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = optionsOf(args);
  if (!options.ok) return usedWrongly(terminal, 'incident', options.error);
  const { logs, span, out, showProgress } = options.value;
  const collector = new Collector(span);
  const progress = createProgress(terminal, showProgress);
  let file = '';
  try {
    for (file of logs) await collectFile(file, collector, (lines) => progress.count('read', lines));
    progress.finish();
    const collected = collector.result();
    const starts = [...collected.minutes.keys()].sort((a, b) => a - b);
    const [first = 0, last = 0] = [starts[0], starts.at(-1)];
    const days = (last - first) / 86_400_000;
    if (days > LONGEST_DAYS) {
      const ends = `${new Date(first).toISOString()} to ${new Date(last).toISOString()}`;
      return failed(terminal, `these logs go from ${ends}. Say which part of it with --from and --to.`);
    }
    const report = reportOf(collected, terminal.now());
    terminal.out.write(reportLines(report));
    if (out !== null) {
      file = out;
      await writeAtomically(out, new TextEncoder().encode((WRITERS[extname(out)] ?? reportHtml)(report)));
    }
    return report.span === null ? 1 : 0;
  } catch (error) {
    progress.finish();
    const problem = pathProblem(error, file);
    if (problem === null) throw error;
    return failed(terminal, problem);
  }
}

function optionsOf(args: readonly string[]): Result<Options, string> {
  const text = { type: 'string' } as const;
  const parsed = readArgs(args, {
    log: { type: 'string', multiple: true },
    from: text,
    to: text,
    out: text,
    progress: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return err(parsed.error.message);
  const { values, positionals } = parsed.value;
  const logs = [...(values.log ?? []), ...positionals];
  if (logs.length === 0) return err('--log FILE is missing: the access log of an edge');
  const [from, to] = [timeOf(values.from), timeOf(values.to)];
  if (from === undefined || to === undefined)
    return err('--from and --to take times such as 2026-11-03T12:00:00Z');
  if (values.out !== undefined && !Object.hasOwn(WRITERS, extname(values.out))) {
    return err(`--out takes a file that ends in ${Object.keys(WRITERS).join(', ')}`);
  }
  const span = { fromMs: from?.getTime() ?? null, toMs: to?.getTime() ?? null };
  return ok({ logs, span, out: values.out ?? null, showProgress: values.progress });
}

/** undefined: no time. */
function timeOf(text: string | undefined): Date | null | undefined {
  return text === undefined ? null : (readTime(text) ?? undefined);
}

function failed(terminal: Terminal, sentence: string): ExitCode {
  terminal.err.write(`levee incident: ${sentence}\n`);
  return 1;
}
