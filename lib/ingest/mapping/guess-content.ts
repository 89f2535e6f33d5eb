// Owns how well what stands in a column goes with a field, whatever the column is called. Sees profiles of columns, no names.

import { type ColumnProfile, decidedBy, endsOfRange } from './column-profile';
import type { MappingField } from './table-mapping';

/** A column among the others of its table. */
export interface ColumnAmongOthers {
  readonly profile: ColumnProfile;
  readonly others: readonly ColumnProfile[];
  /** Columns that may be the precinct. */
  readonly precincts: readonly ColumnProfile[];
}

/** How good content of the kind is as the only reason: a ZIP looks like little else, a town like any word. */
export const tellsAlone: Readonly<Record<MappingField, number>> = {
  addressWhole: 0.9,
  houseNumber: 0.4,
  rangeStart: 0.75,
  rangeEnd: 0.75,
  rangeText: 0.9,
  side: 0.9,
  streetWhole: 0.85,
  streetDirection: 0.7,
  streetName: 0.45,
  streetSuffix: 0.9,
  addressDirection: 0.6,
  unit: 0.3,
  city: 0.4,
  state: 0.85,
  zip: 0.9,
  cityStateZipWhole: 0.95,
  precinctId: 0.5,
  precinctName: 0.3,
  precinctSplit: 0.2,
  placeId: 0.2,
  placeName: 0.8,
  placeHouseNumber: 0.2,
  placeAddressWhole: 0.85,
  placeLine2: 0.1,
  placeCity: 0.35,
  placeState: 0.8,
  placeZip: 0.85,
  placeCityStateZipWhole: 0.9,
  placeDirections: 0.1,
  placeHours: 0.85,
  placeLatitude: 0.8,
  placeLongitude: 0.8,
};

/** Fields of a place. */
export const isOfPlace = (field: MappingField): boolean => field.startsWith('place');

/** From 0 (something else stands there) to 1. What a blank column holds nobody knows: 0.5. */
export function contentFit(field: MappingField, column: ColumnAmongOthers): number {
  if (column.profile.count === 0) return 0.5;
  const fit = fits[field](column.profile, column);
  const factor = field.startsWith('precinct')
    ? 1
    : isOfPlace(field)
      ? placeFactor(column)
      : voterFactor(column);
  return Math.max(0, Math.min(1, fit * factor));
}

/** A place is the same wherever the precinct is. */
function placeFactor({ profile, precincts }: ColumnAmongOthers): number {
  return precincts.some((precinct) => (decidedBy(profile, precinct) ?? 1) >= 0.9) || precincts.length === 0
    ? 1
    : 0.5;
}

/** What every precinct has one of is rather its place's. */
function voterFactor({ profile, precincts }: ColumnAmongOthers): number {
  return precincts.some((precinct) => precinct !== profile && (decidedBy(profile, precinct) ?? 0) >= 0.99)
    ? 0.93
    : 1;
}

type Fit = (profile: ColumnProfile, column: ColumnAmongOthers) => number;

const town: Fit = ({ share, repeats, count, distinct }) => {
  const plain = share.words - share.street * 0.5 - share.place * 0.5;
  return share.direction > 0.5 || share.suffix > 0.9
    ? 0
    : plain * (repeats > 1.5 || count < 10 ? 1 : 0.7) * (distinct === 1 && count > 3 ? 0.8 : 1);
};
const state: Fit = ({ share }) => Math.max(share.state, share.stateName * 0.9);
const zip: Fit = ({ share }) => share.zip + share.shortZip * 0.6;
const townLine: Fit = ({ share }) => share.cityStateZip;
const direction: Fit = ({ share }) => (share.side > 0.99 && share.direction < 0.99 ? 0 : share.direction);
const lowEnd: Fit = (profile, { others }) =>
  profile.share.number * Math.max(0.2, ...others.map((other) => endsOfRange(profile, other)));
const highEnd: Fit = (profile, { others }) =>
  profile.share.number * Math.max(0.2, ...others.map((other) => endsOfRange(other, profile)));

const fits: Readonly<Record<MappingField, Fit>> = {
  addressWhole: ({ share }) => share.address,
  houseNumber: ({ share }) => share.houseNumber,
  rangeStart: lowEnd,
  rangeEnd: highEnd,
  rangeText: ({ share }) => share.rangeText,
  // A column of nothing but E may be east as well.
  side: ({ share, distinct }) => (share.direction > 0.99 && distinct === 1 ? share.side * 0.4 : share.side),
  streetWhole: ({ share }) => (share.street >= 0.3 ? 0.6 + 0.4 * share.street : share.streetName * 0.4),
  streetDirection: direction,
  addressDirection: direction,
  streetName: ({ share, repeats }, { others }) => {
    const hasSuffixes = others.some((other) => other.share.suffix > 0.8 && other.filled > 0.3);
    const plain = share.streetName * (1 - (hasSuffixes ? 0.3 : 0.6) * share.street);
    const isOther = share.direction > 0.9 || share.side > 0.9 || share.suffix > 0.95 || share.state > 0.9;
    return isOther
      ? 0.1
      : plain * (hasSuffixes ? 1 : 0.7) * (repeats > 50 ? 0.5 : 1) * (1 - share.place * 0.5);
  },
  streetSuffix: ({ share }) => share.suffix,
  unit: ({ share }) => Math.max(share.unit, share.code * 0.7),
  city: town,
  state,
  zip,
  cityStateZipWhole: townLine,
  precinctId: ({ share, distinct, count }) => {
    const isOther =
      share.side > 0.9 || share.direction > 0.9 || share.suffix > 0.9 || share.state > 0.9 || share.zip > 0.9;
    const isConstant = distinct === 1 && count > 3;
    return share.code * (isOther || isConstant ? 0.5 : 1);
  },
  precinctName: ({ share }) => 0.4 + 0.6 * Math.max(share.text, share.code * 0.6) - share.address * 0.6,
  precinctSplit: ({ share }) => Math.max(0.4, share.code),
  placeId: ({ share }) => share.code,
  placeName: ({ share }) =>
    (share.place >= 0.3 ? 0.7 + 0.3 * share.place : share.text * 0.5) *
    (1 - share.address) *
    (1 - share.suffix),
  placeHouseNumber: ({ share }) => share.houseNumber,
  placeAddressWhole: ({ share }) =>
    Math.max(share.address, share.street * 0.8, share.addressWithTown, share.text * 0.3),
  placeLine2: ({ share }) => Math.max(0.4, share.text * 0.7),
  placeCity: town,
  placeState: state,
  placeZip: zip,
  placeCityStateZipWhole: townLine,
  placeDirections: ({ share }) => share.text * 0.7,
  placeHours: ({ share }) => share.hours,
  placeLatitude: ({ share }) => share.latitude,
  placeLongitude: ({ share }) => share.longitude,
};
