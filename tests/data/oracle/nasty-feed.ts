// Owns the files that an office would send of the made-up state. Knows no street.

import type { NastyState } from './nasty-state';

/** The files of a VIP 6.0 feed that has these rows. */
export function feedFiles({ state, rows }: NastyState): ReadonlyMap<string, string> {
  const places = [...new Set(rows.flatMap((row) => row.places))];
  const precinct = new Map(places.map((place, at) => [place, `p${at}`]));
  const csv = (header: string, lines: readonly (readonly (string | number)[])[]) =>
    [
      header,
      ...lines.map((cells) =>
        cells.map((cell) => (/[",]/.test(String(cell)) ? `"${cell}"` : cell)).join(','),
      ),
    ].join('\n');
  return new Map([
    [
      'source.csv',
      csv('id,date_time,name,vip_id,version', [['src', '2026-01-01T00:00:00', 'Made up', '999', '6.0']]),
    ],
    ['state.csv', csv('id,name', [['st', state === 'ZZ' ? 'Practice State' : state]])],
    [
      'election.csv',
      csv('id,date,name,election_type,state_id,is_statewide', [
        ['e', '2032-11-02', 'Made-up', 'general', 'st', 'true'],
      ]),
    ],
    ['locality.csv', csv('id,name,type,state_id', [['l', 'Practice County', 'county', 'st']])],
    [
      'precinct.csv',
      csv(
        'id,name,number,locality_id,polling_location_ids',
        places.map((place) => [precinct.get(place)!, place, '', 'l', `at-${precinct.get(place)}`]),
      ),
    ],
    [
      'polling_location.csv',
      csv(
        'id,name,structured_line_1,structured_city,structured_state,structured_zip',
        places.map((place) => [
          `at-${precinct.get(place)}`,
          place,
          `1 ${place} Way`,
          'Practice',
          state,
          rows.find((row) => row.places.includes(place))!.zip,
        ]),
      ),
    ],
    [
      'street_segment.csv',
      csv(
        'id,house_number_prefix,start_house_number,end_house_number,house_number_suffix,odd_even_both,street_direction,street_name,street_suffix,address_direction,start_apartment_number,end_apartment_number,city,state,zip,includes_all_addresses,precinct_id',
        rows.map((row, at) => [
          `s${at}`,
          row.prefix,
          row.start,
          row.end,
          row.suffix,
          row.side,
          row.pre,
          row.name,
          row.type,
          row.post,
          row.units?.[0] ?? '',
          row.units?.[1] ?? '',
          row.city,
          state,
          row.zip,
          'false',
          precinct.get(row.places[0]!)!,
        ]),
      ),
    ],
  ]);
}
