// What the last line of `npm test` says, from reports as the two runners write them.
import { describe, expect, it } from 'vitest';
import { addCounts, countsLine, noCounts, playwrightCounts, vitestCounts } from './counts';

const vitest = {
  numPassedTests: 7,
  numFailedTests: 0,
  numFailedTestSuites: 0,
  numPendingTests: 2,
  numTodoTests: 1,
};
const playwright = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] };

describe('counts of test reports', () => {
  it('reads what vitest counted', () => {
    expect(vitestCounts(vitest)).toEqual({ passed: 7, failed: 0, skipped: 3 });
  });

  it('counts a test file that could not be loaded as a failure', () => {
    expect(vitestCounts({ ...vitest, numFailedTestSuites: 1 }).failed).toBe(1);
  });

  it('counts a flaky browser test as a failure', () => {
    expect(playwrightCounts(playwright)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  it('counts an error outside of all browser tests as a failure', () => {
    expect(playwrightCounts({ ...playwright, errors: [{ message: 'no server' }] }).failed).toBe(3);
  });

  it.each([[{}], [null], [{ stats: {} }]])('refuses %j, which no runner writes', (report) => {
    expect(() => vitestCounts(report)).toThrow();
    expect(() => playwrightCounts(report)).toThrow();
  });

  it.each([
    [noCounts, '0 passed, 0 failed'],
    [addCounts(vitestCounts(vitest), playwrightCounts(playwright)), '11 passed, 2 failed, 5 skipped'],
  ])('says %j as %j', (counts, line) => {
    expect(countsLine(counts)).toBe(line);
  });
});
