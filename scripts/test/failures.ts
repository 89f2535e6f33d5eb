// Owns which tests a report names as failed, and what they said: shown after everything else, for who has only the end of a log.
// Pure: takes the reports of the two test runners as parsed JSON.

import { stripVTControlCharacters } from 'node:util';

/** A test that failed: `tests/e2e/trust.spec.ts › one altered letter`, and the beginning of what it said. */
export interface Failure {
  readonly title: string;
  readonly said: string;
}

/** A message goes on with what the browser showed, often for pages. */
const MAX_LINES = 16;

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Vitest's JSON reporter. A file that could not be loaded has no test, but a message. */
export function vitestFailures({ testResults }: VitestReport): readonly Failure[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [failure(name, message)];
    return failed.map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages.join('\n')));
  });
}

interface PlaywrightSuite {
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly status: string;
      readonly projectName: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

interface PlaywrightReport extends PlaywrightSuite {
  readonly errors?: readonly { readonly message?: string }[];
}

/** Playwright's JSON reporter, with what failed outside of all tests. */
export function playwrightFailures(report: PlaywrightReport): readonly Failure[] {
  const outside = (report.errors ?? []).map(({ message }) => failure('outside of the tests', message ?? ''));
  return [...outside, ...failuresIn(report)];
}

function failuresIn({ specs = [], suites = [] }: PlaywrightSuite): readonly Failure[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const messages = results.flatMap(({ error }) => error?.message ?? []);
        return failure(`[${projectName}] ${file} › ${title}`, messages.join('\n'));
      }),
  );
  return [...own, ...suites.flatMap(failuresIn)];
}

function failure(title: string, message: string): Failure {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('node_modules'));
  return { title, said: lines.slice(0, MAX_LINES).join('\n') };
}

/** As the end of a log shows them: a line for the test, what it said below, indented. */
export function failuresText(failures: readonly Failure[]): string {
  return failures.map(({ title, said }) => `${title}\n${said.replace(/^/gm, '    ')}\n`).join('\n');
}
