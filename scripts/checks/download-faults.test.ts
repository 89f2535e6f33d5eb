// The byte gate closes for each thing that it is there to stop.
import { describe, expect, it } from 'vitest';
import { budgetBytes, type Download, downloadFaults, totalBytes } from './download-faults';

const page: Download = { path: '/en/', bytes: 8000 };
const shard: Download = { path: '/v1/objects/a.json', bytes: 2000 };

describe('downloadFaults', () => {
  it('finds nothing wrong with a look-up within the budget', () => {
    expect(downloadFaults('en', 'found', [], [page, shard])).toEqual([]);
    expect(totalBytes([page, shard])).toBe(10_000);
  });

  it('lets exactly the budget pass, and not one byte more', () => {
    const full = { ...page, bytes: budgetBytes };
    expect(downloadFaults('en', 'found', [], [full])).toEqual([]);
    expect(downloadFaults('en', 'found', [], [{ ...full, bytes: budgetBytes + 1 }])).toHaveLength(1);
  });

  it.each([
    ['another answer', 'cannotCheck', [], [page], 'answered cannotCheck'],
    ['no answer', null, [], [page], 'answered null'],
    ['an answer that is not whole', 'found', ['its hours'], [page], 'without its hours'],
    [
      'a third party',
      'found',
      [],
      [{ ...page, path: 'https://example.org/x.js' }],
      'https://example.org/x.js',
    ],
  ])('names %s', (_what, outcome, missing, downloads, said) => {
    const faults = downloadFaults('en', outcome, missing, downloads);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(said);
  });
});
