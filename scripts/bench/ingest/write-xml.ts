// Owns the VIP XML (6.0) that reading is measured with: the same made-up state as the flat feed, as many of its streets as a file of a
// given length holds. Knows no disk.

import type { TextSink } from './file-sink';
import { madePlace, madeRange, precinctsOf } from './made-lists';

const leaf = (name: string, value: string | number): string => `<${name}>${value}</${name}>`;

/** Writes streets until the document has about `bytes`, at most `rows` of them; gives how many. */
export function writeXml(rows: number, bytes: number, sink: TextSink): number {
  let length = 0;
  const write = (text: string) => {
    length += text.length + 1;
    sink.write(`${text}\n`);
  };
  write('<?xml version="1.0" encoding="UTF-8"?>');
  write('<VipObject schemaVersion="6.0">');
  for (const element of officeElements()) write(element);
  for (let number = 0; number < precinctsOf(rows); number++) for (const one of precinct(number)) write(one);
  let index = 0;
  while (index < rows && length < bytes) write(segment(index++));
  write('</VipObject>');
  sink.end();
  return index;
}

function officeElements(): readonly string[] {
  const text = (name: string, value: string) => `<${name}><Text language="en">${value}</Text></${name}>`;
  return [
    '<Source id="s1"><DateTime>2026-10-01T12:00:00</DateTime><Name>Made-up State</Name><VipId>39</VipId></Source>',
    '<State id="st39"><Name>Ohio</Name></State>',
    `<Election id="e1"><Date>2026-11-03</Date>${text('Name', 'General Election')}<StateId>st39</StateId></Election>`,
    `<ElectionAdministration id="ea1"><Department><ContactInformation><Name>Made-up State Board</Name><Phone>555-0100</Phone></ContactInformation></Department></ElectionAdministration>`,
    '<Locality id="loc1"><ElectionAdministrationId>ea1</ElectionAdministrationId><Name>Made-up</Name><StateId>st39</StateId><TimeZone>America/New_York</TimeZone><Type>county</Type></Locality>',
  ];
}

/** Its place, with the first of the two precincts that it has, and the precinct. */
function precinct(number: number): readonly string[] {
  const { precinct: id, place, placeLine, city, zip } = madePlace(number);
  const placeId = `pl${Math.floor(number / 2)}`;
  const address = `<Line1>${placeLine}</Line1><City>${city}</City><State>OH</State><Zip>${zip}</Zip>`;
  const own = `<Precinct id="${id}"><LocalityId>loc1</LocalityId><Name>${id}</Name><PollingLocationIds>${placeId}</PollingLocationIds></Precinct>`;
  if (number % 2 === 1) return [own];
  return [
    `<PollingLocation id="${placeId}"><Name>${place}</Name><AddressStructured>${address}</AddressStructured></PollingLocation>`,
    own,
  ];
}

function segment(index: number): string {
  const { start, end, side, street, suffix, city, zip, precinct: id } = madeRange(index);
  return [
    `<StreetSegment id="ss${index}">`,
    leaf('City', city),
    leaf('IncludesAllAddresses', 'false'),
    leaf('OddEvenBoth', side),
    leaf('PrecinctId', id),
    leaf('StartHouseNumber', start),
    leaf('EndHouseNumber', end),
    leaf('State', 'OH'),
    leaf('StreetName', street),
    leaf('StreetSuffix', suffix),
    leaf('Zip', zip),
    '</StreetSegment>',
  ].join('');
}
