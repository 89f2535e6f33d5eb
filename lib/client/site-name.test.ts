import { describe, expect, it } from 'vitest';
import type { LocalityRef } from '@/lib/release/format';
import { siteName } from './site-name';

function localities(
  ...each: readonly (readonly [name: string, type: string | null])[]
): readonly LocalityRef[] {
  return each.map(([name, type]) => ({
    officeId: 'office',
    id: name,
    name,
    type,
    state: 'ZZ',
    office: { id: name, name: `${name} Elections`, phone: null },
  }));
}

describe('siteName', () => {
  it.each([
    ['the office, where there is one', [['Sandbox County', 'county']], 'Sandbox County Elections'],
    [
      'the county of its towns',
      [
        ['Drill Harbor', 'town'],
        ['Sandbox County', 'County'],
      ],
      'Sandbox County',
    ],
    [
      'nobody, where a city lies beside the county',
      [
        ['Powhatan County', 'county'],
        ['Portsmouth', 'city'],
      ],
      null,
    ],
    [
      'nobody, of two counties',
      [
        ['A County', 'county'],
        ['B County', 'county'],
      ],
      null,
    ],
    [
      'nobody, of towns alone',
      [
        ['A', 'town'],
        ['B', 'town'],
      ],
      null,
    ],
    [
      'nobody, where a type is not told',
      [
        ['A County', 'county'],
        ['B', null],
      ],
      null,
    ],
    ['nobody, of nothing', [], null],
  ] as const)('%s', (_, each, name) => {
    expect(siteName(localities(...each))).toBe(name);
  });
});
