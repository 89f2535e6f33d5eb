// Owns joining runs of house numbers that are told the same: where the one half was set aside and the other is missing, a voter sees no
// difference. Pure.

import type { AddressChange } from './fix';

/** Changes of one street, the lowest number first; those that touch and say the same are one, with the first row that there is. */
export function joinChanges(changes: readonly AddressChange[]): readonly AddressChange[] {
  const joined: AddressChange[] = [];
  const last = new Map<string, number>();
  for (const change of changes) {
    const key = JSON.stringify([
      ...[change.side, change.prefix, change.suffix, change.units],
      ...[change.before, change.after].flatMap(({ precinct, place }) => [precinct.key, place.key]),
    ]);
    const at = last.get(key);
    const before = at === undefined ? undefined : joined[at];
    const step = change.side === 'both' ? 1 : 2;
    if (at !== undefined && before !== undefined && change.start - before.end <= step) {
      joined[at] = { ...before, end: change.end, row: before.row ?? change.row };
    } else {
      last.set(key, joined.length);
      joined.push(change);
    }
  }
  return joined;
}
