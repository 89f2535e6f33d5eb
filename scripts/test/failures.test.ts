// What the end of a log says of tests that failed, from reports as the two runners write them.
import { describe, expect, it } from 'vitest';
import { failuresText, playwrightFailures, vitestFailures } from './failures';

const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };

describe('failures of test reports', () => {
  it('names the file, the test and what was wrong, of vitest', () => {
    const assertionResults = [
      passed,
      {
        status: 'failed',
        fullName: 'counts two',
        failureMessages: ['\u001b[31mexpected 1\u001b[39m\n\nto be 2'],
      },
    ];
    const report = { testResults: [{ name: '/a.test.ts', status: 'failed', message: '', assertionResults }] };
    expect(failuresText(vitestFailures(report))).toBe(
      '/a.test.ts › counts two\n    expected 1\n    to be 2\n',
    );
  });

  it('names a test file that could not be loaded', () => {
    const report = {
      testResults: [{ name: '/b.test.ts', status: 'failed', message: 'no module', assertionResults: [] }],
    };
    expect(vitestFailures(report)).toEqual([{ title: '/b.test.ts', said: 'no module' }]);
  });

  it('says nothing where all passed', () => {
    const file = { name: '/a.test.ts', status: 'passed', message: '', assertionResults: [passed] };
    expect(failuresText(vitestFailures({ testResults: [file] }))).toBe('');
    expect(playwrightFailures({ suites: [] })).toEqual([]);
  });

  it('names browser tests that failed or were flaky, however deep, and errors outside of them', () => {
    const spec = (title: string, status: string, message?: string) => ({
      title,
      file: 'a.spec.ts',
      tests: [
        { status, projectName: 'office', results: [message === undefined ? {} : { error: { message } }] },
      ],
    });
    const deep = { suites: [{ specs: [spec('goes on', 'flaky', 'first try'), spec('well', 'expected')] }] };
    const report = {
      errors: [{ message: 'no server' }],
      suites: [{ specs: [spec('opens', 'unexpected', 'old list')] }, deep],
    };
    expect(playwrightFailures(report)).toEqual([
      { title: 'outside of the tests', said: 'no server' },
      { title: '[office] a.spec.ts › opens', said: 'old list' },
      { title: '[office] a.spec.ts › goes on', said: 'first try' },
    ]);
  });

  it('shows the beginning of a message that goes on for pages', () => {
    const message = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
    const [only] = playwrightFailures({ errors: [{ message }] });
    expect(only?.said.split('\n')).toHaveLength(16);
  });
});
