// Owns the sum of what the two test runners counted. Pure: takes their reports as parsed JSON.

/** `{passed: 812, failed: 0, skipped: 3}`. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** No test at all. */
export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

/** A number under `key` of a parsed report; a report without it is not one, and that is a bug or a crash. */
function count(report: unknown, key: string): number {
  const value = (report as Record<string, unknown> | null)?.[key];
  if (typeof value !== 'number') throw new Error(`the test report has no number "${key}"`);
  return value;
}

/** Vitest's JSON reporter. A file that could not be loaded is a failure even if no test in it ran. */
export function vitestCounts(report: unknown): Counts {
  const failed = count(report, 'numFailedTests');
  const failedFiles = count(report, 'numFailedTestSuites');
  return {
    passed: count(report, 'numPassedTests'),
    failed: failed === 0 ? failedFiles : failed,
    skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
  };
}

/** Playwright's JSON reporter. A test that passed only on the second try is counted as failed: flaky is broken. */
export function playwrightCounts(report: unknown): Counts {
  const { stats, errors } = report as { stats: unknown; errors?: readonly unknown[] };
  return {
    passed: count(stats, 'expected'),
    failed: count(stats, 'unexpected') + count(stats, 'flaky') + (errors?.length ?? 0),
    skipped: count(stats, 'skipped'),
  };
}

/** Adds two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** `812 passed, 0 failed, 3 skipped`; the last part only where something was skipped. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
