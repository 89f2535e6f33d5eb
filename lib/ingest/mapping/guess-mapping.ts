// Owns the proposal for a table: what kind of list it is and which column holds what, the best reading of the whole table and not
// of one column after the other. Only proposes: nobody's vote hangs on it before somebody has confirmed it.

import { bestAssignment } from './best-assignment';
import type { ColumnProfile } from './column-profile';
import { decidedBy, joined } from './column-relations';
import { withCompound } from './compound-precinct';
import { isOfPlace } from './guess-content';
import { confidenceOf, type TableWorths, worthsOf } from './guess-worths';
import { type Form, forms, openForms, together } from './list-forms';
import { withoutDoubtful } from './nameless-columns';
import { otherCountryOf } from './other-country';
import type { TableLayout } from './table-layout';
import {
  type Confidence,
  type MappingField,
  type MappingProposal,
  mappingFields,
  mostColumns,
  type TableKind,
  type TableMapping,
} from './table-mapping';

/** What fewer rows than this are a list of is hardly told by their cells. */
const fewRows = 6;

/** Rows of data that a proposal shows. */
const shownRows = 5;

type Columns = TableMapping['columns'];

interface Reading {
  readonly kind: TableKind;
  readonly columns: Columns;
  readonly score: number;
}

/** What is proposed for a table. `name` is the file's, which may say what list it is; `officeState` stands in for a column of
 *  states. A table that looks like no list for voters, or is of another country, is proposed as `ignored`. */
export function proposeMapping(
  name: string,
  layout: TableLayout,
  officeState: string | null,
): MappingProposal {
  const worths = worthsOf(layout);
  const otherCountry = otherCountryOf(layout, worths);
  const readAll = (some: readonly Form[]) =>
    some
      .map((form) => readAs(form, worths, layout, name))
      .filter((reading) => reading !== null)
      .toSorted((a, b) => b.score - a.score);
  const whole = otherCountry === null ? readAll(forms) : [];
  const readings =
    whole.length > 0 || otherCountry !== null ? whole : readAll(openForms).filter(isNamed(worths));
  const best = readings[0];
  const rival = readings.find(({ kind }) => kind !== best?.kind);
  const isShort = layout.sample.length < fewRows;
  const isClose = best !== undefined && rival !== undefined && best.score - rival.score < (isShort ? 2 : 0.5);
  // Without names a ZIP may be anybody's.
  const isOpen = layout.header === null || (isClose && isShort);
  const kindIs = isOpen ? 'open' : isClose ? 'close' : 'clear';
  const found = best?.columns ?? {};
  const columns = layout.header === null ? withoutDoubtful(found, worths) : found;
  return {
    mapping: {
      header: layout.header === null ? null : layout.header.slice(0, mostColumns),
      width: Math.min(layout.width, mostColumns),
      kind: best?.kind ?? 'ignored',
      columns,
      always: { city: null, state: columns.state === undefined ? officeState : null, zip: null },
    },
    confidence: confidences(columns, worths, kindIs),
    headerRow: layout.headerRow,
    samples: layout.sample.slice(0, shownRows).map(({ cells }) => cells),
    ...(otherCountry === null ? {} : { otherCountry }),
  };
}

/** How much better the kind of list is than the next: `open`: a few rows may be either, and so may columns without names. */
type KindIs = 'clear' | 'close' | 'open';

function confidences(columns: Columns, worths: TableWorths, kindIs: KindIs) {
  const taken = new Set(Object.values(columns));
  const found: Partial<Record<MappingField, Confidence>> = {};
  for (const field of mappingFields) {
    const column = columns[field];
    if (column === undefined) continue;
    const all = worths.of[field];
    const runnerUp = Math.max(
      0,
      ...all.filter((_, at) => at !== column && !taken.has(at)).map(({ value }) => value),
    );
    const confidence = confidenceOf(field, all[column]!, runnerUp, worths.profiles[column]!.count);
    found[field] = kindIs === 'clear' ? confidence : kindIs === 'close' ? lessSure[confidence] : 'unsure';
  }
  return found;
}

const lessSure: Readonly<Record<Confidence, Confidence>> = {
  sure: 'likely',
  likely: 'unsure',
  unsure: 'unsure',
};

/** The best reading of the table as such a list; null where it cannot be one. */
function readAs(form: Form, worths: TableWorths, { made }: TableLayout, name: string): Reading | null {
  let fields = form.fields;
  let columns = assigned(fields, worths);
  const without = (isLeftOut: (field: MappingField) => boolean) => {
    const left = fields.filter((field) => !isLeftOut(field));
    if (left.length === fields.length) return;
    fields = left;
    columns = assigned(fields, worths);
  };
  // Without a place's name or address a town or a ZIP is none of a place.
  if (!namesPlace(columns)) without(isOfPlace);
  // A number without the street behind it is none of an address.
  if (columns.placeAddressWhole === undefined) without((field) => field === 'placeHouseNumber');
  // A name that only looks like one, or has no letters, is none where there are numbers of precincts.
  const named = columns.precinctName;
  if (
    columns.precinctId !== undefined &&
    named !== undefined &&
    !isNameOf(columns.precinctId, named, worths)
  ) {
    without((field) => field === 'precinctName');
  }
  // One end is no range.
  if (columns.rangeStart === undefined || columns.rangeEnd === undefined)
    without((field) => field === 'rangeStart' || field === 'rangeEnd');
  // Numbers that begin again in every county are no ids of places.
  if (!isIdOfPlace(columns, worths)) without((field) => field === 'placeId');
  const isWhole = form.needs.every((group) => group.some((field) => isThere(field, columns, worths)));
  if (!isWhole) return null;
  const whole = withCompound(withPrecinct(columns), worths.profiles, made);
  const precincts = precinctsOf(whole, worths);
  if (form.kind === 'precinctPlaces' && !isOfPrecincts(whole, precincts, worths)) return null;
  let score = kindWorth(form.kind, columns, precincts, name);
  for (const field of mappingFields) {
    const column = columns[field];
    if (column !== undefined) score += worths.of[field][column]!.value;
  }
  return { kind: form.kind, columns: whole, score };
}

/** The only thing that is said of a precinct is the precinct, whether it is called a part of one or not. */
function withPrecinct(columns: Columns): Columns {
  const { precinctSplit, ...others } = columns;
  const isOnly = others.precinctId === undefined && others.precinctName === undefined;
  return isOnly && precinctSplit !== undefined ? { ...others, precinctId: precinctSplit } : columns;
}

/** A column is called the precinct's name, or a precinct has one of it. */
function isNameOf(id: number, name: number, { of, profiles }: TableWorths): boolean {
  const { byName } = of.precinctName[name]!;
  const isLetters = byName > 0 && profiles[name]!.share.text > 0.5;
  return byName >= 0.9 || (isLetters && (decidedBy(profiles[name]!, profiles[id]!) ?? 1) >= 0.8);
}

/** Whether its columns are called what they are: a list that is not whole is none by its cells alone. */
const isNamed =
  ({ of }: TableWorths) =>
  ({ kind, columns }: Reading): boolean => {
    const needed: readonly MappingField[] =
      kind === 'ranges'
        ? ['rangeStart', 'rangeEnd', 'rangeText']
        : ['placeName', 'placeAddressWhole', together];
    return needed.every((field) => {
      const column = columns[field];
      return column === undefined || of[field][column]!.byName >= 0.85;
    });
  };

/** What names the precinct of a row, of one column or two; without it, what names its place. */
function precinctsOf(columns: Columns, { profiles }: TableWorths): ColumnProfile | undefined {
  const own =
    profiles[columns.precinctId ?? columns.precinctName ?? columns.placeName ?? columns[together] ?? -1];
  const part = profiles[columns.precinctSplit ?? -1];
  return own === undefined || part === undefined ? own : joined(own, part);
}

/** False where a precinct stands in many rows, each with another address: these are its voters', and none is its place. */
function isOfPrecincts(
  { placeName, placeAddressWhole, [together]: whole }: Columns,
  precincts: ColumnProfile | undefined,
  { profiles }: TableWorths,
): boolean {
  const place = profiles[placeAddressWhole ?? placeName ?? whole ?? -1];
  if (place === undefined || precincts === undefined) return true;
  return precincts.repeats < mostPlaces || (decidedBy(place, precincts) ?? 1) >= 0.8;
}

/** No list names more places of a precinct than this, on average. */
const mostPlaces = 3;

/** False where one id stands for several places. */
function isIdOfPlace(
  { placeId, placeName, placeAddressWhole, [together]: whole }: Columns,
  { profiles }: TableWorths,
): boolean {
  const of = profiles[placeName ?? placeAddressWhole ?? whole ?? -1];
  if (placeId === undefined || of === undefined) return true;
  return (decidedBy(of, profiles[placeId]!) ?? 1) >= 0.9;
}

const namesPlace = (columns: Columns): boolean =>
  columns.placeName !== undefined ||
  columns.placeAddressWhole !== undefined ||
  columns[together] !== undefined;

/** Worth less than this is no reason. */
const leastWorth = 0.2;

function assigned(fields: readonly MappingField[], worths: TableWorths): Columns {
  const table = fields.map((field) => worths.of[field].map(({ value }) => (value < leastWorth ? 0 : value)));
  const columns: Columns = {};
  for (const [at, column] of bestAssignment(table).entries()) if (column >= 0) columns[fields[at]!] = column;
  return columns;
}

/** A list cannot do without the field: it must look like it, too. */
function isThere(field: MappingField, columns: Columns, worths: TableWorths): boolean {
  const column = columns[field];
  if (column === undefined) return false;
  const { value, byName, byContent } = worths.of[field][column]!;
  return value >= 0.25 && (byName >= 0.6 || byContent >= 0.6) && worths.profiles[column]!.count > 0;
}

/** What speaks for a kind beside its columns: how often precincts come again, and the file's name. */
function kindWorth(
  kind: TableKind,
  columns: Columns,
  precincts: ColumnProfile | undefined,
  name: string,
): number {
  const repeats = precincts?.repeats ?? 1;
  const hasPlace = namesPlace(columns);
  const saysPlaces = /poll|place|location|vote ?cent/i.test(name);
  const saysStreets = /street|address|range|segment|voters?\b/i.test(name);
  let worth = 0;
  if (kind === 'precinctPlaces') {
    worth += repeats < 2 ? 1 : -1;
    if (saysPlaces) worth += 0.7;
    if (saysStreets) worth -= 0.7;
  } else {
    if (repeats < 1.3 && hasPlace && (precincts?.count ?? 0) >= 2) worth -= 1;
    if (columns.placeName !== undefined && columns.placeAddressWhole === undefined) worth -= 0.3;
    if (saysPlaces && !hasPlace && !saysStreets) worth -= 0.7;
  }
  return worth;
}
