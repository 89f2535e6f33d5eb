// Owns the shapes of tables whose places stand in one cell, name and address. Written by hand, of no office's file. Data only.

import type { Shape } from './shape.fixture';

/** In turn lists of precincts, of addresses and of streets, so that every third, which is held out, is of each kind. */
export const togetherShapes: readonly Shape[] = [
  { kind: 'precinctPlaces', heading: 'Precinct=precinctId;Polling Place=placeNameAddressWhole' },
  {
    kind: 'precinctPlaces',
    heading: 'Pct #=precinctId;Polling Location=placeNameAddressWhole/town;Registered Voters~count',
  },
  {
    kind: 'precinctPlaces',
    heading: 'PCT=precinctId;VOTE SITE=placeNameAddressWhole/brackets',
    county: { codes: 'plain' },
  },
  {
    kind: 'addresses',
    heading:
      'House No=houseNumber;Street=streetWhole;Apt=unit;Town=city;Zip=zip;Pct=precinctId;Polling Place=placeNameAddressWhole/town',
  },
  {
    kind: 'addresses',
    heading: 'Address=addressWhole/town;Precinct=precinctId;Votes at=placeNameAddressWhole/brackets',
  },
  {
    kind: 'addresses',
    heading:
      'Res Address=addressWhole;Res City=city;Res Zip=zip;Precinct Name=precinctName;Polling Location=placeNameAddressWhole/upper',
  },
  {
    kind: 'ranges',
    heading:
      'Street=streetWhole;Low=rangeStart;High=rangeEnd;Side=side/words;City=city;Zip=zip;Precinct=precinctId;Polling Place (name and address)=placeNameAddressWhole',
  },
  {
    kind: 'ranges',
    heading:
      'LO=rangeStart;HI=rangeEnd;OEB=side/oeb;ST_NAME=streetName/upper;ST_TYPE=streetSuffix;PRE_DIR=streetDirection;ZIP=zip;PCT=precinctId;LOCATION=placeNameAddressWhole/upper',
  },
  {
    kind: 'ranges',
    heading:
      'From=rangeStart;To=rangeEnd;O/E=side/oeb;Street Name=streetWhole;Municipality=city;Zip Code=zip;Voting Precinct=precinctId;Voting Place Name & Address=placeNameAddressWhole/lines',
  },
  {
    kind: 'precinctPlaces',
    heading: 'Ward~ward1;Precinct=precinctId;Where to vote=placeNameAddressWhole/town;Contact~lastName',
    county: { plainPlaces: true },
  },
  {
    kind: 'precinctPlaces',
    heading:
      'Pct=precinctId;Precinct Name=precinctName;Location Name & Address=placeNameAddressWhole/lines;City=placeCity;Zip=placeZip',
  },
  {
    kind: 'precinctPlaces',
    heading: 'Voting District=precinctId;Polling Place and Address=placeNameAddressWhole/upper',
    preamble: ['2026 GENERAL ELECTION'],
    county: { state: 'MA' },
  },
  {
    kind: 'precinctPlaces',
    heading: 'a=precinctId;b=placeNameAddressWhole/town',
    isHeaderless: true,
    file: 'polling places.csv',
  },
  {
    kind: 'precinctPlaces',
    heading: 'Precinct No.=precinctId;Facility=placeNameAddressWhole;Town=placeCity;ZIP=placeZip',
    county: { codes: 'lettered' },
  },
  { kind: 'precinctPlaces', heading: 'Precinct=precinctId;Polling Place=placeNameAddressWhole/mixed' },
];
