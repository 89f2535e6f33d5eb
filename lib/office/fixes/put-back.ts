// Owns putting back what a new list has lost: of the list that is live so much as each lost fix was about, laid into the new list. Each is looked
// at afterwards, and what does not read as it is live is left as it came. Pure; nobody's file is changed.

import type { Dataset, ListedDataset } from '@/lib/core/vip';
import { placeText } from '../compare/match-places';
import { changesBetween } from './changes-between';
import type { AddressChange, Change, ThingChange } from './fix';
import { listTerms } from './list-terms';
import { overlap } from './number-run';
import { withAddressesOf } from './put-back-addresses';
import { withThingsOf } from './put-back-things';

export interface PutBack {
  readonly dataset: Dataset;
  /** Those of the changes that are undone in it; the others cannot be put back. */
  readonly done: readonly Change[];
}

/** `changes`: from `live` to `draft`, as `LostFix.change`. O(n log n) in rows of the streets that they are about, and rows of the draft. */
export function putBack(live: ListedDataset, draft: Dataset, changes: readonly Change[]): PutBack {
  let done = changes;
  for (;;) {
    const dataset = laidInto(live, draft, done);
    const open = stillLost(live, dataset, done);
    if (open.size === 0) return { dataset, done };
    // Ends: each round tries fewer.
    done = done.filter((change) => !open.has(change));
  }
}

function laidInto(live: ListedDataset, draft: Dataset, changes: readonly Change[]): Dataset {
  if (changes.length === 0) return draft;
  const terms = listTerms(live, draft, 'before');
  const addresses = changes.filter((change) => change.about === 'addresses');
  const things = changes.filter((change) => change.about !== 'addresses');
  // Addresses first: precincts are found by what the draft calls them as it came.
  return withThingsOf(live, withAddressesOf(live, draft, addresses, terms), things, terms);
}

/** Those that do not read as they are live. */
function stillLost(live: ListedDataset, dataset: Dataset, changes: readonly Change[]): ReadonlySet<Change> {
  const streets = new Set(changes.flatMap((change) => (change.about === 'addresses' ? [change.street] : [])));
  const byKey = new Map<string, Change[]>();
  for (const other of changesBetween(live, dataset, { terms: 'before', streets })) {
    const key = keyOf(other);
    byKey.set(key, [...(byKey.get(key) ?? []), other]);
  }
  const called = new Set(dataset.pollingLocations.map(placeText));
  return new Set(
    changes.filter((change) => {
      if (change.about === 'place') return called.has(change.after.key) || !called.has(change.before.key);
      return (byKey.get(keyOf(change)) ?? []).some((other) => isSameThing(change, other));
    }),
  );
}

const keyOf = (change: Change): string =>
  change.about === 'addresses' ? change.street : `${change.about}\n${change.subject.key}`;

/** Of addresses, that their precinct is another one; where that votes is the precinct's to say. */
function isSameThing(change: AddressChange | ThingChange, other: Change): boolean {
  if (change.about !== 'addresses' || other.about !== 'addresses') return true;
  return (
    other.prefix === change.prefix &&
    other.suffix === change.suffix &&
    other.before.precinct.key !== other.after.precinct.key &&
    overlap(other, change) !== null
  );
}
