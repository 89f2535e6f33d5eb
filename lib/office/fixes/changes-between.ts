// Owns everything that two lists say differently, each by what it is about: addresses, precincts, places, hours, contacts. What an office
// put right and what a new upload undoes are found by this one function. Pure; loads nothing.

import type { ListedDataset, StreetSegment } from '@/lib/core/vip';
import { plain } from '@/lib/ingest/plain-name';
import { streetName } from '@/lib/release/street-encode';
import { contactChanges } from '../compare/contact-changes';
import { placeText } from '../compare/match-places';
import { type NumberChange, numberChanges } from '../compare/number-runs';
import { hoursIn } from '../compare/place-changes';
import { compareStreets, isUnchanged, rowAt } from '../compare/street-rows';
import type { AddressChange, Change, ThingChange, Value } from './fix';
import { joinChanges } from './join-changes';
import { type ListTerms, listTerms, type Terms } from './list-terms';

interface ChangeOptions {
  /** By whose words both lists are told. */
  readonly terms: Terms;
  /** Only these streets (`AddressChange.street`); not given: all of them. */
  readonly streets?: ReadonlySet<string>;
}

/** O(n log n) in rows of the streets asked for. A list without any streets says nothing of addresses. */
export function changesBetween(
  before: ListedDataset,
  after: ListedDataset,
  options: ChangeOptions,
): readonly Change[] {
  const terms = listTerms(before, after, options.terms);
  return [
    ...addressChanges(before, after, terms, options.streets),
    ...precinctPlaces(before, after, terms),
    ...placesCalled(terms),
    ...placeHours(before, after, terms, options.terms),
    ...contacts(before, after),
  ];
}

function addressChanges(
  before: ListedDataset,
  after: ListedDataset,
  terms: ListTerms,
  only: ReadonlySet<string> | undefined,
): readonly AddressChange[] {
  if (before.streetSegments.length === 0 || after.streetSegments.length === 0) return [];
  const of = { liveOf: terms.beforeOf, draftOf: terms.afterOf };
  const streets = compareStreets(before, after, of, only);
  const rowOf = (rows: ListedDataset, index: number | undefined) =>
    index === undefined ? null : rowAt(rows, index);
  const found: AddressChange[] = [];
  for (const street of streets) {
    if (isUnchanged(street)) continue;
    const named = rowOf(after, street.draft[0]?.index) ?? rowOf(before, street.live[0]?.index);
    const words = named === null ? '' : streetWords(named);
    const changes = numberChanges([...street.live, ...street.draft]).flatMap((run): AddressChange[] => {
      const change = addressChange(run, terms);
      const row = rowOf(after, run.draftRow?.index)?.id ?? null;
      return change === null ? [] : [{ ...change, street: street.key, words, row }];
    });
    found.push(...joinChanges(changes));
  }
  return found;
}

/** null: rows without a precinct on one list, and no rows on the other: a voter is told the same. */
function addressChange(
  { start, end, side, prefix, suffix, units, from, to }: NumberChange,
  { answerOf }: ListTerms,
): Omit<AddressChange, 'street' | 'words' | 'row'> | null {
  const [before, after] = [answerOf(from), answerOf(to)];
  if (before.precinct.key === after.precinct.key && before.place.key === after.place.key) return null;
  return { about: 'addresses', start, end, side, prefix, suffix, units, before, after };
}

function streetWords(segment: StreetSegment): string {
  const name = streetName(segment);
  return `${name === '*' ? 'every street' : name}, ${segment.city} ${segment.zip}`;
}

/** Precincts, and splits with places of their own, that vote somewhere else. */
function precinctPlaces(
  before: ListedDataset,
  after: ListedDataset,
  terms: ListTerms,
): readonly ThingChange[] {
  const was = placesByPrecinct(before, terms, 'before');
  return [...placesByPrecinct(after, terms, 'after')].flatMap(
    ([key, { words, place, row }]): ThingChange[] => {
      const old = was.get(key);
      if (old === undefined || old.place.key === place.key) return [];
      return [{ about: 'precinct', subject: { key, words }, before: old.place, after: place, row }];
    },
  );
}

interface PrecinctPlace {
  readonly words: string;
  readonly place: Value;
  readonly row: string;
}

function placesByPrecinct(
  { precincts, precinctSplits }: ListedDataset,
  { beforeOf, afterOf, answerOf }: ListTerms,
  list: Terms,
): ReadonlyMap<string, PrecinctPlace> {
  const of = list === 'before' ? beforeOf : afterOf;
  const rows = [
    ...precincts.map(({ id }) => ({ precinctId: id, precinctSplitId: null, row: id })),
    ...precinctSplits.map(({ id, precinctId }) => ({ precinctId, precinctSplitId: id, row: id })),
  ];
  const found = new Map<string, PrecinctPlace>();
  const twice = new Set<string>();
  for (const { row, ...ids } of rows) {
    const { precinct, place } = answerOf([of(ids)]);
    const known = found.get(precinct.key);
    // Two precincts of one name: nobody knows which of them is meant.
    if (known !== undefined && known.place.key !== place.key) twice.add(precinct.key);
    found.set(precinct.key, known ?? { words: precinct.words, place, row });
  }
  for (const key of ['', ...twice]) found.delete(key);
  return found;
}

/** Places that have another name or address. */
function placesCalled({ places }: ListTerms): readonly ThingChange[] {
  return places.flatMap(({ live, draft }): ThingChange[] => {
    if (live === null || draft === null || placeText(live) === placeText(draft)) return [];
    const [before, after] = [placeCalled(live), placeCalled(draft)];
    return [{ about: 'place', subject: after, before, after, row: draft.id }];
  });
}

/** A place by its name and address. */
export function placeCalled(place: ListedDataset['pollingLocations'][number]): Value {
  return { key: placeText(place), words: [place.name, place.line1, place.city].filter(Boolean).join(', ') };
}

function placeHours(
  before: ListedDataset,
  after: ListedDataset,
  { places }: ListTerms,
  terms: Terms,
): readonly ThingChange[] {
  return places.flatMap(({ live, draft }): ThingChange[] => {
    if (live === null || draft === null) return [];
    const [was, is] = [hoursIn(live, before), hoursIn(draft, after)];
    if (was === is) return [];
    const subject = { key: placeText(terms === 'before' ? live : draft), words: draft.name };
    return [{ about: 'hours', subject, before: plainValue(was), after: plainValue(is), row: draft.id }];
  });
}

function contacts(before: ListedDataset, after: ListedDataset): readonly ThingChange[] {
  return contactChanges(before, after).flatMap(({ office, field, before: was, after: is }): ThingChange[] => {
    // What a locality is called differs between formats, and nobody has put that right.
    if (field === 'office') return [];
    const subject = { key: `${plain(office)}/${field}`, words: `${office}, ${field}` };
    return [{ about: 'contact', subject, before: plainValue(was), after: plainValue(is), row: null }];
  });
}

const plainValue = (text: string | null): Value => ({ key: text ?? '', words: text ?? 'nothing' });
