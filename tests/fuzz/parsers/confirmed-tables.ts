// Owns the reading of a whole table that somebody has confirmed, spoilt afterwards. What it may never give is a house number that no cell
// has: said by code of its own.

import { byteFile, textFile } from '@/lib/ingest/feed.fixture';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { readUpload } from '@/lib/ingest/read-upload';
import { fuzzParser, type Verdict } from '../fuzz-parser';
import { mutateBytes } from '../mutate';
import { runsOf } from './digits';
import { judgeFeed } from './judge-feed';

const always = { city: null, state: 'OH', zip: null };
const tables: readonly { readonly text: string; readonly mapping: TableMapping }[] = [
  {
    text: 'LOW,HIGH,O/E,STREET,CITY,ZIP,PCT,PLACE,AT\n101,199,O,Oak St,Natchez,43999,71,City Hall,81 Main St\n102,198,E,Oak St,Natchez,43999,72,School,82 Oak St\n300,400,B,County Rd 4,Natchez,43999,71,City Hall,81 Main St\n',
    mapping: {
      header: ['LOW', 'HIGH', 'O/E', 'STREET', 'CITY', 'ZIP', 'PCT', 'PLACE', 'AT'],
      width: 9,
      kind: 'ranges',
      columns: {
        rangeStart: 0,
        rangeEnd: 1,
        side: 2,
        streetWhole: 3,
        city: 4,
        zip: 5,
        precinctId: 6,
        placeName: 7,
        placeAddressWhole: 8,
      },
      always,
    },
  },
  {
    text: 'Address;Precinct;Place;At\n"101 Oak St Apt 4, Natchez OH 43999";71;City Hall;81 Main St\n"103 Oak St, Natchez OH 43999";71;City Hall;81 Main St\n"104 E Elm Ave, Natchez OH 43999";72;School;82 Oak St\n',
    mapping: {
      header: ['Address', 'Precinct', 'Place', 'At'],
      width: 4,
      kind: 'addresses',
      columns: { addressWhole: 0, precinctId: 1, placeName: 2, placeAddressWhole: 3 },
      always,
    },
  },
  {
    text: 'Street\tNumbers\tTown\tPct\tPlace\tAt\nOak St\t101-199 ODD\tNatchez OH 43999\t71\tCity Hall\t81 Main St\nElm St\tall\tNatchez OH 43999\t72\tSchool\t82 Oak St\nAsh St\t500 & up\tNatchez OH 43999\t72\tSchool\t82 Oak St\n',
    mapping: {
      header: ['Street', 'Numbers', 'Town', 'Pct', 'Place', 'At'],
      width: 6,
      kind: 'ranges',
      columns: {
        streetWhole: 0,
        rangeText: 1,
        cityStateZipWhole: 2,
        precinctId: 3,
        placeName: 4,
        placeAddressWhole: 5,
      },
      always,
    },
  },
];
const ELECTION = textFile('election.txt', 'id,date,state_id,is_statewide\ne1,2026-11-03,st39,yes\n');

/** A table whose columns somebody confirmed, spoilt afterwards: no segment has a number that no cell has. */
const confirmed = fuzzParser('confirmed table', async () => {
  const known = {
    name: 'Made-up County',
    phone: '555-0100',
    election: { name: 'General', date: '2026-11-03' },
  };
  return {
    input: (random) =>
      mutateBytes(
        tables.map(({ text }) => new TextEncoder().encode(text)),
        random,
        [
          ',',
          ';',
          '\t',
          '\n',
          '"',
          'EVEN',
          '-',
          ' & up',
          'all',
          'Apt 4',
          'Total',
          '43999',
          '2-Jan',
          '1E+3',
          'OH',
        ],
      ),
    read: (bytes) =>
      readUpload([byteFile('list.csv', bytes), ELECTION], {
        mappings: tables.map(({ mapping }) => mapping),
        known,
        officeState: 'OH',
        officeId: 'made-up',
      }),
    judge: (bytes, read): Verdict => {
      const verdict = judgeFeed(read);
      if (verdict !== 'accepted' || read.dataset === null) return verdict;
      const numbers = new Set(
        ['utf-8', 'utf-16le', 'utf-16be'].flatMap((encoding) =>
          runsOf(new TextDecoder(encoding).decode(bytes)).map(Number),
        ),
      );
      // The whole street and an open end have numbers of Levee's own; a range from 0 begins at 1, or 2.
      for (const own of [1, 2, 999_999]) numbers.add(own);
      const odd = read.dataset.streetSegments
        .filter(({ includesAllAddresses }) => !includesAllAddresses)
        .flatMap(({ startHouseNumber, endHouseNumber }) => [startHouseNumber, endHouseNumber])
        .find((number) => !numbers.has(number));
      return odd === undefined ? 'accepted' : { wrong: `a segment with number ${odd}` };
    },
  };
});

export const confirmedParsers = [confirmed];
