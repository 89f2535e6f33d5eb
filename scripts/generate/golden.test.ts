// Golden answers are those that nobody disputes: none is of an address that may as well be on another street.

import { describe, expect, it } from 'vitest';
import { zipGoldens } from './golden';
import { createRandom } from './random';
import type { Precinct, Zip } from './state';
import type { Street } from './streets';

const place = (id: string) => ({ id }) as Precinct['places'][number];
const precinct = (id: string) =>
  ({ id, voting: 'assigned', places: [place(`pl-${id}`)] }) as unknown as Precinct;
const zip = { zip: '00103', towns: ['Elmby'] } as unknown as Zip;

function street(name: string, suffix: string, id: string, end = 199): Street {
  const rows = [{ start: 101, end, parity: 'both', precinct: precinct(id) }] as Street['rows'];
  return { pre: '', name, suffix, post: '', city: 'Elmby', rows };
}

/** The kinds of all golden addresses that begin with `words`, of many made-up ZIPs with these streets. */
function kindsOf(words: string, streets: readonly Street[]): ReadonlySet<string> {
  const all = Array.from({ length: 300 }, (_, seed) =>
    zipGoldens(zip, streets, createRandom(seed, 1)),
  ).flat();
  const mine = all.filter(({ address }) => new RegExp(`^ *\\d+ +${words}\\b`, 'i').test(address));
  return new Set(mine.map(({ kind }) => kind));
}

describe('zipGoldens', () => {
  it('calls a number missing that is beyond its street', () => {
    expect(kindsOf('PORTER', [street('PORTER', '', '1')])).toEqual(new Set(['found', 'missing']));
  });

  it('calls no number missing that another street of the name may have', () => {
    const both = [street('PORTER', '', '1'), street('PORTER', 'CIR', '2', 999_999)];
    expect(kindsOf('PORTER', both)).toEqual(new Set(['found']));
  });

  it('has no answer for a street that differs from another by a blank', () => {
    const both = [street('RED WOOD', 'RD', '1'), street('REDWOOD', 'RD', '2')];
    expect(kindsOf('RED ?WOOD', both)).toEqual(new Set());
    expect(kindsOf('RED WOOD', both.slice(0, 1))).toEqual(new Set(['found', 'missing']));
  });
});
