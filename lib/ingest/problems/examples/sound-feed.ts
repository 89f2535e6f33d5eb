// Owns a small made-up feed without a problem: what examples spoil, and tests too. VIP 6.0 columns; Ohio, nobody's county.

/** File name -> its rows, header first. */
export type Feed = Readonly<Record<string, readonly string[]>>;

/** A feed that gives no problem of any severity. */
export const soundFeed = {
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
} as const satisfies Feed;
