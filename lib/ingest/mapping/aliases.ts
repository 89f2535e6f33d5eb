// Owns what a column's name says of what it holds: which fields the words may mean, and how surely. Sees no cells. The words are
// those of voter registration systems' exports in the United States.

import { refusedWords } from './column-words';
import type { MappingField } from './table-mapping';

/** Field -> from 0 (nothing) to 1 (this and nothing else). */
export type NamedFields = ReadonlyMap<MappingField, number>;

/** Whether the name is one that some column of such a list may have, also one that is not used. */
export function namesField(words: readonly string[]): boolean {
  return words.length > 0 && words.length <= 6 && (fieldsNamed(words).size > 0 || isRefused(words));
}

/** Whether the name says that the column holds something else. */
export const isRefused = (words: readonly string[]): boolean => words.some((word) => refusedWords.has(word));

/** `['poll', 'zip']` -> placeZip. An empty map where the words say nothing, or something that is not used. */
export function fieldsNamed(words: readonly string[]): NamedFields {
  if (words.length === 0 || isRefused(words)) return new Map();
  const ofVoter = words.includes('residence');
  // VIP 3 calls an address along a street `non_house_address_…`.
  const isSegment = words[0] === 'non' && words[1] === 'house' && words[2] === 'address';
  const rest = words.slice(isSegment ? 3 : 0).filter((word) => word !== 'residence');
  const name = new Name(rest.length === 0 ? words : rest);
  const found = familyOf(name, ofVoter);
  // Words that nobody here knows may say anything.
  const strange = name.words.filter((word) => !known.has(word)).length;
  const worth = strange === 0 ? 1 : strange === 1 ? 0.85 : 0.5;
  return new Map(Object.entries(found).map(([field, score]) => [field as MappingField, score * worth]));
}

type Scores = Partial<Record<MappingField, number>>;

class Name {
  constructor(readonly words: readonly string[]) {}
  has(...any: readonly string[]): boolean {
    return any.some((word) => this.words.includes(word));
  }
  /** Whether there are no words but these. */
  only(...all: readonly string[]): boolean {
    return this.words.every((word) => all.includes(word));
  }
}

const known: ReadonlySet<string> = new Set(
  `precinct split street number house address name poll place direction directions prefix postfix suffix type low high side range unit
   city state zip residence description code district hours latitude longitude line full vote voting 1 2 3 the of and or day
   bymail instructions ward election numbers all locality room fraction mod`.split(/\s+/),
);

function familyOf(name: Name, ofVoter: boolean): Scores {
  if (name.has('bymail')) return { precinctMailOnly: 0.95 };
  if (name.has('district') && name.has('house', 'state')) return {};
  if (name.has('poll') && name.has('district')) return { precinctId: 0.8 };
  if (name.has('poll') || (name.has('place', 'vote', 'voting') && !name.has('precinct', 'district'))) {
    return placeFields(name);
  }
  if (name.has('precinct', 'split', 'ward', 'district')) return precinctFields(name);
  if (name.has('locality')) return localityFields(name);
  if (name.has('room')) return { placeLine2: 0.8 };
  if (name.has('low', 'high', 'side', 'range', 'numbers')) return rangeFields(name);
  if (name.has('unit')) return name.has('type') ? {} : { unit: 0.95 };
  if (name.has('zip', 'city', 'state')) return townFields(name, ofVoter);
  if (name.has('directions', 'instructions')) return { placeDirections: 0.7 };
  if (name.has('latitude')) return { placeLatitude: 0.8 };
  if (name.has('longitude')) return { placeLongitude: 0.8 };
  if (name.has('hours')) return { placeHours: 0.8 };
  return streetFields(name, ofVoter);
}

function placeFields(name: Name): Scores {
  if (name.has('type', 'fraction')) return {};
  if (name.has('zip', 'city', 'state')) {
    if (name.has('zip') ? name.has('city', 'state') : name.has('city') && name.has('state')) {
      return { placeCityStateZipWhole: 0.95 };
    }
    return name.has('zip')
      ? { placeZip: 0.95 }
      : name.has('city')
        ? { placeCity: 0.95 }
        : { placeState: 0.95 };
  }
  if (name.has('hours')) return { placeHours: 0.95 };
  if (name.has('latitude')) return { placeLatitude: 0.95 };
  if (name.has('longitude')) return { placeLongitude: 0.95 };
  if (name.has('directions', 'direction', 'instructions')) return { placeDirections: 0.9 };
  if (name.has('house', 'street') && name.has('number')) return { placeHouseNumber: 0.95 };
  if (name.has('address', 'street', 'line', 'unit')) return placeLines(name);
  if (name.has('code', 'number')) return { placeId: 0.9 };
  // Some lists have the address in the same cell: what stands there tells.
  if (name.has('name', 'description')) return { placeName: 0.97, placeNameAddressWhole: 0.85 };
  return name.has('poll', 'vote', 'voting')
    ? { placeName: 0.9, placeNameAddressWhole: 0.85 }
    : { placeName: 0.75, placeNameAddressWhole: 0.7 };
}

function placeLines(name: Name): Scores {
  if (name.has('2', 'unit')) return { placeLine2: 0.95 };
  if (name.has('3', '4', '5', '6')) return {};
  // A parcel has a site and a location, too.
  const isSure = name.has('poll', 'vote', 'voting', 'name');
  const whole = name.has('name', 'and') ? 0.95 : 0.85;
  return { placeAddressWhole: 0.95, placeNameAddressWhole: whole, ...(!isSure && { addressWhole: 0.6 }) };
}

function precinctFields(name: Name): Scores {
  if (name.has('zip', 'city', 'state', 'address', 'street', 'hours', 'type', 'locality')) return {};
  if (name.has('split')) return { precinctSplit: 0.95 };
  if (!name.has('precinct')) {
    if (name.has('vote', 'voting', 'election')) return { precinctId: 0.8 };
    return { precinctId: name.has('ward') ? 0.5 : 0.3 };
  }
  if (name.has('name', 'description')) return { precinctName: 0.95, precinctId: 0.4 };
  if (name.has('code', 'number')) return { precinctId: 0.95 };
  return { precinctId: 0.9, precinctName: 0.5 };
}

const notOfEnds = [
  ...['name', 'unit', 'city', 'zip', 'latitude', 'longitude', 'hours', 'type'],
  ...['suffix', 'fraction'],
];

function rangeFields(name: Name): Scores {
  if (name.has(...notOfEnds)) return {};
  if (name.has('side'))
    return name.only(
      'side',
      'street',
      'range',
      'code',
      'flag',
      'ind',
      'indicator',
      'of',
      'the',
      'address',
      'house',
      'number',
    )
      ? { side: 0.97 }
      : {};
  if (name.has('low') && name.has('high')) return { rangeText: 0.85 };
  const isWhole = name.has('number', 'house', 'address', 'street', 'range');
  if (name.has('low')) return { rangeStart: isWhole ? 0.97 : 0.9 };
  if (name.has('high')) return { rangeEnd: isWhole ? 0.97 : 0.9 };
  return { rangeText: name.has('range') ? 0.9 : 0.7 };
}

function townFields(name: Name, ofVoter: boolean): Scores {
  const elsewhere = ofVoter ? 0 : 0.7;
  if (name.has('zip') && name.has('4', 'plus', 'ext')) return {};
  if (name.has('zip') ? name.has('city', 'state') : name.has('city') && name.has('state')) {
    return { cityStateZipWhole: 0.9, placeCityStateZipWhole: elsewhere };
  }
  if (name.has('zip')) return { zip: 0.9, placeZip: elsewhere };
  if (name.has('city'))
    return name.has('code') && !name.has('name') ? {} : { city: 0.9, placeCity: elsewhere };
  return { state: 0.9, placeState: elsewhere };
}

/** A township, a community, a borough: the town in an address, or what it lies in. */
function localityFields(name: Name): Scores {
  return name.has('code', 'number') ? {} : { city: 0.7, placeCity: 0.6 };
}

function streetFields(name: Name, ofVoter: boolean): Scores {
  if (name.has('fraction')) return { houseSuffix: 0.95 };
  if (name.has('mod')) return modFields(name);
  // `AddNum_Pre`: letters before the number.
  if (name.has('prefix') && name.has('number')) return {};
  if (name.has('prefix')) return name.has('type') ? { streetPreType: 0.95 } : { streetDirection: 0.95 };
  if (name.has('postfix')) return name.has('type') ? { streetSuffix: 0.95 } : { addressDirection: 0.95 };
  if (name.has('direction')) {
    return name.has('suffix') ? { addressDirection: 0.95 } : { streetDirection: 0.9, addressDirection: 0.5 };
  }
  if (name.has('suffix', 'type')) {
    if (name.has('house', 'number')) return name.has('suffix') ? { houseSuffix: 0.95 } : {};
    if (name.only('type')) return { streetSuffix: 0.4, rangeText: 0.35 };
    return { streetSuffix: name.has('street') ? 0.95 : 0.8 };
  }
  if ((name.has('number') && name.has('street', 'house', 'address')) || name.only('house')) {
    return { houseNumber: 0.95, placeHouseNumber: ofVoter ? 0 : 0.5 };
  }
  if (name.has('address')) return addressFields(name, ofVoter);
  if (name.has('street')) {
    if (name.has('full')) return { streetWhole: 0.95, addressWhole: 0.5 };
    if (name.has('name'))
      return { streetName: 0.9, streetWhole: 0.88, addressWhole: 0.4, placeAddressWhole: 0.4 };
    return { streetName: 0.8, streetWhole: 0.85, addressWhole: 0.7, placeAddressWhole: 0.6, state: 0.2 };
  }
  if (name.only('name', 'description'))
    return { placeName: 0.7, precinctName: 0.4, streetName: 0.3, streetWhole: 0.3 };
  if (name.only('number', 'code') && ofVoter) return {};
  if (name.only('number', 'code')) return { houseNumber: 0.3, precinctId: 0.4, placeId: 0.2 };
  if (name.only('line', '2')) return { placeLine2: 0.5, unit: 0.4 };
  return {};
}

/** NENA's St_PreMod and St_PosMod. */
function modFields(name: Name): Scores {
  if (name.has('prefix')) return { streetPreMod: 0.95 };
  return name.has('postfix') ? { streetPostMod: 0.95 } : {};
}

function addressFields(name: Name, ofVoter: boolean): Scores {
  const elsewhere = ofVoter ? 0 : 0.8;
  if (name.has('2')) return { unit: 0.6, placeLine2: elsewhere };
  if (name.has('3', '4', '5', '6')) return {};
  return {
    addressWhole: 0.9,
    placeAddressWhole: elsewhere,
    placeNameAddressWhole: elsewhere * 0.9,
    streetWhole: 0.4,
  };
}
