// Owns the forms that lists have: which fields each may hold, and what it cannot be without. Data only; sees no table.

import { isOfPlace } from './guess-content';
import { type MappingField, mappingFields, type TableKind } from './table-mapping';

/** One way in which a list may be made: the fields that it may have, and of each group one that it must have. */
export interface Form {
  readonly kind: TableKind;
  readonly fields: readonly MappingField[];
  readonly needs: readonly (readonly MappingField[])[];
}

const wholeStreet = ['streetWhole'] as const;
const cutStreet = [
  'streetDirection',
  'streetPreType',
  'streetPreMod',
  'streetPostMod',
  'streetName',
  'streetSuffix',
  'addressDirection',
] as const;
const ends = ['rangeStart', 'rangeEnd', 'rangeText', 'side'] as const;
const town = ['unit', 'city', 'state', 'zip', 'cityStateZipWhole'] as const;
const precinct = ['precinctId', 'precinctName', 'precinctSplit', 'precinctMailOnly'] as const;
export const together: MappingField = 'placeNameAddressWhole';
const placeApart: readonly MappingField[] = ['placeName', 'placeAddressWhole', 'placeHouseNumber'];
const place = mappingFields.filter(
  (field) => isOfPlace(field) && field !== 'placeHouseNumber' && field !== together,
);
const votes = ['precinctId', 'precinctName', 'precinctSplit', 'placeName', 'placeAddressWhole'] as const;

function streetForms(street: readonly MappingField[], name: MappingField): readonly Form[] {
  const always = [...street, ...town, ...precinct, ...place];
  return [
    {
      kind: 'ranges',
      fields: [...ends, 'houseSuffix', ...always],
      needs: [[name], ['rangeStart', 'rangeText'], ['rangeEnd', 'rangeText'], votes],
    },
    {
      kind: 'addresses',
      fields: ['houseNumber', 'houseSuffix', ...always],
      needs: [[name], ['houseNumber'], votes],
    },
  ];
}

const streetsAlone = (form: Form): Form => ({ ...form, needs: form.needs.filter((need) => need !== votes) });

const formsApart: readonly Form[] = [
  ...streetForms(wholeStreet, 'streetWhole'),
  ...streetForms(cutStreet, 'streetName'),
  {
    kind: 'addresses',
    fields: ['addressWhole', ...town, ...precinct, ...place],
    needs: [['addressWhole'], votes],
  },
  {
    kind: 'precinctPlaces',
    fields: [...precinct, 'placeHouseNumber', ...place],
    needs: [
      ['precinctId', 'precinctName', 'precinctSplit'],
      ['placeName', 'placeAddressWhole'],
    ],
  },
];

/** The same list where a place's name and its address are one cell. */
const inOneCell = ({ kind, fields, needs }: Form): Form => ({
  kind,
  fields: [...fields.filter((field) => !placeApart.includes(field)), together],
  needs: [...needs.filter((need) => !need.includes('placeName')), [together]],
});

export const forms: readonly Form[] = [...formsApart, ...formsApart.map(inOneCell)];

/** Lists of which all is known but who votes there, or where: somebody is asked for the rest. */
export const openForms: readonly Form[] = [
  ...forms.filter(({ kind }) => kind === 'ranges').map(streetsAlone),
  { ...formsApart.at(-1)!, needs: [['placeName'], ['placeAddressWhole']] },
  { ...forms.at(-1)!, needs: [[together]] },
];
