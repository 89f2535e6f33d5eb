// What may stand in a report: whatever somebody writes into a request, only words of our own come out.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentFamily, pathShape } from './reduce';
import { TopCounts } from './top-counts';

const RUNS = { seed: 11, numRuns: 2_000 };

describe('pathShape', () => {
  it.each([
    ['/wp-admin/setup-config.php?step=1', '/wp-admin/*'],
    ['/v1/objects/5a1f.json', '/v1/objects/*'],
    ['/p/en/zip-39120.html', '/p/en/*'],
    ['/112-Lake-Street/39120', '/*/*'],
    ['/lookup/112%20Lake%20St', '/lookup/*'],
    ['/', '/'],
    ['/a/b/c/d/e/f', '/*/*/*/*/…'],
    ['//EN//', '//en//'],
    ['112 Lake St', '/'],
  ])('%s becomes %s', (path, shape) => {
    expect(pathShape(path)).toBe(shape);
  });

  it('repeats nothing of a path, whatever stands in it', () => {
    const secret = fc.oneof(
      fc.integer({ min: 1, max: 99_999 }).map((number) => `${number} Heron St`),
      fc.integer({ min: 10_000, max: 99_999 }).map(String),
      fc.ipV4(),
      fc.ipV6(),
      fc.string(),
    );
    const path = fc.tuple(fc.constantFrom('/', '/en/', '/v1/objects/', '/p/go/?zip=', '//'), secret, secret);
    fc.assert(
      fc.property(path, ([start, one, two]) => {
        for (const part of pathShape(`${start}${one}/${two}`).split('/')) {
          if (!['', '*', '…', 'en', 'v1', 'objects', 'p', 'go'].includes(part)) {
            // A word of our own that chance has written.
            expect(part).toMatch(/^[a-z._-]+$/);
            expect(/[0-9]|heron/.test(part)).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('agentFamily', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge',
    ],
    [
      'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari',
    ],
    ['curl/8.5.0', 'curl'],
    ['python-requests/2.32', 'Python'],
    ['browser', 'browser'],
    ['', 'none'],
    ['I live at 112 Heron St, 203.0.113.7', 'other'],
  ])('%s is %s', (agent, family) => {
    expect(agentFamily(agent)).toBe(family);
  });

  it('is one of a few names, whatever it says', () => {
    const names = new Set<string>();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (agent) => {
        names.add(agentFamily(agent));
        expect(names.size).toBeLessThan(25);
      }),
      RUNS,
    );
  });
});

describe('TopCounts', () => {
  it('keeps the frequent names among any number of rare ones, and says how far off it may be', () => {
    const counts = new TopCounts();
    for (let turn = 0; turn < 20_000; turn += 1) {
      counts.add(`rare-${turn}`, 1);
      counts.add(turn % 2 === 0 ? 'often' : 'sometimes', turn % 2 === 0 ? 2 : 1);
    }
    const [first, second] = counts.top(2);
    expect([first?.[0], second?.[0]]).toEqual(['often', 'sometimes']);
    expect((first?.[1] ?? 0) - 20_000).toBeLessThanOrEqual(counts.atMost);
  });
});
