// Owns flat feeds written as VIP XML, for tests: what the two say is the same, so what is read from them must be.

import Papa from 'papaparse';
import type { SourceFile } from '../files/source-file';

export type XmlVersion = '3.1' | '5.2' | '6.0';

/** Table -> its records by column. */
export type FlatFeed = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

type Cells = Readonly<Record<string, string>>;

/** The records of flat files, by table. */
export async function flatFeed(files: readonly SourceFile[]): Promise<FlatFeed> {
  const feed: Record<string, readonly Cells[]> = {};
  for (const file of files) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.bytes()) chunks.push(chunk);
    const text = await new Blob(chunks as BlobPart[]).text();
    const table = /([a-z_]+)\.(?:txt|csv)$/.exec(file.name)?.[1] ?? '';
    feed[table] = Papa.parse<Cells>(text, {
      header: true,
      skipEmptyLines: true,
      transformHeader: (name) => name.trim(),
    }).data;
  }
  return feed;
}

/** The feed as one XML document. What a version has no element for becomes one of the column's name. */
export function xmlOf(feed: FlatFeed, version: XmlVersion): string {
  const isOld = version === '3.1';
  const root = isOld ? 'vip_object' : 'VipObject';
  const write = isOld ? oldElement : newElement;
  const parts = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<${root} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" schemaVersion="${version}">`,
  ];
  // Streets first, as some exports have them: no order may matter.
  const tables = Object.keys(feed).sort((a, b) =>
    a === 'street_segment' ? -1 : b === 'street_segment' ? 1 : 0,
  );
  for (const table of tables) {
    if (innerTables.has(table)) continue;
    for (const cells of feed[table] ?? []) parts.push(write(table, cells, feed));
  }
  parts.push(...persons(feed, isOld));
  const hours = new Map<string, Cells[]>();
  for (const cells of feed.schedule ?? []) {
    const id = cells.hours_open_id ?? '';
    hours.set(id, [...(hours.get(id) ?? []), cells]);
  }
  for (const [id, schedules] of hours) {
    const inner = schedules.map((cells) =>
      element(name('schedule', isOld), '', leaves(cells, ['id', 'hours_open_id'], isOld)),
    );
    parts.push(element(name('hours_open', isOld), id, inner));
  }
  return `${parts.join('\n')}\n</${root}>\n`;
}

const innerTables = new Set([
  'schedule',
  'department',
  'contact_information',
  'locality_early_vote_site',
  'precinct_early_vote_site',
  'state_early_vote_site',
  'precinct_polling_location',
  'precinct_split_polling_location',
]);

const linkTables: Readonly<Record<string, readonly (readonly [table: string, from: string, to: string])[]>> =
  {
    state: [['state_early_vote_site', 'state_id', 'early_vote_site_id']],
    locality: [['locality_early_vote_site', 'locality_id', 'early_vote_site_id']],
    precinct: [
      ['precinct_polling_location', 'precinct_id', 'polling_location_id'],
      ['precinct_early_vote_site', 'precinct_id', 'early_vote_site_id'],
    ],
    precinct_split: [['precinct_split_polling_location', 'precinct_split_id', 'polling_location_id']],
  };

function links(table: string, cells: Cells, feed: FlatFeed): readonly string[] {
  return (linkTables[table] ?? []).flatMap(([from, owner, target]) =>
    (feed[from] ?? []).filter((row) => row[owner] === cells.id).map((row) => leaf(target, row[target] ?? '')),
  );
}

/** Columns whose values stand in an element of their own: prefix of the column -> element, and how the rest is called. */
const oldGroups: readonly (readonly [prefix: string, element: string])[] = [
  ['non_house_address_', 'non_house_address'],
  ['structured_', 'address'],
  ['physical_address_', 'physical_address'],
  ['mailing_address_', 'mailing_address'],
  ['address_', 'address'],
];
const addressParts = [
  'house_number_prefix',
  'house_number_suffix',
  'street_direction',
  'street_name',
  'street_suffix',
  'address_direction',
  'city',
  'state',
  'zip',
];

function oldElement(table: string, cells: Cells, feed: FlatFeed): string {
  const groups = new Map<string, string[]>();
  const inner: string[] = [];
  for (const [column, value] of Object.entries(cells)) {
    if (column === 'id' || value === '') continue;
    const group =
      table === 'election_administration' && column.startsWith('structured_')
        ? (['structured_', 'physical_address'] as const)
        : table === 'street_segment' && addressParts.includes(column)
          ? (['', 'non_house_address'] as const)
          : column === 'address_line'
            ? undefined
            : oldGroups.find(([prefix]) => column.startsWith(prefix));
    if (group === undefined)
      inner.push(
        ...(column === 'polling_location_ids' && table === 'precinct'
          ? value.split(' ').map((id) => leaf('polling_location_id', id))
          : [leaf(column, value)]),
      );
    else {
      const rest = column.slice(group[0].length).replace(/^line_/, 'line');
      groups.set(group[1], [...(groups.get(group[1]) ?? []), leaf(rest, value)]);
    }
  }
  for (const [group, values] of groups) inner.push(element(group, '', values));
  if (table === 'election_administration') inner.push(...departments(cells, feed, true));
  return element(table, cells.id ?? '', [...inner, ...links(table, cells, feed)]);
}

/** Elements of VIP 5 and 6 that hold a text for each language. */
const translated: Readonly<Record<string, readonly string[]>> = {
  election: ['name', 'election_type', 'polling_hours'],
  election_administration: ['name'],
  polling_location: ['directions', 'hours'],
};

function newElement(table: string, cells: Cells, feed: FlatFeed): string {
  const inner: string[] = [];
  const address: string[] = [];
  const point: string[] = [];
  for (const [column, value] of Object.entries(cells)) {
    if (column === 'id' || value === '') continue;
    const part =
      /^(?:address_)?structured_(.+)$/.exec(column)?.[1] ??
      (table === 'polling_location' ? /^address_(line\d|city|state|zip)$/.exec(column)?.[1] : undefined);
    const isText = translated[table]?.includes(column) === true;
    if (table === 'polling_location' && part !== undefined) address.push(leaf(camel(part), value));
    else if (column === 'latitude' || column === 'longitude') point.push(leaf(camel(column), value));
    else if (isText)
      inner.push(
        `<${camel(column)}><Text language="es">no ${escaped(value)}</Text><Text language="en">${escaped(value)}</Text></${camel(column)}>`,
      );
    else inner.push(leaf(camel(column.replace(/^non_house_address_/, '')), value));
  }
  if (address.length > 0) inner.push(element('AddressStructured', '', address));
  if (point.length > 0) inner.push(element('LatLng', '', point));
  if (table === 'election_administration') inner.push(...departments(cells, feed, false));
  return element(camel(table), cells.id ?? '', [...inner, ...links(table, cells, feed)]);
}

function departments(cells: Cells, feed: FlatFeed, isOld: boolean): readonly string[] {
  return (feed.department ?? [])
    .filter((department) => department.election_administration_id === cells.id)
    .map((department) => {
      const contacts = (feed.contact_information ?? []).filter(
        (contact) => contact.parent_id === department.id,
      );
      const own = leaves(department, ['id', 'election_administration_id'], isOld);
      return element(name('department', isOld), '', [
        ...own,
        ...contacts.map((one) => contactOf(one, isOld)),
      ]);
    });
}

/** Contacts of no department are persons'. */
function persons(feed: FlatFeed, isOld: boolean): readonly string[] {
  const departmentIds = new Set((feed.department ?? []).map(({ id }) => id));
  return (feed.contact_information ?? [])
    .filter(({ parent_id: parent }) => !departmentIds.has(parent ?? ''))
    .map((contact) => element(name('person', isOld), contact.parent_id ?? '', [contactOf(contact, isOld)]));
}

const contactOf = (contact: Cells, isOld: boolean): string =>
  element(name('contact_information', isOld), '', leaves(contact, ['id', 'parent_id'], isOld));

function leaves(cells: Cells, without: readonly string[], isOld: boolean): readonly string[] {
  return Object.entries(cells)
    .filter(([column, value]) => value !== '' && !without.includes(column))
    .map(([column, value]) => leaf(name(column, isOld), value));
}

const name = (column: string, isOld: boolean): string => (isOld ? column : camel(column));

/** `street_segment` -> `StreetSegment`. */
const camel = (column: string): string =>
  column.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const leaf = (tag: string, value: string): string => `<${tag}>${escaped(value)}</${tag}>`;

function element(tag: string, id: string, inner: readonly string[]): string {
  return `<${tag}${id === '' ? '' : ` id="${escaped(id)}"`}>\n  ${inner.join('\n  ')}\n</${tag}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
