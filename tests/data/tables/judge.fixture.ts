// Owns the judgement of what was proposed for a made-up table, and of what voters of its county are told once somebody has pressed
// "confirm" without a look: held against the truth that the table was written from.

import { textFile } from '@/lib/ingest/feed.fixture';
import { openFiles } from '@/lib/ingest/files/open-files';
import type { SourceFile } from '@/lib/ingest/files/source-file';
import { proposeMapping } from '@/lib/ingest/mapping/guess-mapping';
import { mappingNeeds } from '@/lib/ingest/mapping/mapping-needs';
import { layoutOf } from '@/lib/ingest/mapping/table-layout';
import type { MappingField, MappingProposal, TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { createProblemLog } from '@/lib/ingest/problems/problem';
import { readUpload } from '@/lib/ingest/read-upload';
import { releaseOfDatasets } from '../real-release';
import type { TrueRow } from './fields.fixture';
import type { Shape } from './shapes.fixture';
import type { Truth } from './truth.fixture';
import { type WrittenTable, writeTable } from './write-table.fixture';

/** `right`: as it is, at once. `asked`: what is not right is said to be unsure, or is not there. `wrong`: else. */
export type Verdict = 'right' | 'asked' | 'wrong';

export interface Judged {
  readonly verdict: Verdict;
  readonly proposal: MappingProposal;
  /** What differs, for people. */
  readonly differs: readonly string[];
}

const fileOf = ({ file = 'list.csv' }: Shape): string => file;
const csvOf = (shape: Shape, { text }: WrittenTable): SourceFile => textFile(fileOf(shape), text);

/** Where the table is, if it is no file of separated values. */
export interface TableAt {
  readonly file: SourceFile;
  /** What its name ends with. */
  readonly sheet: string;
  /** Blank columns before it. */
  readonly left: number;
}

export async function judge(
  shape: Shape,
  written: WrittenTable,
  state: string,
  at: TableAt = { file: csvOf(shape, written), sheet: '', left: 0 },
): Promise<Judged> {
  const { foreign } = await openFiles([at.file], createProblemLog());
  const source = foreign.find(({ name }) => name.endsWith(at.sheet));
  if (source === undefined) throw new Error('the table is not there');
  const blank = { name: '', field: null };
  const drawn = [...Array.from({ length: at.left }, () => blank), ...written.columns];
  const layout = await layoutOf(source);
  const proposal = proposeMapping(source.name, layout, state);
  const { kind, columns } = proposal.mapping;
  if (kind === 'ignored') return { verdict: 'asked', proposal, differs: ['ignored'] };
  const differs: string[] = [];
  let isWrong = false;
  const note = (field: MappingField | 'kind', text: string, isSure: boolean) => {
    differs.push(`${field}: ${text}${isSure ? ' SURE' : ''}`);
    isWrong ||= isSure;
  };
  const all = Object.values(proposal.confidence);
  if (kind !== shape.kind) note('kind', `${kind} for ${shape.kind}`, !all.includes('unsure'));
  const truth = new Map<MappingField, number>();
  for (const [at, { field }] of drawn.entries()) if (field !== null) truth.set(field, at);
  for (const [name, at] of Object.entries(columns)) {
    const field = name as MappingField;
    const of = drawn[at]?.field;
    // A column behind the table's own is made of lines or blanks; answers are asked whether rightly.
    if (at >= drawn.length || alike(of, field, shape, truth)) continue;
    note(field, `in ${drawn[at]?.name}, which is ${of}`, proposal.confidence[field] !== 'unsure');
  }
  const found = Object.entries(columns);
  for (const [field, at] of truth) {
    const isThere = found.some(
      ([other, column]) => column === at && alike(field, other as MappingField, shape, truth),
    );
    const isMade = found.some(([other, column]) => column >= drawn.length && other === field);
    if (!isThere && !isMade) note(field, 'not found', false);
  }
  return { verdict: isWrong ? 'wrong' : differs.length > 0 ? 'asked' : 'right', proposal, differs };
}

/** What reads alike: a street's name without its type in another column; a number or a name of a precinct where there is one only. */
function alike(
  of: MappingField | null | undefined,
  field: MappingField,
  { kind }: Shape,
  truth: ReadonlyMap<MappingField, number>,
): boolean {
  const forms: Partial<Record<MappingField, MappingField>> = { streetWhole: 'streetName' };
  const plain = (one: MappingField): MappingField => forms[one] ?? one;
  if (of === undefined || of === null) return false;
  if (plain(of) === plain(field)) return true;
  const isOnly = !(truth.has('precinctId') && truth.has('precinctName'));
  const isPrecinct = (one: MappingField) => one === 'precinctId' || one === 'precinctName';
  if (isOnly && isPrecinct(of) && isPrecinct(field)) return true;
  return kind === 'precinctPlaces' && plain(of) === plain(field);
}

export interface Answers {
  readonly right: number;
  /** No place is said, or several to choose from, or the office is to be called. */
  readonly honest: number;
  /** A place that is not the voter's. */
  readonly wrong: readonly string[];
  readonly kinds: Readonly<Record<string, number>>;
}

const now = new Date('2026-10-20T12:00:00Z');

/** The table read by `mapping`, beside a list of what it leaves open; and what is answered to people of the county. */
export async function answersOf(
  shape: Shape,
  written: WrittenTable,
  truth: Truth,
  mapping: TableMapping,
  file: SourceFile = csvOf(shape, written),
): Promise<Answers> {
  const filled = withTown(mapping, truth);
  const namesPlaces = written.columns.some(
    ({ field }) =>
      field === 'placeName' || field === 'placeAddressWhole' || field === 'placeNameAddressWhole',
  );
  const beside =
    shape.kind === 'precinctPlaces' ? besideStreets(shape) : namesPlaces ? null : besidePlaces(shape);
  const files = [file];
  const mappings: TableMapping[] = [filled];
  if (beside !== null) {
    const other = writeTable(beside, truth, 1);
    files.push(textFile('beside.csv', other.text));
    mappings.push(mappingOf(beside, other, truth));
  }
  const read = await readUpload(files, {
    officeId: 'example',
    officeState: truth.state,
    mappings,
    known: { name: truth.county, phone: '555-0100', election: { name: 'General', date: '2026-11-03' } },
  });
  if (read.dataset === null) return { right: 0, honest: 1, wrong: [], kinds: { unread: 1 } };
  const release = await releaseOfDatasets([read.dataset], now);
  const rows = shape.kind === 'addresses' ? written.rows : stretchRows(truth);
  let [right, honest] = [0, 0];
  const wrong: string[] = [];
  const kinds: Record<string, number> = {};
  for (const row of rows) {
    const street = [row.pre, row.name, row.type, row.post].filter((part) => part !== '').join(' ');
    const unit = row.unit === '' ? '' : ` Apt ${row.unit}`;
    const asked = `${row.number} ${street}${unit}, ${row.city}, ${row.state} ${row.zip}`;
    const outcome = await release.answer(asked, now);
    kinds[outcome.kind] = (kinds[outcome.kind] ?? 0) + 1;
    const told = outcome.kind === 'found' ? outcome.pollingLocations : [];
    if (told.length === 0) honest++;
    else if (told.every((place) => isPlace(place, row))) right++;
    else
      wrong.push(
        `${asked}: ${told.map(({ name, line1 }) => `${name}, ${line1}`).join(' + ')} for ${row.precinct.place.name}`,
      );
  }
  return { right, honest, wrong, kinds };
}

function isPlace(
  told: { readonly name: string | null; readonly line1: string | null },
  { precinct: { place } }: TrueRow,
): boolean {
  const plain = (text: string | null) =>
    (text ?? '')
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, ' ')
      .trim();
  const words = `${plain(told.name)} ${plain(told.line1)}`;
  return (
    words.includes(plain(place.name)) ||
    plain(told.line1).startsWith(plain(`${place.number} ${place.street}`))
  );
}

function stretchRows(truth: Truth): readonly TrueRow[] {
  return truth.stretches.map((stretch, at) => ({
    ...stretch,
    state: truth.state,
    at,
    number: stretch.side === 'both' ? stretch.low + 7 + (at % 2) : stretch.low + 8,
    unit: '',
  }));
}

function withTown(mapping: TableMapping, truth: Truth): TableMapping {
  const towns = new Set(truth.stretches.map(({ city }) => city));
  const isAsked = mappingNeeds(mapping).some((need) => need.includes('town'));
  const [only] = towns;
  const city = isAsked && towns.size === 1 ? (only ?? null) : mapping.always.city;
  return { ...mapping, always: { ...mapping.always, city, state: mapping.always.state ?? truth.state } };
}

const code = (shape: Shape): string => {
  const hasBoth = /=precinctId/.test(shape.heading);
  if (!hasBoth && /=precinctName/.test(shape.heading))
    return 'Precinct Number=precinctId;Precinct Name=precinctName';
  return 'Precinct Number=precinctId';
};

const besideStreets = (shape: Shape): Shape => ({
  kind: 'ranges',
  heading: `Low=rangeStart;High=rangeEnd;Side=side/oeb;Direction=streetDirection;Street Name=streetName;Street Type=streetSuffix;Post Direction=addressDirection;City=city;State=state;Zip=zip;${code(shape).replace(';Precinct Name=precinctName', '')}`,
});

const besidePlaces = (shape: Shape): Shape => ({
  kind: 'precinctPlaces',
  heading: `${code(shape)};Polling Place=placeName;Polling Place Address=placeAddressWhole;Polling Place City=placeCity;Polling Place State=placeState;Polling Place Zip=placeZip`,
});

/** What somebody who knows the table says of it. */
export function mappingOf(shape: Shape, { columns }: WrittenTable, truth: Truth): TableMapping {
  return {
    header: columns.map(({ name }) => name),
    width: columns.length,
    kind: shape.kind,
    columns: Object.fromEntries(columns.flatMap(({ field }, at) => (field === null ? [] : [[field, at]]))),
    always: { city: null, state: truth.state, zip: null },
  };
}
