// Owns how much it is worth to take a column for a field: what its name says, and what stands in it, weighed together.

import { fieldsNamed, isRefused } from './aliases';
import { type ColumnProfile, profilesOf } from './column-profile';
import { columnWords } from './column-words';
import { contentFit, tellsAlone } from './guess-content';
import type { TableLayout } from './table-layout';
import { type Confidence, type MappingField, mappingFields } from './table-mapping';

/** What is known of one column for one field. */
export interface Worth {
  /** What the name says, 0 to 1. */
  readonly byName: number;
  /** How well the cells go with it, 0 to 1. */
  readonly byContent: number;
  /** Both together; 0: not at all. */
  readonly value: number;
}

export interface TableWorths {
  readonly profiles: readonly ColumnProfile[];
  /** Of each field, one for each column. */
  readonly of: Readonly<Record<MappingField, readonly Worth[]>>;
}

/** Fields whose column is worth knowing though no row fills it today. */
const mayBeBlank: ReadonlySet<MappingField> = new Set([
  'unit',
  'houseSuffix',
  'streetPreType',
  'streetPreMod',
  'streetPostMod',
  'placeLine2',
  'streetDirection',
  'addressDirection',
  'streetSuffix',
  'precinctSplit',
  'side',
]);

/** Columns beyond this are not looked at. */
const mostGuessed = 120;

export function worthsOf(layout: TableLayout): TableWorths {
  const profiles = profilesOf(
    layout.sample.map(({ cells }) => cells),
    Math.min(layout.width, mostGuessed),
  );
  const names = profiles.map((_, column) => columnWords(layout.header?.[column] ?? ''));
  const named = names.map(fieldsNamed);
  const precincts = precinctColumns(profiles, named);
  const columns = profiles.map((profile, column) => {
    const others = profiles.filter((other) => other !== profile);
    const fit = new Map(
      mappingFields.map((field) => [field, contentFit(field, { profile, others, precincts })]),
    );
    return { profile, words: names[column]!, named: named[column]!, fit };
  });
  // What a made column says better, and what is put together of two columns, is none of a field by itself (compound-precinct.ts).
  const grouped = new Set(
    layout.made.map(({ from, within }, at) =>
      within === undefined ? from : layout.width - layout.made.length + at,
    ),
  );
  const of = Object.fromEntries(
    mappingFields.map((field) => [
      field,
      columns.map((column, at) => worthOf(field, column, grouped.has(at))),
    ]),
  ) as unknown as TableWorths['of'];
  return { profiles, of };
}

interface Column {
  readonly profile: ColumnProfile;
  readonly words: readonly string[];
  readonly named: ReadonlyMap<MappingField, number>;
  /** How well its cells go with each field. */
  readonly fit: ReadonlyMap<MappingField, number>;
}

/** By name where there are any, else by their look: codes that come again and again. */
function precinctColumns(
  profiles: readonly ColumnProfile[],
  named: readonly ReadonlyMap<MappingField, number>[],
): readonly ColumnProfile[] {
  const byName = profiles.filter(
    (profile, column) =>
      profile.count > 0 &&
      Math.max(named[column]?.get('precinctId') ?? 0, named[column]?.get('precinctName') ?? 0) >= 0.5,
  );
  if (byName.length > 0) return byName;
  return profiles.filter(({ share, repeats, distinct }) => {
    const isOther =
      share.side > 0.9 || share.direction > 0.9 || share.suffix > 0.9 || share.state > 0.9 || share.zip > 0.9;
    return !isOther && share.code > 0.9 && repeats > 2 && distinct > 1;
  });
}

/** `isTwice`: of most of its cells nothing is known, and another column is the same without its blanks. */
function worthOf(field: MappingField, column: Column, isTwice: boolean): Worth {
  const byName = column.named.get(field) ?? 0;
  const byContent = column.fit.get(field) ?? 0;
  return { byName, byContent, value: isTwice ? 0 : weigh(field, byName, byContent, column) };
}

/** Cells that go less with a field than this are none of it, whatever their column is called. */
const refuted = 0.2;

function weigh(
  field: MappingField,
  byName: number,
  byContent: number,
  { profile, words, named, fit }: Column,
): number {
  if (profile.count === 0) return mayBeBlank.has(field) ? byName * 0.5 : 0;
  if (byName > 0 && byContent >= refuted) return byName * (0.4 + 0.6 * byContent);
  if (isRefused(words)) return 0;
  const alone = tellsAlone[field] * byContent * (byContent >= 0.6 ? 0.8 : 0.2);
  if (words.length === 0) return alone;
  const asNamed = byName * 0.15;
  if (tellsAlone[field] < 0.7 || byContent < 0.8) return asNamed;
  // A name that says something else is believed before the cells are, unless these refute it.
  const saysElse = [...named].some(([other, says]) => says >= 0.7 && (fit.get(other) ?? 0) >= refuted);
  return Math.max(asNamed, saysElse ? alone * 0.3 : alone);
}

/** Fewer rows than this show nothing by themselves. */
const fewRows = 20;

/** How sure one is that the column is the field's. `runnerUp`: what the next best column is worth; `rows`: how many fill it. */
export function confidenceOf(field: MappingField, worth: Worth, runnerUp: number, rows: number): Confidence {
  if (worth.value - runnerUp < 0.05) return 'unsure';
  if (worth.byName >= 0.6 && worth.byContent >= 0.6) return 'sure';
  if (worth.byName >= 0.6 && worth.byContent >= 0.3) return 'likely';
  if (rows >= fewRows && worth.byContent >= 0.85 && tellsAlone[field] >= 0.7) return 'likely';
  return 'unsure';
}
