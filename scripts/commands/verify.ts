// Owns `levee verify`: its arguments, output and exit code. What is checked is lib/release/verify's.

import type { ReleaseProblem } from '@/lib/release/release-problem';
import { verifyRelease } from '@/lib/release/verify';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { wholeNumber } from './generate';
import { trustedSource } from './open-release';
import { createProgress } from './progress';
import { readTime } from './read-time';

/** `levee verify DIR_OR_URL`. */
export const verify: Command = {
  help: `Usage: levee verify DIR_OR_URL [--min-sequence N] [--now ISO] [--progress]

Checks a release: the pointer's signature and number, the hash of every file that it leads to (plain pages, too),
and that every link leads to what it promises. Names each file that is wrong, and how.

  --min-sequence N  the highest number seen before: a lower one is a release that was rolled back
  --now ISO         check as of this time: 2026-11-03T12:00:00Z
  --progress        say on stderr how far it is, also where stderr is no terminal

Trusts the public keys in LEVEE_PUBLIC_KEYS, else the local development key. A release whose time is over is
a warning: it still answers. Exit codes: 0 all is right, 1 something is wrong, 2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, {
    'min-sequence': { type: 'string' },
    now: { type: 'string' },
    progress: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'verify', parsed.error.message);
  const { values, positionals } = parsed.value;
  const [location, ...more] = positionals;
  if (location === undefined || more.length > 0) {
    return usedWrongly(terminal, 'verify', 'one folder or address is needed');
  }
  const least = wholeNumber(values['min-sequence'] ?? '0', 0, Number.MAX_SAFE_INTEGER);
  if (least === null) return usedWrongly(terminal, 'verify', '--min-sequence takes a whole number');
  const now = values.now === undefined ? terminal.now() : readTime(values.now);
  if (now === null) return usedWrongly(terminal, 'verify', '--now takes a time such as 2026-11-03T12:00:00Z');
  const trusted = await trustedSource(location, terminal.env);
  if (!trusted.ok) {
    terminal.err.write(`levee verify: ${trusted.error}\n`);
    return 1;
  }
  const progress = createProgress(terminal, values.progress);
  const { source, trust } = trusted.value;
  const report = await verifyRelease(source, trust, now, (files) => progress.count('checked', files));
  progress.finish();
  const { pointer, keyId, objects, objectBytes, pages } = report;
  const rolledBack = pointer === null ? [] : sequenceProblems(pointer.sequence, least);
  const problems = [...report.problems, ...rolledBack];
  for (const problem of problems) terminal.out.write(`${line(problem)}\n`);
  const wrong = problems.filter(({ severity }) => severity === 'error').length;
  if (pointer !== null) {
    const { sequence, releaseLine, issuedAt } = pointer;
    terminal.out.write(
      `Release ${sequence} of line ${releaseLine}, issued ${issuedAt}, signed by ${keyId}: ` +
        `${objects} objects, ${objectBytes} bytes and ${pages} pages checked, ${wrong === 0 ? 'all right' : `${wrong} wrong`}\n`,
    );
  }
  return wrong === 0 ? 0 : 1;
}

function sequenceProblems(sequence: number, least: number): readonly ReleaseProblem[] {
  if (sequence >= least) return [];
  const message = `number ${sequence} after ${least}: an older release has been put back`;
  return [{ code: 'lowerSequence', severity: 'error', file: '/v1/current.json', message }];
}

/** `error wrongHash /v1/objects/….json: …`. */
function line({ severity, code, file, message }: ReleaseProblem): string {
  return `${severity} ${code} ${file}: ${message}`;
}
