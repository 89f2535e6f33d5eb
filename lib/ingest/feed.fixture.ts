// Owns a small made-up feed without a problem, for tests to spoil. VIP 6.0 columns; Ohio, nobody's county.

import type { SourceFile } from './source-file';

/** File name -> its rows, header first. */
export type Feed = Readonly<Record<string, readonly string[]>>;

/** A feed that gives no problem of any severity. */
export const soundFeed: Feed = {
  'source.txt': ['id,name,vip_id,date_time', 's1,Made-up County,39,2026-10-01T12:00:00'],
  'state.txt': ['id,name', 'st39,Ohio'],
  'election.txt': [
    'id,date,name,election_type,state_id,polling_hours',
    'e1,2026-11-03,General Election,state,st39,',
  ],
  'election_administration.txt': ['id,name,phone', 'ea1,Made-up County Clerk,555-0100'],
  'locality.txt': [
    'id,name,type,state_id,election_administration_id,time_zone,polling_location_ids',
    'loc1,Made-up,county,st39,ea1,America/New_York,',
  ],
  'precinct.txt': ['id,name,locality_id,polling_location_ids', 'p1,North,loc1,pl1', 'p2,South,loc1,pl2'],
  'polling_location.txt': [
    'id,name,structured_line_1,structured_city,structured_state,structured_zip',
    'pl1,First School,1 Oak St,Springvale,OH,43999',
    'pl2,Second School,2 Elm St,Springvale,OH,43999-1234',
  ],
  'street_segment.txt': [
    'id,start_house_number,end_house_number,odd_even_both,street_name,street_suffix,city,state,zip,precinct_id',
    'ss1,1,99,odd,OAK,ST,Springvale,OH,43999,p1',
    'ss2,2,98,even,OAK,ST,Springvale,OH,43999,p2',
  ],
};

/** The sound feed with some files replaced; null takes one away. */
export function feedWith(changes: Readonly<Record<string, readonly string[] | null>>): Feed {
  const feed: Record<string, readonly string[]> = { ...soundFeed };
  for (const [name, rows] of Object.entries(changes)) {
    if (rows === null) delete feed[name];
    else feed[name] = rows;
  }
  return feed;
}

/** Files of a feed as UTF-8, one line break after each row. */
export function filesOf(feed: Feed): readonly SourceFile[] {
  return Object.entries(feed).map(([name, rows]) => textFile(name, `${rows.join('\n')}\n`));
}

/** A file that holds this text. */
export function textFile(name: string, text: string): SourceFile {
  return byteFile(name, new TextEncoder().encode(text));
}

/** A file that holds these bytes, handed out in chunks of `chunkBytes`. */
export function byteFile(name: string, bytes: Uint8Array, chunkBytes = Number.POSITIVE_INFINITY): SourceFile {
  return {
    name,
    sizeBytes: bytes.length,
    *bytes() {
      for (let start = 0; start < bytes.length; start += chunkBytes)
        yield bytes.subarray(start, start + chunkBytes);
    },
  };
}
