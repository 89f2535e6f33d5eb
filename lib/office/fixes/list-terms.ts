// Owns what precincts and places of two lists are called, so that what one list says can be found again in another: by number or name,
// and by name and address; ids mean something within one list only. Knows no street.

import type { ListedDataset, Precinct } from '@/lib/core/vip';
import { groupBy } from '@/lib/ingest/group-by';
import { plain } from '@/lib/ingest/plain-name';
import { type DestinationOf, type DestinationTable, destinationTable } from '../compare/destinations';
import { matchPlaces, type PlacePair, placeText } from '../compare/match-places';
import { matchPrecincts } from '../compare/precinct-changes';
import { precinctName } from '../compare/range-groups';
import type { Answer, Value } from './fix';

/** By whose words both lists are told: what is the same thing on both is called as this list calls it. */
export type Terms = 'before' | 'after';

/** Between the parts of a place's key, and between answers that contradict each other: in no word of either. */
const PART = '\t';
const OR = '\f';

const NOTHING: Answer = {
  precinct: { key: '', words: '' },
  place: { key: 'nowhere', words: 'no answer' },
};

/** Both lists in the same words. Answers have numbers, the same for the same answer on either list. */
export interface ListTerms {
  readonly places: readonly PlacePair[];
  /** Precinct id -> key, of either list. */
  readonly precinctKeys: {
    readonly before: ReadonlyMap<string, string>;
    readonly after: ReadonlyMap<string, string>;
  };
  readonly beforeOf: DestinationOf;
  readonly afterOf: DestinationOf;
  /** The answer of these numbers; several contradict each other, none is `NOTHING`. */
  readonly answerOf: (numbers: readonly number[]) => Answer;
}

/** O(precincts + places). */
export function listTerms(before: ListedDataset, after: ListedDataset, terms: Terms): ListTerms {
  const matched = matchPlaces(before, after);
  const table = destinationTable(before, after, matched);
  const placeKeys = new Map(
    matched.pairs.map(({ key, live, draft }) => {
      const named = terms === 'before' ? (live ?? draft) : (draft ?? live);
      return [key, named === null ? '' : placeText(named)];
    }),
  );
  const precinctKeys = sharedKeys(before, after, terms);
  const all: Answer[] = [];
  const numbers = new Map<string, number>();
  const add = (answer: Answer): number => {
    const text = `${answer.precinct.key}${OR}${answer.place.key}`;
    const number = numbers.get(text) ?? all.length;
    if (number === all.length) {
      all.push(answer);
      numbers.set(text, number);
    }
    return number;
  };
  const reader = (dataset: ListedDataset, keys: ReadonlyMap<string, string>, of: DestinationOf) =>
    answerReader(dataset, keys, (row) => placeValue(table, of(row), placeKeys), add);
  return {
    places: matched.pairs,
    precinctKeys,
    beforeOf: reader(before, precinctKeys.before, table.liveOf),
    afterOf: reader(after, precinctKeys.after, table.draftOf),
    answerOf: (several) => together(several.flatMap((number) => all[number] ?? [])),
  };
}

function answerReader(
  dataset: ListedDataset,
  keys: ReadonlyMap<string, string>,
  placeOf: (row: Parameters<DestinationOf>[0]) => Value,
  add: (answer: Answer) => number,
): DestinationOf {
  const precincts = new Map(dataset.precincts.map((precinct) => [precinct.id, precinct]));
  const splits = new Map(
    dataset.precinctSplits.flatMap((split) =>
      split.pollingLocationIds.length > 0 ? [[split.id, split]] : [],
    ),
  );
  const known = new Map<string, number>();
  return (row) => {
    const split = row.precinctSplitId === null ? undefined : splits.get(row.precinctSplitId);
    const id = `${row.precinctId}${PART}${split?.id ?? ''}`;
    const number = known.get(id);
    if (number !== undefined) return number;
    const precinct = precincts.get(row.precinctId);
    const place = placeOf(row);
    const key = keys.get(row.precinctId) ?? '';
    const name = precinct === undefined ? '' : precinctName(precinct);
    const splitName = split?.name ?? split?.id ?? '';
    const own =
      split === undefined
        ? { key, words: name }
        : { key: `${key}/${plain(splitName)}`, words: `${name} (${splitName})` };
    const made = add(place.key === NOTHING.place.key && key === '' ? NOTHING : { precinct: own, place });
    known.set(id, made);
    return made;
  };
}

function placeValue(table: DestinationTable, number: number, keys: ReadonlyMap<string, string>): Value {
  const destination = table.all[number];
  if (destination === undefined || destination.kind === 'nowhere') return NOTHING.place;
  const texts = destination.placeKeys.map((key) => keys.get(key) ?? '').sort();
  return { key: [destination.kind, ...texts].join(PART), words: destination.label };
}

/** One answer of several rows: nothing, where one of them was set aside or leads nowhere (docs/adr/0040). */
function together(answers: readonly Answer[]): Answer {
  if (answers.length === 0 || answers.some(({ precinct }) => precinct.key === '')) return NOTHING;
  const isNowhere = answers.some(({ place }) => place.key === NOTHING.place.key);
  return {
    precinct: either(answers.map(({ precinct }) => precinct)),
    place: isNowhere ? NOTHING.place : either(answers.map(({ place }) => place)),
  };
}

/** What several say: one value, or all of them, in an order that is the same for the same values. */
function either(values: readonly Value[]): Value {
  const byKey = new Map(values.map((value) => [value.key, value]));
  const sorted = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    key: sorted.map(({ key }) => key).join(OR),
    words: sorted.map(({ words }) => words).join(' or '),
  };
}

/** What a precinct is known by on each list; where the two lists mean the same by other words, by the words of `terms`. */
function sharedKeys(before: ListedDataset, after: ListedDataset, terms: Terms): ListTerms['precinctKeys'] {
  const own = { before: keysOf(before), after: keysOf(after) };
  const leading = own[terms];
  const taken = new Set(leading.values());
  const other = terms === 'before' ? 'after' : 'before';
  const partners = new Map(
    matchPrecincts(before.precincts, after.precincts).pairs.map(([one, two]) =>
      terms === 'before' ? [two.id, one.id] : [one.id, two.id],
    ),
  );
  const translated = new Map(
    [...own[other]].map(([id, key]) => {
      const partner = leading.get(partners.get(id) ?? '');
      return [id, taken.has(key) || partner === undefined ? key : partner];
    }),
  );
  return terms === 'before' ? { before: leading, after: translated } : { before: translated, after: leading };
}

/** Id -> number or name, without the zeros in front that a spreadsheet takes away; before it the locality, where there are several.
 *  Two precincts of a list that would have one key keep their own words. */
function keysOf({ precincts, localities }: ListedDataset): ReadonlyMap<string, string> {
  const localityNames = new Map(localities.map(({ id, name }) => [id, plain(name)]));
  const within = (precinct: Precinct) =>
    localities.length > 1 ? `${localityNames.get(precinct.localityId) ?? ''}/` : '';
  const short = (precinct: Precinct) => within(precinct) + withoutZeros(plain(precinctName(precinct)));
  const count = groupBy(precincts, short);
  return new Map(
    precincts.map((precinct) => {
      const isAlone = count.get(short(precinct))?.length === 1;
      return [precinct.id, isAlone ? short(precinct) : within(precinct) + plain(precinctName(precinct))];
    }),
  );
}

const withoutZeros = (name: string): string => (/^\d+$/.test(name) ? name.replace(/^0+/, '') || '0' : name);

/** Keys of places and precincts that a later list calls otherwise: old key -> new key. */
export interface Renamed {
  readonly places: ReadonlyMap<string, string>;
  readonly precincts: ReadonlyMap<string, string>;
}

/** What is the same on both lists, and is called otherwise on the later one. */
export function renamedBetween(before: ListedDataset, after: ListedDataset): Renamed {
  const places = matchPlaces(before, after).pairs.flatMap(({ live, draft }): [string, string][] =>
    live === null || draft === null || placeText(live) === placeText(draft)
      ? []
      : [[placeText(live), placeText(draft)]],
  );
  const { before: now } = sharedKeys(before, after, 'after');
  const was = keysOf(before);
  const precincts = [...was].flatMap(([id, key]): [string, string][] => {
    const key2 = now.get(id);
    return key2 === undefined || key2 === key ? [] : [[key, key2]];
  });
  return { places: new Map(places), precincts: new Map(precincts) };
}

/** A precinct's key by the names of the later list. */
export function precinctRenamed(value: Value, { precincts }: Renamed): Value {
  const keys = value.key.split(OR).map((key) => {
    const [precinct = '', ...split] = splitFrom(key, precincts);
    return [precincts.get(precinct) ?? precinct, ...split].join('/');
  });
  return { ...value, key: keys.sort().join(OR) };
}

/** A precinct's key apart from its split's: the longest beginning that was renamed. */
function splitFrom(key: string, precincts: Renamed['precincts']): readonly string[] {
  if (precincts.has(key)) return [key];
  const at = key.lastIndexOf('/');
  return at < 0 ? [key] : [key.slice(0, at), key.slice(at + 1)];
}

/** A place's key, or that of where somebody votes, by the names of the later list. */
export function placeRenamed(value: Value, { places }: Renamed): Value {
  const keys = value.key.split(OR).map((key) => {
    const [kind = '', ...texts] = key.split(PART);
    if (texts.length === 0) return places.get(kind) ?? kind;
    return [kind, ...texts.map((text) => places.get(text) ?? text).sort()].join(PART);
  });
  return { ...value, key: keys.sort().join(OR) };
}
