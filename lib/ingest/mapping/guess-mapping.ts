// Owns the proposal for a table: what kind of list it is and which column holds what, the best reading of the whole table and not
// of one column after the other. Only proposes: nobody's vote hangs on it before somebody has confirmed it.

import { bestAssignment } from './best-assignment';
import { isOfPlace } from './guess-content';
import { confidenceOf, type TableWorths, worthsOf } from './guess-worths';
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

/** Rows of data that a proposal shows. */
const shownRows = 5;

type Columns = TableMapping['columns'];

interface Reading {
  readonly kind: TableKind;
  readonly columns: Columns;
  readonly score: number;
}

/** What is proposed for a table. `name` is the file's, which may say what list it is; `officeState` stands in for a column of
 *  states. A table that looks like no list for voters is proposed as `ignored`. */
export function proposeMapping(
  name: string,
  layout: TableLayout,
  officeState: string | null,
): MappingProposal {
  const worths = worthsOf(layout);
  const readings = forms
    .map((form) => readAs(form, worths, name))
    .filter((reading) => reading !== null)
    .toSorted((a, b) => b.score - a.score);
  const best = readings[0];
  const rival = readings.find(({ kind }) => kind !== best?.kind);
  const isClose = best !== undefined && rival !== undefined && best.score - rival.score < 0.5;
  const columns = best?.columns ?? {};
  return {
    mapping: {
      header: layout.header === null ? null : layout.header.slice(0, mostColumns),
      width: Math.min(layout.width, mostColumns),
      kind: best?.kind ?? 'ignored',
      columns,
      always: { city: null, state: columns.state === undefined ? officeState : null, zip: null },
    },
    confidence: confidences(columns, worths, isClose),
    headerRow: layout.headerRow,
    samples: layout.sample.slice(0, shownRows).map(({ cells }) => cells),
  };
}

function confidences(columns: Columns, worths: TableWorths, isClose: boolean) {
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
    found[field] = isClose ? lessSure[confidence] : confidence;
  }
  return found;
}

const lessSure: Readonly<Record<Confidence, Confidence>> = {
  sure: 'likely',
  likely: 'unsure',
  unsure: 'unsure',
};

/** One way in which a list may be made: the fields that it may have, and of each group one that it must have. */
interface Form {
  readonly kind: TableKind;
  readonly fields: readonly MappingField[];
  readonly needs: readonly (readonly MappingField[])[];
}

const wholeStreet = ['streetWhole'] as const;
const cutStreet = ['streetDirection', 'streetName', 'streetSuffix', 'addressDirection'] as const;
const ends = ['rangeStart', 'rangeEnd', 'rangeText', 'side'] as const;
const town = ['unit', 'city', 'state', 'zip', 'cityStateZipWhole'] as const;
const precinct = ['precinctId', 'precinctName', 'precinctSplit'] as const;
const place = mappingFields.filter((field) => isOfPlace(field) && field !== 'placeHouseNumber');
const votes = ['precinctId', 'precinctName', 'precinctSplit', 'placeName', 'placeAddressWhole'] as const;

function streetForms(street: readonly MappingField[], name: MappingField): readonly Form[] {
  const always = [...street, ...town, ...precinct, ...place];
  return [
    {
      kind: 'ranges',
      fields: [...ends, ...always],
      needs: [[name], ['rangeStart', 'rangeText'], ['rangeEnd', 'rangeText'], votes],
    },
    { kind: 'addresses', fields: ['houseNumber', ...always], needs: [[name], ['houseNumber'], votes] },
  ];
}

const forms: readonly Form[] = [
  ...streetForms(wholeStreet, 'streetWhole'),
  ...streetForms(cutStreet, 'streetName'),
  {
    kind: 'addresses',
    fields: ['addressWhole', ...town, ...precinct, ...place],
    needs: [['addressWhole'], votes],
  },
  {
    kind: 'precinctPlaces',
    fields: [...precinct, 'placeHouseNumber', ...place],
    needs: [
      ['precinctId', 'precinctName', 'precinctSplit'],
      ['placeName', 'placeAddressWhole'],
    ],
  },
];

/** The best reading of the table as such a list; null where it cannot be one. */
function readAs(form: Form, worths: TableWorths, name: string): Reading | null {
  let fields = form.fields;
  let columns = assigned(fields, worths);
  const without = (isLeftOut: (field: MappingField) => boolean) => {
    fields = fields.filter((field) => !isLeftOut(field));
    columns = assigned(fields, worths);
  };
  // Without a place's name or address a town or a ZIP is none of a place.
  if (columns.placeName === undefined && columns.placeAddressWhole === undefined) without(isOfPlace);
  // A number without the street behind it is none of an address.
  if (columns.placeAddressWhole === undefined) without((field) => field === 'placeHouseNumber');
  // A name that only looks like one is none where there are numbers of precincts.
  const named = columns.precinctName;
  if (
    columns.precinctId !== undefined &&
    named !== undefined &&
    worths.of.precinctName[named]!.byName === 0
  ) {
    without((field) => field === 'precinctName');
  }
  const isWhole = form.needs.every((group) => group.some((field) => isThere(field, columns, worths)));
  if (!isWhole) return null;
  let score = kindWorth(form.kind, columns, worths, name);
  for (const field of mappingFields) {
    const column = columns[field];
    if (column !== undefined) score += worths.of[field][column]!.value;
  }
  return { kind: form.kind, columns, score };
}

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
function kindWorth(kind: TableKind, columns: Columns, worths: TableWorths, name: string): number {
  const of = worths.profiles[columns.precinctId ?? columns.precinctName ?? -1];
  const repeats = of?.repeats ?? 1;
  const hasPlace = columns.placeName !== undefined || columns.placeAddressWhole !== undefined;
  const saysPlaces = /poll|place|location|vote ?cent/i.test(name);
  const saysStreets = /street|address|range|segment|voters?\b/i.test(name);
  let worth = 0;
  if (kind === 'precinctPlaces') {
    worth += repeats < 2 ? 1 : -1;
    if (saysPlaces) worth += 0.7;
    if (saysStreets) worth -= 0.7;
  } else {
    if (repeats < 1.3 && hasPlace && (of?.count ?? 0) >= 5) worth -= 1;
    if (columns.placeName !== undefined && columns.placeAddressWhole === undefined) worth -= 0.3;
    if (saysPlaces && !hasPlace && !saysStreets) worth -= 0.7;
  }
  return worth;
}
