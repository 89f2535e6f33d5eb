// Owns the other way round: not what a number leads to, but which numbers of a street lead where. For each run of
// numbers it asks what a look-up asks (claims, resolve), so that a printed list and a look-up cannot disagree.

import { type HouseNumber, houseReadings } from '../address/house-number';
import { type Claim, claimsFor, formOf, type NumberForm, PLAIN_NUMBERS } from './claims';
import type { NumberRange, PlaceAnswer } from './outcome';
import { isLostEntry, leadsNowhere, type Resolved, resolve, unitsLabel } from './resolve';
import type { ShardPrecinct, ShardStreet } from './shard';
import { type ShardIndex, type StreetRef, streetId } from './shard-index';

/** One street of one town on one election day, in the lists of all offices; with the entries that stand for every
 *  street of that town. `isEvery`: it is such an entry itself. */
export interface ListedStreet {
  readonly name: string;
  /** As the office writes it; '' where it gives none. */
  readonly town: string;
  readonly isEvery: boolean;
  readonly refs: readonly StreetRef[];
}

/** What the numbers of a run lead to, or one part of a building that is split. `units`: which (`1-10`), or null for
 *  all, or for all others. `missing`: the precinct should have a place and has none. */
export interface ListedAnswer {
  readonly kind: 'found' | 'anyPlace' | 'byMail' | 'conflict' | 'noElection' | 'missing';
  readonly units: string | null;
  readonly places: readonly PlaceAnswer[];
  readonly claims: readonly Claim[];
}

/** Numbers of one street, of one form, that all lead to the same. Several answers: a building split by units. */
export interface ListedNumbers {
  readonly form: NumberForm;
  readonly ranges: readonly NumberRange[];
  readonly answers: readonly ListedAnswer[];
  /** Equal for numbers of any street that lead to the same. */
  readonly key: string;
}

/** Election day -> its streets, in the order of the shard; entries for every street last. */
export function listedStreets(index: ShardIndex): ReadonlyMap<string, readonly ListedStreet[]> {
  const days = new Map<string, { streets: Map<string, StreetRef[]>; wild: Map<string, StreetRef[]> }>();
  const add = (ref: StreetRef, isEvery: boolean): void => {
    const { date } = ref.layer.election;
    const day = days.get(date) ?? { streets: new Map(), wild: new Map() };
    days.set(date, day);
    const group = isEvery ? day.wild : day.streets;
    const id = streetId(ref);
    const known = group.get(id);
    if (known === undefined) group.set(id, [ref]);
    else known.push(ref);
  };
  for (const refs of index.byCore.values()) for (const ref of refs) add(ref, false);
  for (const ref of index.wildcards) add(ref, true);
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    sorted.map(([date, { streets, wild }]) => {
      const every = [...wild.values()].flat();
      const named = [...streets.values()].map((refs) => listed(refs, every));
      return [date, [...named, ...[...wild.values()].map((refs) => listed(refs, []))]];
    }),
  );
}

function listed(refs: readonly StreetRef[], every: readonly StreetRef[]): ListedStreet {
  const { street, layer, town, core } = refs[0]!;
  return {
    name: street.name,
    town: layer.cities[street.city] ?? '',
    isEvery: core === '*',
    refs: [...refs, ...every.filter((wild) => wild.town === '' || wild.town === town)],
  };
}

/** All numbers that a street has, by what they lead to, the lowest number first; plain numbers before others. */
export function numbersOf({ refs }: ListedStreet): readonly ListedNumbers[] {
  return formsOf(refs).flatMap((form) => numbersOfForm(refs, form));
}

function formsOf(refs: readonly StreetRef[]): readonly NumberForm[] {
  if (refs.every(({ street }) => street.extras === null)) return [PLAIN_NUMBERS];
  const forms = new Map([[textOf(PLAIN_NUMBERS), PLAIN_NUMBERS]]);
  for (const { street } of refs) {
    for (const segment of street.extras?.keys() ?? []) {
      const form = formOf(street, segment);
      forms.set(textOf(form), form);
    }
  }
  return [...forms].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, form]) => form);
}

function textOf({ prefix, suffix }: NumberForm): string {
  return `${prefix} ${suffix}`.toUpperCase();
}

interface Run {
  readonly start: number;
  end: number;
  readonly answers: readonly ListedAnswer[];
  readonly key: string;
}

function numbersOfForm(refs: readonly StreetRef[], form: NumberForm): readonly ListedNumbers[] {
  const spans = refs.flatMap(({ street }) => spansOf(street, form));
  const groups = new Map<string, { run: Run; ranges: NumberRange[] }>();
  for (const [run, oddEvenBoth] of joinSides(runsOf(refs, form, spans, 1), runsOf(refs, form, spans, 2))) {
    const range = { start: run.start, end: run.end, oddEvenBoth };
    const known = groups.get(run.key);
    if (known === undefined) groups.set(run.key, { run, ranges: [range] });
    else known.ranges.push(range);
  }
  return [...groups.values()].map(({ run: { answers, key }, ranges }) => ({ form, ranges, answers, key }));
}

type Side = 1 | 2;
type Span = readonly [start: number, end: number, side: number];

/** The segments that hold numbers of this form. Numbers of another form have their own lines. */
function spansOf(street: ShardStreet, form: NumberForm): readonly Span[] {
  const { segments } = street;
  const wanted = textOf(form);
  const spans: Span[] = [];
  for (let at = 0; at < segments.length; at += 4) {
    if (textOf(formOf(street, at / 4)) === wanted) {
      spans.push([segments[at]!, segments[at + 1]!, segments[at + 2]!]);
    }
  }
  return spans;
}

/** The runs of one side: cut wherever any segment begins or ends, then joined where the answer is the same. */
function runsOf(
  refs: readonly StreetRef[],
  form: NumberForm,
  spans: readonly Span[],
  side: Side,
): readonly Run[] {
  const own = spans.filter((span) => span[2] === 0 || span[2] === side);
  const cuts = cutsOf(refs, side);
  const runs: Run[] = [];
  for (const [index, cut] of cuts.entries()) {
    const end = (cuts[index + 1] ?? cut) - 2;
    if (end < cut || !own.some(([from, to]) => from <= cut && cut <= to)) continue;
    const { answers, key } = answersAt(refs, form, cut);
    if (answers.length === 0) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.end + 2 === cut && last.key === key) last.end = end;
    else runs.push({ start: cut, end, answers, key });
  }
  return runs;
}

/** The numbers of a side at which an answer may change, sorted. */
function cutsOf(refs: readonly StreetRef[], side: Side): readonly number[] {
  const rest = side % 2;
  const atOrAfter = (number: number) => (number % 2 === rest ? number : number + 1);
  const cuts = new Set<number>();
  for (const { street } of refs) {
    for (let at = 0; at < street.segments.length; at += 4) {
      const parity = street.segments[at + 2]!;
      if (parity !== 0 && parity !== side) continue;
      cuts.add(atOrAfter(street.segments[at]!));
      cuts.add(atOrAfter(street.segments[at + 1]! + 1));
    }
  }
  return [...cuts].sort((a, b) => a - b);
}

interface Answers {
  readonly answers: readonly ListedAnswer[];
  readonly key: string;
}

/** Nearly every number: one segment, for the whole building. Its answer is its precinct's. */
const ordinary = new WeakMap<ShardPrecinct, Answers>();

/** What a look-up finds for one number: the same claims, resolved in the same way. */
function answersAt(refs: readonly StreetRef[], form: NumberForm, number: number): Answers {
  const readings = readingsOf(form, number);
  const all = refs.flatMap((ref) => claimsFor(ref, readings, null));
  const claims = all.some(({ ref }) => ref.core !== '*') ? all.filter((claim) => !isLostEntry(claim)) : all;
  const [only, another] = claims;
  if (only === undefined) return { answers: [], key: '' };
  if (another !== undefined || only.units !== null) return resolved(claims);
  const known = ordinary.get(only.precinct) ?? resolved(claims);
  ordinary.set(only.precinct, known);
  return known;
}

function resolved(claims: readonly Claim[]): Answers {
  const options = resolve(claims);
  const isOne = new Set(options.map(({ signature }) => signature)).size === 1;
  const answers = isOne
    ? [answerOf({ ...options[0]!, claims, unit: unitsOfAll(claims) })]
    : options.map(answerOf);
  return { answers, key: keyOf(answers) };
}

/** The number as someone types it, read as a look-up reads it: `12-34` may be house 34 of block 12, or 12 to 34. */
function readingsOf(form: NumberForm, number: number): readonly HouseNumber[] {
  if (form !== PLAIN_NUMBERS) {
    const typed = form.suffix.includes('/')
      ? [`${form.prefix}${number}`, form.suffix]
      : [`${form.prefix}${number}${form.suffix}`];
    const readings = houseReadings([...typed, 'ST']);
    const whole = readings.find(({ taken }) => taken === typed.length);
    if (whole !== undefined) return whole.numbers;
  }
  return [{ number, ...form }];
}

/** The units that are meant where no segment holds the whole building; null where one does. */
function unitsOfAll(claims: readonly Claim[]): string | null {
  const labels = new Set<string>();
  for (const { units } of claims) {
    if (units === null) return null;
    labels.add(unitsLabel(units));
  }
  return [...labels].join(', ');
}

function answerOf(option: Resolved): ListedAnswer {
  const { kind, places, claims, unit } = option;
  const listedKind = kind === 'none' ? 'noElection' : leadsNowhere(option) ? 'missing' : kind;
  return { kind: listedKind, units: unit, places: kind === 'none' ? [] : places, claims };
}

/** What a reader is told of: the places by their ids, and who answers for them. */
function keyOf(answers: readonly ListedAnswer[]): string {
  return answers
    .map(({ kind, units, places, claims }) => {
      const who = new Set(
        claims.map(({ ref: { layer }, precinct }) => {
          const locality = layer.localities[precinct.locality];
          return [layer.officeId, layer.election.id, locality?.id, locality?.confirm].join('\t');
        }),
      );
      return [
        kind,
        units,
        ...places.map(({ id, party }) => `${id}\t${party ?? ''}`),
        '',
        ...[...who].sort(),
      ].join('\n');
    })
    .join('\n\n');
}

/** Odd and even runs beside each other that lead to the same are one, as 1-99 odd and 2-98 even are 1-99. */
function joinSides(odd: readonly Run[], even: readonly Run[]): readonly [Run, NumberRange['oddEvenBoth']][] {
  const left = new Set(even);
  const joined = odd.map((run): [Run, NumberRange['oddEvenBoth']] => {
    const twin = even.find(
      (other) =>
        left.has(other) &&
        other.key === run.key &&
        Math.abs(other.start - run.start) === 1 &&
        Math.abs(other.end - run.end) === 1,
    );
    if (twin === undefined) return [run, 'odd'];
    left.delete(twin);
    const both = { ...run, start: Math.min(run.start, twin.start), end: Math.max(run.end, twin.end) };
    return [both, 'both'];
  });
  for (const run of left) joined.push([run, 'even']);
  return joined.sort(([a], [b]) => a.start - b.start || a.end - b.end);
}
