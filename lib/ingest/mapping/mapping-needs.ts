// Owns what a mapping has to say before rows can be made by it, in words for who says it. Knows no table and no page.

import type { MappingField, TableMapping } from './table-mapping';

/** One thing that a table must hold. Any of `anyOf` will do; of a group in brackets all are needed. */
interface Need {
  readonly anyOf: readonly (readonly MappingField[])[];
  /** Also fulfilled by what is true of every row. */
  readonly always?: keyof TableMapping['always'];
  readonly sentence: string;
}

const street: Need = {
  anyOf: [['streetWhole'], ['streetName'], ['addressWhole']],
  sentence: 'Say which column holds the street.',
};
const locality: readonly Need[] = [
  {
    anyOf: [['city'], ['cityStateZipWhole'], ['addressWhole'], ['zip']],
    always: 'city',
    sentence: 'Say which column holds the town or the ZIP, or give the town that is the same in every row.',
  },
];
const precinct: MappingField[][] = [['precinctId'], ['precinctName'], ['precinctSplit']];
const place: MappingField[][] = [
  ['placeId'],
  ['placeName'],
  ['placeNameAddressWhole'],
  ['placeAddressWhole'],
];

const needs: Readonly<Record<TableMapping['kind'], readonly Need[]>> = {
  ranges: [
    street,
    {
      anyOf: [['rangeText'], ['rangeStart', 'rangeEnd'], ['addressWhole']],
      sentence:
        'Say which column holds the house numbers: one with both ends, or one with the first and one with the last.',
    },
    ...locality,
    {
      anyOf: [...precinct, ...place],
      sentence: 'Say which column holds the precinct or the polling place.',
    },
  ],
  addresses: [
    street,
    {
      anyOf: [['houseNumber'], ['addressWhole']],
      sentence: 'Say which column holds the house number, or the whole address.',
    },
    ...locality,
    {
      anyOf: [...precinct, ...place],
      sentence: 'Say which column holds the precinct or the polling place.',
    },
  ],
  precinctPlaces: [
    { anyOf: precinct, sentence: 'Say which column holds the precinct.' },
    { anyOf: place, sentence: 'Say which column holds the name of the polling place.' },
  ],
  ignored: [],
};

/** Beside a cell that holds both, nothing says which name or which address counts. */
const apart = ['placeName', 'placeAddressWhole', 'placeHouseNumber'] as const satisfies MappingField[];
/** In a list of precincts what reads like a voter's address is the place's own. */
const apartInList = ['addressWhole', 'streetWhole', 'streetName'] as const satisfies MappingField[];
const oneOnly =
  'A column with the polling place’s name and address together leaves no room for another with its name or its address: say of the others that they are not needed.';

/** What `mapping` lacks, as sentences in the order in which a form asks; [] where rows can be made by it. */
export function mappingNeeds({ kind, columns, always }: TableMapping): readonly string[] {
  const holds = (field: MappingField) => columns[field] !== undefined;
  const isTwice =
    kind !== 'ignored' &&
    holds('placeNameAddressWhole') &&
    (apart.some(holds) || (kind === 'precinctPlaces' && apartInList.some(holds)));
  const lacks = needs[kind]
    .filter(({ anyOf, always: fixed }) => {
      const isAlways = fixed !== undefined && always[fixed] !== null;
      const isZipAlways = fixed === 'city' && always.zip !== null;
      return !(isAlways || isZipAlways || anyOf.some((group) => group.every(holds)));
    })
    .map(({ sentence }) => sentence);
  return isTwice ? [...lacks, oneOnly] : lacks;
}
