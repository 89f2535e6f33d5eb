// Owns when what stands in a column cannot be what was confirmed of it: columns swapped or shifted. Strict on purpose: an odd list
// that somebody has confirmed is no contradiction.

import type { CellShape } from './cell-shapes';
import type { ColumnProfile } from './column-profile';
import { endsOfRange } from './column-relations';
import { type MappingField, mappingFields, type TableKind, type TableMapping } from './table-mapping';

/** Fewer cells than this say nothing. */
const fewCells = 3;

/** The first field whose column holds something else; null for none. */
export function contradictionOf(
  columns: TableMapping['columns'],
  kind: TableKind,
  profiles: readonly ColumnProfile[],
): { readonly field: MappingField; readonly column: number } | null {
  if (kind === 'ignored') return null;
  const holds: Holds = (field) => profiles[columns[field] ?? -1];
  for (const field of mappingFields) {
    const column = columns[field];
    const profile = profiles[column ?? -1];
    if (column === undefined || profile === undefined || profile.count < fewCells) continue;
    if (isOtherThan(field, profile, holds)) return { field, column };
  }
  const [start, end] = [columns.rangeStart, columns.rangeEnd];
  if (
    start === undefined ||
    end === undefined ||
    profiles[start] === undefined ||
    profiles[end] === undefined
  )
    return null;
  const isSwapped =
    profiles[start].count >= fewCells &&
    endsOfRange(profiles[end], profiles[start]) - endsOfRange(profiles[start], profiles[end]) > 0.5;
  return isSwapped ? { field: 'rangeStart', column: start } : null;
}

function isOtherThan(field: MappingField, profile: ColumnProfile, holds: Holds): boolean {
  return contradicts[field]?.(profile, holds) ?? false;
}

/** What stands in the column that was confirmed of a field. */
type Holds = (field: MappingField) => ColumnProfile | undefined;
type Test = (profile: ColumnProfile, holds: Holds) => boolean;

/** Cells that are surely something of their own kind, and no name, street or town. */
const isCodeLike: Test = ({ share }) =>
  share.number > 0.8 || share.zip > 0.8 || share.side > 0.9 || (share.state > 0.9 && share.words < 0.1);
const noZip: Test = ({ share }) => share.zip + share.shortZip < 0.2;
const noState: Test = ({ share }) => Math.max(share.state, share.stateName) < 0.2;
const noNumber: Test = ({ share }) =>
  share.houseNumber < 0.2 && share.words + share.street + share.place + share.zip > 0.5;
const noTownLine: Test = (profile, holds) =>
  profile.share.cityStateZip < 0.2 && (isCodeLike(profile, holds) || profile.share.address > 0.5);
/** Towns are called Oak Park and Menomonee Falls, too: streets they are where the column of streets holds none. */
const noTown =
  (...streets: readonly MappingField[]): Test =>
  (profile, holds) =>
    isCodeLike(profile, holds) ||
    profile.share.address > 0.6 ||
    (profile.share.street > 0.7 && !streets.some((field) => hasStreets(holds(field), profile)));
/** Streets, as many as there are towns or more. */
const hasStreets = (streets: ColumnProfile | undefined, towns: ColumnProfile): boolean =>
  streets !== undefined &&
  streets.share.streetName + streets.share.address > 0.5 &&
  streets.distinct >= towns.distinct;
const noName: Test = (profile, holds) => isCodeLike(profile, holds) || profile.share.address > 0.8;
const noStreet: Test = (profile) =>
  profile.share.zip > 0.8 ||
  profile.share.side > 0.9 ||
  profile.share.address > 0.7 ||
  (profile.share.direction > 0.9 && profile.distinct > 1);
/** Precincts are called `101 Forest Grove` and Kingston School, too: addresses and buildings they are where the columns of these hold none. */
const noPrecinct: Test = ({ share }, holds) =>
  share.hours > 0.5 ||
  (share.address > 0.5 &&
    !['addressWhole', 'placeAddressWhole', 'placeNameAddressWhole'].some(
      (field) => shareOf(holds(field as MappingField), 'address', 'placeWithAddress') > 0.5,
    )) ||
  (share.place > 0.7 &&
    shareOf(holds('placeName'), 'place') + shareOf(holds('placeNameAddressWhole'), 'placeWithAddress') < 0.3);
const shareOf = (profile: ColumnProfile | undefined, ...shapes: readonly CellShape[]): number =>
  profile === undefined ? 0 : Math.max(...shapes.map((shape) => profile.share[shape]));
/** Surely something else, or the other of the two: some systems write degrees with one decimal, which no shape knows. */
const noDegrees = ({ share }: ColumnProfile, other: 'latitude' | 'longitude'): boolean =>
  share[other] > 0.5 || share.words + share.zip + share.number + share.address + share.hours > 0.5;
const noDirection: Test = ({ share }) => share.direction < 0.2;

const contradicts: Readonly<Partial<Record<MappingField, Test>>> = {
  addressWhole: ({ share }) =>
    share.address < 0.1 && (share.words > 0.7 || share.number > 0.8 || share.zip > 0.8),
  houseNumber: noNumber,
  rangeStart: noNumber,
  rangeEnd: noNumber,
  // Offices have codes of their own for sides, but few.
  side: ({ share, distinct }) => share.side < 0.2 && (distinct > 8 || share.direction > 0.9),
  streetWhole: noStreet,
  streetName: noStreet,
  streetDirection: noDirection,
  addressDirection: noDirection,
  streetSuffix: ({ share }) => share.suffix < 0.2,
  city: noTown('streetWhole', 'streetName', 'addressWhole'),
  state: noState,
  zip: noZip,
  cityStateZipWhole: noTownLine,
  precinctId: noPrecinct,
  placeName: noName,
  placeNameAddressWhole: isCodeLike,
  placeAddressWhole: isCodeLike,
  placeCity: noTown('placeAddressWhole', 'placeNameAddressWhole'),
  placeState: noState,
  placeZip: noZip,
  placeCityStateZipWhole: noTownLine,
  placeLatitude: (profile) => profile.share.latitude < 0.2 && noDegrees(profile, 'longitude'),
  placeLongitude: (profile) => profile.share.longitude < 0.2 && noDegrees(profile, 'latitude'),
};
