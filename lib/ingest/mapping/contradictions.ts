// Owns when what stands in a column cannot be what was confirmed of it: columns swapped or shifted. Strict on purpose: an odd list
// that somebody has confirmed is no contradiction.

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
  for (const field of mappingFields) {
    const column = columns[field];
    const profile = profiles[column ?? -1];
    if (column === undefined || profile === undefined || profile.count < fewCells) continue;
    if (isOtherThan(field, profile)) return { field, column };
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

function isOtherThan(field: MappingField, profile: ColumnProfile): boolean {
  return contradicts[field]?.(profile) ?? false;
}

type Test = (profile: ColumnProfile) => boolean;

/** Cells that are surely something of their own kind, and no name, street or town. */
const isCodeLike: Test = ({ share }) =>
  share.number > 0.8 || share.zip > 0.8 || share.side > 0.9 || (share.state > 0.9 && share.words < 0.1);
const noZip: Test = ({ share }) => share.zip + share.shortZip < 0.2;
const noState: Test = ({ share }) => Math.max(share.state, share.stateName) < 0.2;
const noNumber: Test = ({ share }) =>
  share.houseNumber < 0.2 && share.words + share.street + share.place + share.zip > 0.5;
const noTownLine: Test = ({ share }) =>
  share.cityStateZip < 0.2 && (isCodeLike({ share } as ColumnProfile) || share.address > 0.5);
const noTown: Test = (profile) =>
  isCodeLike(profile) || profile.share.address > 0.6 || profile.share.street > 0.7;
const noName: Test = (profile) => isCodeLike(profile) || profile.share.address > 0.8;
const noStreet: Test = (profile) =>
  profile.share.zip > 0.8 ||
  profile.share.side > 0.9 ||
  profile.share.address > 0.7 ||
  (profile.share.direction > 0.9 && profile.distinct > 1);
const noPrecinct: Test = ({ share }) => share.address > 0.5 || share.place > 0.7 || share.hours > 0.5;
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
  city: noTown,
  state: noState,
  zip: noZip,
  cityStateZipWhole: noTownLine,
  precinctId: noPrecinct,
  placeName: noName,
  placeNameAddressWhole: isCodeLike,
  placeAddressWhole: isCodeLike,
  placeCity: noTown,
  placeState: noState,
  placeZip: noZip,
  placeCityStateZipWhole: noTownLine,
  placeLatitude: (profile) => profile.share.latitude < 0.2 && noDegrees(profile, 'longitude'),
  placeLongitude: (profile) => profile.share.longitude < 0.2 && noDegrees(profile, 'latitude'),
};
