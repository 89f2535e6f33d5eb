// Owns what somebody has chosen on the page of columns: its way into a mapping, and in and out of a form's fields, so that the
// page is the same with and without script. Knows no screen.

import { mappingNeeds } from '@/lib/ingest/mapping/mapping-needs';
import { type HeadedTable, headerRowOf, withHeader } from '@/lib/ingest/mapping/said-header';
import {
  type Confidence,
  type MappingField,
  mappingFields,
  type TableKind,
  type TableMapping,
  tableKinds,
} from '@/lib/ingest/mapping/table-mapping';

export { headerRowOf, withHeader };

/** A table as the page has it: ShownTable of lib/office/drafts. */
export type ChosenTable = HeadedTable;

/** What is true of every row; '' where nothing is said. */
export type Always = Readonly<Record<keyof TableMapping['always'], string>>;

export interface TableChoice {
  readonly kind: TableKind;
  /** What each column holds, in their order; '': nothing that voters need. */
  readonly columns: readonly (MappingField | '')[];
  readonly always: Always;
}

/** What the page begins with: what was confirmed, else what is proposed. `officeState`: `MS`, for a table that has no states. */
export function choiceOf(table: ChosenTable, officeState: string): TableChoice {
  const { kind, columns, always, width } = startOf(table);
  return {
    kind,
    columns: Array.from({ length: width }, (_, column) => fieldsOf(columns, column)[0] ?? ''),
    always: {
      city: always.city ?? '',
      state: always.state ?? (table.confirmed === null ? officeState : ''),
      zip: always.zip ?? '',
    },
  };
}

/** The mapping that a choice stands for. A column that holds two things, as a name that is also the number, still does where
 *  nothing else was chosen for it. */
export function mappingOf(table: ChosenTable, { kind, columns, always }: TableChoice): TableMapping {
  const start = startOf(table);
  const chosen: Partial<Record<MappingField, number>> = {};
  for (const [column, field] of columns.entries()) if (field !== '') chosen[field] ??= column;
  for (const [column, field] of columns.entries()) {
    const [first, ...others] = fieldsOf(start.columns, column);
    if (field === first) for (const other of others) chosen[other] ??= column;
  }
  const fixed = (key: keyof Always) => (isAsked(key, { kind, columns }) ? always[key].trim() || null : null);
  return {
    header: start.header,
    width: start.width,
    kind,
    columns: chosen,
    always: { city: fixed('city'), state: fixed('state')?.toUpperCase() ?? null, zip: fixed('zip') },
  };
}

/** What keeps a choice from being used, as sentences; `names`: what columns are called. */
export function choiceNeeds(
  table: ChosenTable,
  choice: TableChoice,
  fieldWords: Readonly<Record<MappingField, string>>,
): readonly string[] {
  if (choice.kind === 'ignored') return [];
  const twice = mappingFields.filter((field) => choice.columns.filter((other) => other === field).length > 1);
  const zip = choice.always.zip.trim();
  return [
    ...mappingNeeds(mappingOf(table, choice)),
    ...twice.map((field) => `Two columns are “${fieldWords[field]}”. Choose one of them.`),
    ...(isAsked('zip', choice) && zip !== '' && !/^\d{5}$/.test(zip) ? ['A ZIP has five digits.'] : []),
  ];
}

/** Where a table says it in no column, it is asked what is true of every row. */
const saidBy: Readonly<Record<keyof Always, readonly MappingField[]>> = {
  city: ['city', 'cityStateZipWhole'],
  state: ['state', 'cityStateZipWhole'],
  zip: ['zip', 'cityStateZipWhole'],
};
const saidByPlace: Readonly<Record<keyof Always, readonly MappingField[]>> = {
  city: ['placeCity', 'placeCityStateZipWhole'],
  state: ['placeState', 'placeCityStateZipWhole'],
  zip: ['placeZip', 'placeCityStateZipWhole'],
};

/** Whether the page asks for `key` of every row. */
export function isAsked(
  key: keyof Always,
  { kind, columns }: Pick<TableChoice, 'kind' | 'columns'>,
): boolean {
  // A list of places has no other town than theirs.
  const said = kind === 'precinctPlaces' ? [...saidBy[key], ...saidByPlace[key]] : saidBy[key];
  return !columns.some((field) => field !== '' && said.includes(field));
}

/** How sure the guess is that a column's choice came from; `chosen`: it is no guess any more. */
export function confidenceOf(
  { proposal, confirmed }: ChosenTable,
  column: number,
  field: MappingField | '',
): Confidence | 'chosen' | null {
  const guessed = fieldsOf(proposal.mapping.columns, column)[0] ?? '';
  if (confirmed !== null || field !== guessed) return 'chosen';
  return field === '' ? null : (proposal.confidence[field] ?? 'unsure');
}

/** A mapping that was fitted to other columns says where its own stood: the guess counts then. */
function startOf({ proposal: { mapping }, confirmed }: ChosenTable): TableMapping {
  const columns = ({ header, width }: TableMapping) => JSON.stringify([header, width]);
  return confirmed !== null && columns(confirmed) === columns(mapping) ? confirmed : mapping;
}

/** Fields that are read from a column, the one that stands first in a form before the others. */
function fieldsOf(columns: TableMapping['columns'], column: number): readonly MappingField[] {
  return mappingFields.filter((field) => columns[field] === column);
}

/** Names of a form's fields for table `table`. `drawn`: the row that named the columns when the form was drawn. */
export const formNames = {
  header: (table: number) => `header-${table}`,
  drawn: (table: number) => `drawn-${table}`,
  kind: (table: number) => `kind-${table}`,
  column: (table: number, column: number) => `column-${table}-${column}`,
  always: (table: number, key: keyof Always) => `${key}-${table}`,
} as const;

/** How a form names the row of a table's header; `none` where it has none. */
export const headerValue = (headerRow: number | null): string => headerRow?.toString() ?? 'none';

/** The tables with the rows of names that a form says. */
export function tablesIn<Table extends ChosenTable>(
  form: URLSearchParams,
  tables: readonly Table[],
  officeState: string,
): readonly Table[] {
  return tables.map((table, index) => {
    const said = form.get(formNames.header(index));
    if (said === null || !/^(?:none|[1-9]\d{0,6})$/.test(said)) return table;
    return withHeader(table, said === 'none' ? null : Number(said), officeState);
  });
}

/** Whether the form says of every table what it says of the columns that were seen with it. */
export function isSeen(form: URLSearchParams, tables: readonly ChosenTable[]): boolean {
  return tables.every((table, index) => isDrawn(form, table, index));
}

function isDrawn(form: URLSearchParams, table: ChosenTable, index: number): boolean {
  const drawn = form.get(formNames.drawn(index));
  return drawn === null || drawn === headerValue(headerRowOf(table));
}

/** The choices that a form holds; where it says nothing of something, `choiceOf` counts. `tables`: as `tablesIn` gives them. */
export function choicesIn(
  form: URLSearchParams,
  tables: readonly ChosenTable[],
  officeState: string,
): readonly TableChoice[] {
  return tables.map((table, index) => {
    const start = choiceOf(table, officeState);
    // What was chosen of other columns is not of these.
    if (!isDrawn(form, table, index)) return start;
    const always = (key: keyof Always) =>
      (form.get(formNames.always(index, key)) ?? start.always[key]).slice(0, 100);
    return {
      kind: oneOf(tableKinds, form.get(formNames.kind(index))) ?? start.kind,
      columns: start.columns.map((field, column) => {
        const said = form.get(formNames.column(index, column));
        return said === '' ? '' : (oneOf(mappingFields, said) ?? field);
      }),
      always: { city: always('city'), state: always('state'), zip: always('zip') },
    };
  });
}

function oneOf<Name extends string>(names: readonly Name[], text: string | null): Name | null {
  return names.find((name) => name === text) ?? null;
}
