// Owns how well what stands in a column goes with a field, whatever the column is called. Sees profiles of columns, no names.

import type { ColumnProfile } from './column-profile';
import { decidedBy, endsOfBlock, endsOfRange, tellsSide } from './column-relations';
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
  houseSuffix: 0,
  rangeStart: 0.75,
  rangeEnd: 0.75,
  rangeText: 0.9,
  side: 0.9,
  streetWhole: 0.85,
  streetDirection: 0.7,
  streetPreType: 0,
  streetPreMod: 0,
  streetPostMod: 0,
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
  precinctMailOnly: 0,
  placeId: 0.2,
  placeName: 0.8,
  placeNameAddressWhole: 0.9,
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
  if (precincts.length === 0) return 1;
  const decided = Math.max(...precincts.map((precinct) => decidedBy(profile, precinct) ?? 1));
  return decided >= 0.9 ? 1 : decided * 0.55;
}

/** What every precinct has one of is rather its place's. */
function voterFactor({ profile, precincts }: ColumnAmongOthers): number {
  return precincts.some((precinct) => precinct !== profile && (decidedBy(profile, precinct) ?? 0) >= 0.99)
    ? 0.93
    : 1;
}

type Fit = (profile: ColumnProfile, column: ColumnAmongOthers) => number;

const isCounty = (cell: string): boolean => /\b(?:county|parish)$/i.test(cell);

const town: Fit = ({ share, repeats, count, distinct, values }) => {
  if (values.filter(isCounty).length * 2 > count) return 0.1;
  const plain = share.words - share.street * 0.5 - share.place * 0.5;
  return share.direction > 0.5 || share.suffix > 0.9
    ? 0
    : plain * (repeats > 1.5 || count < 10 ? 1 : 0.7) * (distinct === 1 && count > 3 ? 0.8 : 1);
};
const state: Fit = ({ share }) => Math.max(share.state, share.stateName * 0.9);
const zip: Fit = ({ share }) => share.zip + share.shortZip * 0.6;
const townLine: Fit = ({ share }) => share.cityStateZip;
const direction: Fit = ({ share }) => (share.side > 0.99 && share.direction < 0.99 ? 0 : share.direction);
const numbers = ({ share, isCounted }: ColumnProfile): number => share.number * (isCounted ? 0.2 : 1);
const lowEnd: Fit = (profile, { others }) => end(profile, others, (other) => [profile, other]);
const highEnd: Fit = (profile, { others }) => end(profile, others, (other) => [other, profile]);

type Ends = readonly [low: ColumnProfile, high: ColumnProfile];

function end(
  profile: ColumnProfile,
  others: readonly ColumnProfile[],
  ends: (other: ColumnProfile) => Ends,
): number {
  const plain = numbers(profile) * Math.max(0.2, ...others.map((other) => endsOfRange(...ends(other))));
  return Math.max(plain, ...(mayBeBlocks(profile) ? others.map((other) => endsOfBlock(...ends(other))) : []));
}

/** Asked before the rows are gone through. */
const mayBeBlocks = ({ share }: ColumnProfile): boolean => share.rangeText > 0.3 && share.number < 0.7;

const wordOfStreet: Fit = ({ share }) => (share.direction > 0.5 ? 0 : share.streetName);

const fits: Readonly<Record<MappingField, Fit>> = {
  addressWhole: ({ share }) => share.address,
  houseNumber: ({ share, isCounted }) => share.houseNumber * (isCounted ? 0.3 : 1),
  houseSuffix: ({ share }) => share.numberSuffix,
  rangeStart: lowEnd,
  rangeEnd: highEnd,
  // Sides alone are no numbers.
  rangeText: (profile, { others }) => {
    const isEnd =
      mayBeBlocks(profile) &&
      others.some((other) => Math.max(endsOfBlock(profile, other), endsOfBlock(other, profile)) > 0.5);
    return profile.share.rangeText * (profile.share.side > 0.95 || isEnd ? 0.3 : 1);
  },
  // A column of nothing but E may be east as well.
  side: (profile, { others }) => {
    const { share, distinct } = profile;
    if (share.direction > 0.99 && distinct === 1) return share.side * 0.4;
    return share.side > 0.5
      ? share.side
      : Math.max(share.side, ...others.map((other) => tellsSide(profile, other) * 0.7));
  },
  streetWhole: ({ share }) => (share.street >= 0.3 ? 0.6 + 0.4 * share.street : share.streetName * 0.4),
  streetDirection: direction,
  addressDirection: direction,
  streetPreType: wordOfStreet,
  streetPreMod: wordOfStreet,
  streetPostMod: wordOfStreet,
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
    // A name stands for its precinct where it has no number.
    const names = share.text * 0.4 * (1 - Math.max(share.address, share.street, share.place, share.hours));
    return Math.max(share.code * (isOther || isConstant ? 0.5 : 1), names);
  },
  precinctName: ({ share }) =>
    0.4 + 0.6 * Math.max(share.text, share.code * 0.6) - (share.address + share.placeWithAddress) * 0.6,
  precinctSplit: ({ share }) => (share.flag > 0.9 ? 0.1 : Math.max(0.4, share.code)),
  precinctMailOnly: ({ share }) => share.flag,
  placeId: ({ share }) => share.code,
  placeName: ({ share }) =>
    (share.place >= 0.3 ? 0.7 + 0.3 * share.place : share.text * 0.5) *
    (1 - share.address) *
    (1 - share.placeWithAddress) *
    (1 - share.suffix),
  placeNameAddressWhole: ({ share }) => share.placeWithAddress,
  placeHouseNumber: ({ share }) => share.houseNumber,
  placeAddressWhole: ({ share }) =>
    Math.max(
      share.address,
      share.street * 0.8,
      share.addressWithTown,
      share.text * 0.3 * (1 - share.placeWithAddress),
    ),
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
