// Owns what each column of the tables that offices write themselves is for, in the words of docs/columns.md. A new column without words does
// not compile. Data only.

import type { FieldOf, TableName } from '@/lib/ingest/tables/vip-columns';

type Words<Table extends TableName> = Readonly<Record<FieldOf<Table>, string>>;

const pollingLocation: Words<'polling_location'> = {
  id: 'A name of its own for each place. Precincts lead to it.',
  name: 'What stands on the building: `First Baptist Church`.',
  buildingName: 'Read where `name` is blank.',
  line1: 'Number and street: `12 Oak St`.',
  line2: 'A second line: `Gymnasium`.',
  line3: 'A third line.',
  city: 'Town.',
  state: 'State: `OH` or `Ohio`.',
  zip: 'Five digits, or ZIP+4.',
  oneLine: 'The whole address in one cell, where it has no parts: `12 Oak St, Springvale, OH 43999`.',
  latitude: 'Degrees: `40.9123`.',
  longitude: 'Degrees, negative: `-83.3456`.',
  latLong: 'Both in one cell: `40.9123, -83.3456`.',
  directions: 'How to find it.',
  hours: 'In words: `7:00 AM - 8:00 PM`. Blank: those of the election.',
  hoursOpenId: 'Instead of words: the `hours_open_id` of rows of `schedule`.',
  photoUri: 'The address of a photo.',
  isDropBox: '`yes` for a drop box. It needs no precinct.',
  isEarlyVoting: '`yes` for a place of early voting. It needs no precinct.',
  party: 'Whose voters go there, in a primary with a place for each party.',
  entrance: 'Which door, in words.',
  stepFreeEntrance: '`yes` or `no`; blank: nobody has looked.',
  parking: '`yes` or `no`; blank: nobody has looked.',
  curbsideVoting: '`yes` or `no`; blank: nobody has looked.',
  accessibleMachine: '`yes` or `no`; blank: nobody has looked.',
  relayPhone: 'For people who are deaf or hard of hearing: a number, or `711`.',
  accessCheckedOn: 'The day on which the office last looked: `2026-09-15`.',
  openStartDate: 'First day of early voting or of a drop box, where hours are words.',
  openEndDate: 'Last day of it.',
  isKept: 'Written by an export: keep the row though nothing names it.',
};

const precinct: Words<'precinct'> = {
  id: 'A name of its own for each precinct. Streets lead to it.',
  name: 'As voters know it. This or `number` is needed.',
  number: 'Its number.',
  localityId: 'The `id` of its row in `locality`; blank where there is no such table.',
  pollingLocationIds: 'The `id` of its place in `polling_location`; several with blanks between them.',
  isMailOnly: '`yes` where everybody votes by mail: it needs no place.',
  isNotVoting: '`yes` where there is no election: it needs no place.',
  usesVoteCenters: '`yes` where voters may go to any of its places.',
};

const streetSegment: Words<'street_segment'> = {
  id: 'A name of its own for each row, if the table has the column.',
  startHouseNumber: 'First house number.',
  endHouseNumber: 'Last house number; the same for a single house.',
  oddEvenBoth: 'Which side: `odd`, `even` or `both`.',
  includesAllAddresses: '`yes` for all numbers of the street: then numbers and side stay blank.',
  includesAllStreets: '`yes` for every street of the ZIP that has no row of its own.',
  houseNumberPrefix: 'Letters before the number: the `N6W` of `N6W23001`.',
  houseNumberSuffix: 'What stands behind it: `A`, `1/2`.',
  streetDirection: 'The `E` of `E Oak St`.',
  streetName: '`OAK`; `*` for every street.',
  streetSuffix: '`ST`, `AVE`.',
  addressDirection: 'A direction behind: the `NW` of `Oak St NW`.',
  unitNumber: 'One unit, or several with commas: `4`, `4,6,8`.',
  startUnit: 'First of several units.',
  endUnit: 'Last of several units.',
  city: 'Town, as in the address of who lives there.',
  state: 'State; blank: the office’s own.',
  zip: 'Five digits, or ZIP+4; `00000` for any ZIP of the town.',
  precinctId: 'The `id` of its row in `precinct`.',
  precinctSplitId: 'The `id` of a part of the precinct, where the feed has such a table.',
};

const election: Words<'election'> = {
  id: 'A name of its own.',
  name: '`General Election`.',
  date: '`2026-11-03` or `11/03/2026`. One row alone: a list is of one election.',
  type: '`state`, `primary` or another word.',
  isStatewide: '`no` where it is not of the whole state.',
  hours: 'Hours of places that have none of their own: `7:00 AM - 8:00 PM`.',
  hoursOpenId: 'Instead of words: the `hours_open_id` of rows of `schedule`.',
};

const locality: Words<'locality'> = {
  id: 'A name of its own. Precincts lead to it.',
  name: '`Adams`.',
  type: '`county`, `city` or `town`.',
  otherType: 'Where `type` is `other`.',
  electionAdministrationId: 'The `id` of its office in `election_administration`.',
  pollingLocationIds: 'Vote centers, early-voting sites and drop boxes of all of it.',
  isMailOnly: '`yes` where everybody votes by mail.',
  usesVoteCenters: '`yes` where voters may go to any of its places.',
  timeZone: '`America/Chicago`.',
  siteIds: 'Written by an export: early-voting sites and drop boxes alone.',
  isKept: 'Written by an export: keep the row though nothing names it.',
};

const administration: Words<'election_administration'> = {
  id: 'A name of its own.',
  name: '`Adams County Circuit Clerk`.',
  officialId: 'The `id` of a person in `election_official` whose phone counts where this row has none.',
  phone: 'The number that voters are given.',
  email: 'A mail address.',
  line1: 'The office’s own address.',
  line2: 'A second line of it.',
  line3: 'A third line of it.',
  city: 'Town.',
  state: 'State.',
  zip: 'ZIP.',
  hours: 'When the office is open, in words.',
  electionsUri: 'The office’s page on elections.',
  registrationCheckUri: 'A page on which voters see whether they are registered.',
  whatToBring: 'What voters have to bring, in words.',
  reportUri: 'A page on which a mistake can be told: a whole web address.',
  languages: 'Languages in which the office helps, as tags: `en es`.',
};

const schedule: Words<'schedule'> = {
  id: 'A name of its own.',
  hoursOpenId: 'What `hours_open_id` of a place names. Several rows may have the same.',
  startTime: 'When it opens: `07:00:00-06:00`, the distance from UTC behind it.',
  endTime: 'When it closes, after it has opened on the same day.',
  startDate: 'First day; blank: election day.',
  endDate: 'Last day; blank: the same.',
  timeZone: '`America/Chicago`, where times have no distance from UTC.',
  isOnlyByAppointment: '`yes` where nobody is let in without one.',
};

/** Table -> a sentence about it, and its columns by field, in the order of the page. */
export const columnWords = {
  polling_location: { what: 'One row for each polling place.', fields: pollingLocation },
  precinct: { what: 'One row for each precinct, with the place where it votes.', fields: precinct },
  street_segment: { what: 'One row for each stretch of a street, with its precinct.', fields: streetSegment },
  election: {
    what: 'One row. Without this table the office says at the desk which election it is.',
    fields: election,
  },
  locality: {
    what: 'One row for each county, city or town. Not needed where there is one.',
    fields: locality,
  },
  election_administration: {
    what: 'One row for each office. Not needed where the list is of one office alone.',
    fields: administration,
  },
  schedule: { what: 'Hours that words cannot say: of several days, or with a break.', fields: schedule },
} as const;
