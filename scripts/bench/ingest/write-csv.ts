// Owns the lists of separated values that reading is measured with: a VIP 6.0 feed, and an office's own joined tables of ranges and of
// addresses. Knows no disk.

import type { TextSink } from './file-sink';
import { madeAddress, madePlace, madeRange, precinctsOf } from './made-lists';

const line = (...cells: readonly (string | number)[]): string => `${cells.join(',')}\n`;

/** The names of an office's own columns; the cells of `rangeCells` and `addressCells` in their order. */
export const rangeColumns =
  'From,To,O/E,Street,City,Zip,Precinct,Polling Place,Place Address,Place City,Place Zip'.split(',');
export const addressColumns =
  'Address,Unit,City,Zip,Precinct,Polling Place,Place Address,Place City,Place Zip'.split(',');

/** A row of the joined table of ranges. */
export function rangeCells(index: number): readonly (string | number)[] {
  const { start, end, side, street, suffix, city, zip, precinct, place, placeLine } = madeRange(index);
  const letter = side === 'odd' ? 'O' : 'E';
  return [start, end, letter, `${street} ${suffix}`, city, zip, precinct, place, placeLine, city, zip];
}

/** The joined table of ranges. */
export function writeRanges(rows: number, sink: TextSink): void {
  sink.write(line(...rangeColumns));
  for (let index = 0; index < rows; index++) sink.write(line(...rangeCells(index)));
  sink.end();
}

/** The joined table of addresses. */
export function writeAddresses(rows: number, sink: TextSink): void {
  sink.write(line(...addressColumns));
  for (let index = 0; index < rows; index++) {
    const { number, street, suffix, unit, city, zip, precinct, place, placeLine } = madeAddress(index, rows);
    const address = `${number} ${street} ${suffix}`;
    sink.write(line(address, unit, city, zip, precinct, place, placeLine, city, zip));
  }
  sink.end();
}

/** Writes each file of the feed into the sink that `open` gives for its name. */
export function writeFeedFiles(rows: number, open: (name: string) => TextSink): void {
  for (const [name, text] of smallFiles(precinctsOf(rows))) {
    const sink = open(name);
    sink.write(text);
    sink.end();
  }
  const sink = open('street_segment.txt');
  sink.write(
    line(
      'id',
      'start_house_number',
      'end_house_number',
      'odd_even_both',
      'street_name',
      'street_suffix',
      'city',
      'state',
      'zip',
      'precinct_id',
    ),
  );
  for (let index = 0; index < rows; index++) {
    const { start, end, side, street, suffix, city, zip, precinct } = madeRange(index);
    sink.write(line(`ss${index}`, start, end, side, street, suffix, city, 'OH', zip, precinct));
  }
  sink.end();
}

function smallFiles(precincts: number): readonly (readonly [name: string, text: string])[] {
  const numbers = Array.from({ length: precincts }, (_, number) => number);
  const places = numbers.filter((number) => number % 2 === 0).map(madePlace);
  return [
    ['source.txt', 'id,name,vip_id,date_time\ns1,Made-up State,39,2026-10-01T12:00:00\n'],
    ['state.txt', 'id,name\nst39,Ohio\n'],
    ['election.txt', 'id,date,name,election_type,state_id\ne1,2026-11-03,General Election,state,st39\n'],
    ['election_administration.txt', 'id,name,phone\nea1,Made-up State Board,555-0100\n'],
    [
      'locality.txt',
      'id,name,type,state_id,election_administration_id,time_zone\nloc1,Made-up,county,st39,ea1,America/New_York\n',
    ],
    [
      'polling_location.txt',
      [
        line('id', 'name', 'structured_line_1', 'structured_city', 'structured_state', 'structured_zip'),
        ...places.map(({ place, placeLine, city, zip }, at) =>
          line(`pl${at}`, place, placeLine, city, 'OH', zip),
        ),
      ].join(''),
    ],
    [
      'precinct.txt',
      [
        line('id', 'name', 'locality_id', 'polling_location_ids'),
        ...numbers.map((number) =>
          line(madePlace(number).precinct, madePlace(number).precinct, 'loc1', `pl${Math.floor(number / 2)}`),
        ),
      ].join(''),
    ],
  ];
}
