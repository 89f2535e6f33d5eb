// Owns the question whether the codes of a list's precincts begin again in every county (or town), so that one code means several precincts: a
// state's list without its column of counties. Then each code would have places all over the state, and nobody could be told which. Pure.

import type { ProblemLog } from '../../problems/problem';
import type { NamedFile } from './named-file';

/** A precinct by its code, with the places that rows of the list name for it. */
interface CodeWithPlaces {
  readonly code: string;
  readonly places: readonly CodePlace[];
}

interface CodePlace {
  readonly id: string;
  readonly city: string;
  readonly zip: string;
  /** Where the list says so. */
  readonly file: string;
  readonly row: number;
  readonly column: string | null;
}

interface Found {
  readonly file: number;
  readonly row: number;
}

/** What a list has said so far (./feed-book.ts): cells of places in the order of `placeColumns`, those of a precinct are id, name, code. */
export interface FoundLinks {
  readonly places: ReadonlyMap<string, { readonly cells: readonly string[] }>;
  readonly precincts: ReadonlyMap<string, { readonly cells: readonly string[] }>;
  /** Precinct -> place -> where it is said. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, Found>>;
  readonly files: readonly NamedFile[];
}

/** Each precinct by its code. */
export function codesWithPlaces({ places, precincts, links, files }: FoundLinks): readonly CodeWithPlaces[] {
  const byId = new Map([...places.values()].map(({ cells }) => [cells[0], cells]));
  return [...precincts].map(([id, { cells }]) => ({
    code: cells[2] ?? '',
    places: [...(links.get(id) ?? [])].flatMap(([placeId, { file, row }]) => {
      const [place, named] = [byId.get(placeId), files[file]];
      if (place === undefined || named === undefined) return [];
      const [city = '', , zip = ''] = place.slice(4);
      return [{ id: placeId, city, zip, file: named.name, row, column: named.precinctLabels[0] ?? null }];
    }),
  }));
}

/** Fewer are precincts that vote at several places. */
const fewCodes = 3;
/** At least so much of all codes, or so many: no county has them. */
const leastShare = 1 / 3;
const manyCodes = 25;
/** Where anybody may vote anywhere, each place is of most precincts. */
const ownPlaces = 1 / 2;

/** Reports it once, at the second place of the first such code. */
export function reportRepeatedCodes(codes: readonly CodeWithPlaces[], log: ProblemLog): void {
  const voting = codes.filter(({ places }) => places.length > 0);
  const apart = voting.filter(({ places: [first, ...others] }) =>
    others.some((other) => first !== undefined && isElsewhere(first, other)),
  );
  if (apart.length < Math.min(manyCodes, Math.max(fewCodes, voting.length * leastShare))) return;
  const uses = new Map<string, number>();
  for (const { places } of voting) for (const { id } of places) uses.set(id, (uses.get(id) ?? 0) + 1);
  const links = apart.flatMap(({ places }) => places.map(({ id }) => uses.get(id) ?? 0));
  const mean = links.reduce((sum, count) => sum + count, 0) / links.length;
  if (mean > Math.max(2, voting.length * ownPlaces)) return;
  const [{ code, places } = { code: '', places: [] }] = apart;
  const [first] = places;
  const other = places.find((place) => first !== undefined && isElsewhere(first, place));
  if (first === undefined || other === undefined) return;
  const { file, row, column } = other;
  const more = apart.length - 1;
  log.report(
    'precinct-codes-repeat',
    { file, row, column, value: code },
    `Row ${first.row} has it with a place in ${townOf(first)}, this one in ${townOf(other)}; ${more.toLocaleString('en-US')} more codes are so.`,
  );
}

const townOf = ({ city, zip }: CodePlace): string => city || zip;

/** In another town and another ZIP, as far as they are given. */
function isElsewhere(a: CodePlace, b: CodePlace): boolean {
  const differ = (one: string, two: string) =>
    one === '' || two === '' ? null : one.toUpperCase() !== two.toUpperCase();
  const [town, zip] = [differ(a.city, b.city), differ(a.zip.slice(0, 5), b.zip.slice(0, 5))];
  return (town ?? zip ?? false) && (zip ?? true);
}
