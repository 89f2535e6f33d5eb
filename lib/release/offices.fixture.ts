// Owns the fictional offices that the test vectors are made of: Example and Sample County in a state that
// does not exist (XX), with ZIPs that the postal service does not assign. Fixed dates, so that bytes never change.

import type {
  Dataset,
  ElectionAdministration,
  Locality,
  PollingLocation,
  Precinct,
  StreetSegment,
} from '@/lib/core/vip';
import { type ZipRow, zipTable } from './zip-table';

export const VECTOR_NOW = new Date('2030-11-05T12:00:00Z');
export const VECTOR_EXPIRES = new Date('2030-11-06T12:00:00Z');
export const VECTOR_LINE = 'vector-line-1';
export const VECTOR_SEQUENCE = 1_000;

/** A place with everything left blank but what is given. */
export function place(
  fields: Partial<PollingLocation> & Pick<PollingLocation, 'id' | 'name'>,
): PollingLocation {
  return {
    line1: '1 Example Plaza',
    line2: null,
    line3: null,
    city: 'EXAMPLETON',
    state: 'XX',
    zip: '00011',
    latLng: null,
    directions: null,
    entrance: null,
    accessibility: null,
    hours: null,
    openDates: null,
    photoUri: null,
    isDropBox: false,
    isEarlyVoting: false,
    party: null,
    ...fields,
  };
}

/** An ordinary precinct. */
export function precinct(fields: Partial<Precinct> & Pick<Precinct, 'id' | 'localityId'>): Precinct {
  return {
    name: `Precinct ${fields.id}`,
    number: null,
    pollingLocationIds: [],
    isMailOnly: false,
    isNotVoting: false,
    usesVoteCenters: false,
    ...fields,
  };
}

/** A row of the street list: both sides of `1-99 MAIN ST` unless said otherwise. */
export function segment(
  fields: Partial<StreetSegment> & Pick<StreetSegment, 'id' | 'precinctId'>,
): StreetSegment {
  return {
    startHouseNumber: 1,
    endHouseNumber: 99,
    oddEvenBoth: 'both',
    houseNumberPrefix: null,
    houseNumberSuffix: null,
    streetDirection: '',
    streetName: 'MAIN',
    streetSuffix: 'ST',
    addressDirection: '',
    units: [],
    city: 'EXAMPLETON',
    state: 'XX',
    zip: '00011',
    includesAllAddresses: false,
    includesAllStreets: false,
    precinctSplitId: null,
    ...fields,
  };
}

function office(id: string, name: string, phone: string): ElectionAdministration {
  return {
    id,
    name,
    phone,
    email: null,
    addressLines: ['1 Example Plaza', 'EXAMPLETON XX 00011'],
    hoursText: '8 am to 5 pm, Monday to Friday',
    electionsUri: null,
    registrationCheckUri: null,
    whatToBring: 'A photo ID.',
    reportUri: null,
    languages: [],
  };
}

/** A county of its own. */
export function locality(fields: Partial<Locality> & Pick<Locality, 'id' | 'name'>): Locality {
  return {
    type: 'county',
    electionAdministrationId: `office-${fields.id}`,
    usesVoteCenters: false,
    isMailOnly: false,
    timeZone: 'America/Chicago',
    siteIds: [],
    ...fields,
  };
}

const election = {
  id: 'general-2030',
  name: 'General Election',
  date: '2030-11-05',
  type: 'general',
  isStatewide: true,
  hours: {
    schedules: [
      {
        startDate: '2030-11-05',
        endDate: '2030-11-05',
        startTime: '07:00',
        endTime: '19:00',
        utcOffset: null,
        isByAppointment: false,
      },
    ],
    text: null,
  },
};

/** Example County: three ZIPs, one of which reaches into Other County, which nobody has loaded. */
export const exampleCounty: Dataset = {
  officeId: 'xx-example',
  source: { name: 'Example County', vipId: null, dateTime: null },
  state: { name: 'Exampleland', abbreviation: 'XX', electionAdministrationId: null },
  election,
  localities: [locality({ id: '1', name: 'Example' })],
  electionAdministrations: [office('office-1', 'Example County Clerk', '555-0100')],
  precincts: [
    precinct({ id: 'p1', localityId: '1', name: 'North', number: '001', pollingLocationIds: ['school'] }),
    precinct({ id: 'p2', localityId: '1', name: 'South', number: '002', pollingLocationIds: ['library'] }),
    precinct({ id: 'p3', localityId: '1', name: 'Mail', isMailOnly: true, pollingLocationIds: ['library'] }),
  ],
  precinctSplits: [],
  pollingLocations: [
    place({ id: 'school', name: 'Example School', latLng: [40.5, -90.25] }),
    place({ id: 'library', name: 'Example Library', line1: '2 Example Plaza', zip: '00012' }),
    place({ id: 'box', name: 'Drop Box', isDropBox: true }),
  ],
  streetSegments: [
    segment({ id: 's1', precinctId: 'p1', endHouseNumber: 99, oddEvenBoth: 'odd' }),
    segment({ id: 's2', precinctId: 'p2', startHouseNumber: 2, endHouseNumber: 98, oddEvenBoth: 'even' }),
    segment({ id: 's3', precinctId: 'p1', streetName: 'LAKE', addressDirection: 'S', endHouseNumber: 199 }),
    segment({
      id: 's4',
      precinctId: 'p2',
      streetName: 'OAK',
      streetSuffix: 'AVE',
      units: [{ start: '1', end: '9' }],
    }),
    segment({ id: 's5', precinctId: 'p3', streetName: 'MAIL', streetSuffix: 'RD', zip: '00012' }),
    segment({
      id: 's6',
      precinctId: 'p2',
      streetName: 'BORDER',
      streetSuffix: 'RD',
      zip: '00021',
      includesAllAddresses: true,
      startHouseNumber: 0,
      endHouseNumber: 0,
    }),
  ],
};

/** Sample County: shares ZIP 00012 with Example County. */
export const sampleCounty: Dataset = {
  ...exampleCounty,
  officeId: 'xx-sample',
  source: { name: 'Sample County', vipId: null, dateTime: null },
  localities: [locality({ id: '2', name: 'Sample' })],
  electionAdministrations: [office('office-2', 'Sample County Registrar', '555-0200')],
  precincts: [precinct({ id: 'q1', localityId: '2', name: 'East', pollingLocationIds: ['hall'] })],
  pollingLocations: [place({ id: 'hall', name: 'Sample Hall', city: 'SAMPLEVILLE', zip: '00012' })],
  streetSegments: [
    segment({ id: 't1', precinctId: 'q1', streetName: 'HILL', city: 'SAMPLEVILLE', zip: '00012' }),
  ],
};

const row = (zip: string, town: string, county: string, state = 'XX'): ZipRow => ({
  zip,
  town,
  county,
  state,
  timeZone: 'America/Chicago',
});

/** Which county each ZIP lies in: 00013 has no streets in the data, 00022 and ZIP3 003 are wholly elsewhere. */
export const vectorReference = zipTable([
  row('00011', 'Exampleton', 'Example'),
  row('00012', 'Sampleville', 'Sample'),
  row('00013', 'Exampleton', 'Example'),
  row('00021', 'Otherton', 'Other'),
  row('00022', 'Otherton', 'Other'),
  row('00301', 'Farawayville', 'Faraway', 'YY'),
]);
