// Owns which elements of VIP XML (3.x, 5.x, 6.0) are rows of which table, and which element inside one is which field. Data and the
// comparing of names; holds no record. Names are compared without case, prefix, hyphens and underscores, so that `StreetSegment` and `street_segment` are one.

import { type TableName, vipTables } from '../tables/vip-columns';

/** What an element is among the children of another. A holder has an id that rows inside it name, and is no row itself. */
export interface ElementUse {
  readonly table: TableName | null;
  /** The field that gets the id of the element around. */
  readonly parentField: string | null;
  /** The field that gets the element's own text: it is a link and nothing else. */
  readonly textField: string | null;
}

const row = (table: TableName, parentField: string | null = null): ElementUse => ({
  table,
  parentField,
  textField: null,
});
const link = (table: TableName, parentField: string, textField: string): ElementUse => ({
  table,
  parentField,
  textField,
});
const holder: ElementUse = { table: null, parentField: null, textField: null };

/** Below the root. */
const topElements: ReadonlyMap<string, ElementUse> = new Map([
  ['source', row('source')],
  ['state', row('state')],
  ['election', row('election')],
  ['locality', row('locality')],
  ['electionadministration', row('election_administration')],
  ['electionofficial', row('election_official')],
  ['hoursopen', holder],
  ['person', holder],
  ['pollinglocation', row('polling_location')],
  ['earlyvotesite', row('early_vote_site')],
  ['precinct', row('precinct')],
  ['precinctsplit', row('precinct_split')],
  ['streetsegment', row('street_segment')],
]);

/** Element -> child -> what it is. VIP 3 repeats the child for each link; VIP 5 and 6 have lists (IDREFS), which stay cells. */
const innerElements: ReadonlyMap<string, ReadonlyMap<string, ElementUse>> = new Map([
  ['hoursopen', new Map([['schedule', row('schedule', 'hoursOpenId')]])],
  [
    'electionadministration',
    new Map([
      ['department', row('department', 'electionAdministrationId')],
      ['contactinformation', row('contact_information', 'parentId')],
    ]),
  ],
  ['department', new Map([['contactinformation', row('contact_information', 'parentId')]])],
  ['person', new Map([['contactinformation', row('contact_information', 'parentId')]])],
  ['state', new Map([['earlyvotesiteid', link('state_early_vote_site', 'stateId', 'siteId')]])],
  ['locality', new Map([['earlyvotesiteid', link('locality_early_vote_site', 'localityId', 'siteId')]])],
  [
    'precinct',
    new Map([
      ['earlyvotesiteid', link('precinct_early_vote_site', 'precinctId', 'siteId')],
      ['pollinglocationid', link('precinct_polling_location', 'precinctId', 'pollingLocationId')],
    ]),
  ],
  [
    'precinctsplit',
    new Map([
      ['pollinglocationid', link('precinct_split_polling_location', 'precinctSplitId', 'pollingLocationId')],
    ]),
  ],
]);

/** What an element is; null: no row, and no holder of rows. `parent` null: below the root. */
export function elementUse(parent: string | null, name: string): ElementUse | null {
  const among = parent === null ? topElements : innerElements.get(parent);
  return among?.get(name) ?? null;
}

/** `vip:StreetSegment` -> `streetsegment`. */
export function plainName(name: string): string {
  return name
    .slice(name.lastIndexOf(':') + 1)
    .toLowerCase()
    .replace(/[_-]/g, '');
}

/** Where XML says otherwise than the columns of the flat format do. */
const ownPaths: Partial<Record<TableName, Readonly<Record<string, string>>>> = {
  polling_location: {
    latlnglatitude: 'latitude',
    latlnglongitude: 'longitude',
    structuredaddresslocationname: 'buildingName',
    structuredaddressline1: 'line1',
    structuredaddressline2: 'line2',
    structuredaddressline3: 'line3',
    structuredaddresscity: 'city',
    structuredaddressstate: 'state',
    structuredaddresszip: 'zip',
  },
  contact_information: {
    addressstructuredline1: 'line1',
    addressstructuredline2: 'line2',
    addressstructuredline3: 'line3',
    addressstructuredcity: 'city',
    addressstructuredstate: 'state',
    addressstructuredzip: 'zip',
    structuredaddressline1: 'line1',
    structuredaddressline2: 'line2',
    structuredaddressline3: 'line3',
    structuredaddresscity: 'city',
    structuredaddressstate: 'state',
    structuredaddresszip: 'zip',
  },
};

/** The fields of a table in order, the newest name of each, and the place of each name that an element may have. */
export interface XmlFields {
  readonly names: readonly string[];
  readonly columns: readonly string[];
  /** The elements on the way to a value, plain names joined -> position in `names`. */
  readonly positions: ReadonlyMap<string, number>;
  /** Groups of positions of which one has to be there. */
  readonly required: readonly (readonly number[])[];
}

const cache = new Map<TableName, XmlFields>();

/** How a table's fields are found in XML. */
export function xmlFields(table: TableName): XmlFields {
  const known = cache.get(table);
  if (known !== undefined) return known;
  const {
    fields,
    required,
  }: {
    readonly fields: Readonly<Record<string, readonly string[]>>;
    readonly required: readonly (readonly string[])[];
  } = vipTables[table];
  const names = Object.keys(fields);
  const positions = new Map<string, number>();
  for (const [position, name] of names.entries()) {
    for (const column of fields[name] ?? []) positions.set(plainName(column), position);
  }
  for (const [path, name] of Object.entries(ownPaths[table] ?? {})) positions.set(path, names.indexOf(name));
  const made: XmlFields = {
    names,
    columns: names.map((name) => fields[name]?.[0] ?? name),
    positions,
    required: required.map((group) => group.map((name) => names.indexOf(name))),
  };
  cache.set(table, made);
  return made;
}

/** How several values of one element in one row are put together: ids and units as lists, lines of an address as lines. */
const joined: Partial<Record<TableName, Readonly<Record<string, string>>>> = {
  street_segment: { unitNumber: ',' },
  state: { pollingLocationIds: ' ' },
  locality: { pollingLocationIds: ' ' },
  precinct: { pollingLocationIds: ' ' },
  polling_location: { oneLine: ', ' },
};

/** Where several are usual and the first is the one that counts (VIP 6.0 ContactInformation.Phone, Email …). */
const firstCounts: ReadonlySet<TableName> = new Set([
  'contact_information',
  'election_administration',
  'election_official',
  'source',
  'department',
]);

/** The text between several values; `first`: the first counts; null: there may be only one. */
export function severalValues(table: TableName, field: string): { readonly join: string } | 'first' | null {
  const join = joined[table]?.[field];
  if (join !== undefined) return { join };
  return firstCounts.has(table) ? 'first' : null;
}
