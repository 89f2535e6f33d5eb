// Owns the shapes of tables that offices send: headings as systems, spreadsheets and town clerks write them, and what else a table has
// besides rows under one heading. Written by hand, of no office's file. Data only.

import type { Shape } from './shape.fixture';
import { togetherShapes } from './together-shapes.fixture';

export type { Shape };

const R = (heading: string, more: Partial<Shape> = {}): Shape => ({ kind: 'ranges', heading, ...more });
const A = (heading: string, more: Partial<Shape> = {}): Shape => ({ kind: 'addresses', heading, ...more });
const P = (heading: string, more: Partial<Shape> = {}): Shape => ({
  kind: 'precinctPlaces',
  heading,
  ...more,
});

const streets: readonly Shape[] = [
  R(
    'STREET_NAME=streetName/upper;ST_TYPE=streetSuffix/upper;PRE_DIR=streetDirection;LOW_NUM=rangeStart;HIGH_NUM=rangeEnd;OE=side/oeb;CITY=city/upper;ZIP=zip;PRECINCT=precinctId',
  ),
  R(
    'Street=streetWhole;House From=rangeStart;House To=rangeEnd;Side=side/words;Town=city;ZIP Code=zip;Pct=precinctId',
    { county: { codes: 'worded' } },
  ),
  R(
    'Beg Range=rangeStart;End Range=rangeEnd;O/E/B=side/oeb;Street Name=streetWhole;ZIP=zip;Precinct No.=precinctId',
  ),
  R(
    'Streetix_Ref~id;Street_Dir=streetDirection;Street_Name=streetName;Street_Type=streetSuffix;Street_Dir_Suffix=addressDirection;USPS_City=city;Beginning_House_No=rangeStart;Beginning_House_No_Suffix~blank;Ending_House_No=rangeEnd;Ending_House_No_Suffix~blank;Odd_Even_Indicator=side/oeb;Zip_Code=zip;Precinct=precinctId;City_Code~cityCode;City_Ward~ward;Odd_Numbers_Side~compass;Date_Record_Added~date;St_IX_Registered_Voters~count',
    { county: { codes: 'dotted' } },
  ),
  R('Street=streetWhole;Range=rangeText/side;Ward~ward1;Precinct=precinctId/inWard;Polling Place=placeName', {
    county: { codes: 'wards', state: 'MA', oneTown: true },
  }),
  R(
    'Lo=rangeStart;Hi=rangeEnd;Odd/Even/All=side/all;StName=streetName;StSfx=streetSuffix;PostOffice=city;Zip5=zip;PrecinctPortion=precinctId',
    { county: { codes: 'dotted' } },
  ),
  R(
    'FROM_HOUSE=rangeStart/padded;TO_HOUSE=rangeEnd/padded;ODDEVEN=side/upper;DIR=streetDirection;STREET=streetName/upper;TYPE=streetSuffix/upper;ZIP=zip;PCT=precinctId;SPLIT~flag',
    { county: { codes: 'plain' } },
  ),
  R(
    'Low House #=rangeStart;High House #=rangeEnd;Even/Odd=side/words;Full Street Name=streetWhole;City/Town=city;Zip=zip;Voting Precinct=precinctId',
    { county: { codes: 'lettered' } },
  ),
  R(
    'ADDR_LO=rangeStart;ADDR_HI=rangeEnd;ADDR_OE=side/oeb;ST_PREFIX=streetDirection;ST_NAME=streetName/upper;ST_SUFFIX=streetSuffix/upper;ST_POSTDIR=addressDirection;COMMUNITY=city/upper;ZIPCODE=zip;VTD=precinctId',
  ),
  R('Street Name=streetWhole;Numbers=rangeText/to;Village=city;ZIP=zip;District=precinctId', {
    county: { state: 'MA', codes: 'plain' },
  }),
  R(
    'County~county;Street Direction=streetDirection;Street Name=streetName;Street Type=streetSuffix;Address Low=rangeStart;Address High=rangeEnd;Odd Even Both=side/words;City=city;Zip Code=zip;Precinct Code=precinctId;Precinct Name=precinctName;Congressional District~congress;State Senate District~senate;School District~school',
  ),
  R(
    'BLDG_FROM=rangeStart;BLDG_TO=rangeEnd;PARITY=side/upper;RD_NAME=streetWhole/upper;POSTAL=zip;EL_DIST=precinctId',
    { county: { codes: 'plain' } },
  ),
  R(
    'Calle=streetWhole;Desde=rangeStart;Hasta=rangeEnd;Lado=side/spanish;Municipio=city;Código Postal=zip;Precinto=precinctId',
    { county: { state: 'PR', spanish: true } },
  ),
  R('Street=streetWhole;From=rangeStart;Thru=rangeEnd;O-E=side/oeb;Ward/District=precinctId', {
    county: { oneTown: true, codes: 'lettered' },
  }),
  R(
    'street_name=streetName;street_suffix=streetSuffix;pre_direction=streetDirection;post_direction=addressDirection;house_number_low=rangeStart;house_number_high=rangeEnd;range_type=side/upper;jurisdiction_name=city;zip_code=zip;precinct_name=precinctName;ward_precinct=precinctId',
    { county: { codes: 'wards' } },
  ),
  R(
    'Street Address=streetWhole;Low Address=rangeStart;High Address=rangeEnd;Even-Odd=side/all;Mailing City~mailCity;City=city;Zip=zip;Prec #=precinctId',
  ),
  R(
    'SEG_ID~id;L_F_ADD=rangeStart;L_T_ADD=rangeEnd;SIDE=side/oeb;PREFIX=streetDirection;NAME=streetName/upper;TYPE=streetSuffix/upper;SUFFIX=addressDirection;ZIP=zip;PRECINCT_ID=precinctId',
    { county: { codes: 'long' } },
  ),
  R(
    'Strt Nm=streetName;Strt Typ=streetSuffix;Strt Dir=streetDirection;Frm Nbr=rangeStart;To Nbr=rangeEnd;O/E=side/oeb;Cty=city;Zp=zip;Prcnt=precinctId',
  ),
  R(
    'Street=streetWhole;Start #=rangeStart;End #=rangeEnd;Odd or Even=side/words;Zip=zip;Precinct=precinctId;Polling Location=placeName;Polling Address=placeAddressWhole;Polling City=placeCity;Polling Zip=placeZip',
  ),
  R(
    'STREET=streetWhole/upper;NUMBER RANGE=rangeText;SIDE=side/upper;TOWN=city/upper;WARD~ward1;PCT=precinctId/inWard;POLLING PLACE=placeName/upper;ADDRESS=placeAddressWhole/upper',
    { county: { codes: 'wards', state: 'MA' } },
  ),
  R('Precinct=precinctId;Street=streetWhole;Low=rangeStart;High=rangeEnd;Side=side/words;City=city;ZIP=zip', {
    once: 'precinct',
  }),
  R('Street=streetWhole;Low=rangeStart;High=rangeEnd;Odd/Even=side/words;ZIP=zip;Precinct=precinctId', {
    once: 'street',
  }),
  R('Street Name=streetWhole;From=rangeStart;To=rangeEnd;O/E=side/oeb;Precinct=precinctId', {
    groups: 'town',
    preamble: ['Example County Street Index', 'Printed 09/14/2026'],
  }),
  R('Street Name=streetWhole;Low=rangeStart;High=rangeEnd;Side=side/words;City=city;Zip=zip', {
    groups: 'precinct',
    preamble: ['STREETS BY PRECINCT'],
  }),
  R(
    'Low=rangeStart;High=rangeEnd;Side=side/oeb;Dir=streetDirection;Name=streetName;Type=streetSuffix;City=city;Zip=zip;Code=precinctId;Name=precinctName',
    { above: 'House Numbers;;;Street;;;;;Precinct;' },
  ),
  R(
    'From=rangeStart;To=rangeEnd;O/E=side/oeb;Street=streetWhole;Zip=zip;No.=precinctId;Polling Place=placeName',
    { above: 'Number;;;;;Precinct;' },
  ),
  R('a=streetWhole;b=rangeStart;c=rangeEnd;d=side/oeb;e=city;f=zip;g=precinctId', { isHeaderless: true }),
  R('a=rangeStart;b=rangeEnd;c=side/words;d=streetDirection;e=streetName;f=streetSuffix;g=zip;h=precinctId', {
    isHeaderless: true,
    county: { codes: 'lettered' },
  }),
  R('Street=streetWhole;Low=rangeStart;High=rangeEnd;Parity=side/codes;Zip=zip;Precinct=precinctId'),
  R(
    'STR_NAME=streetName/upper;STR_TYPE=streetSuffix/upper;STR_DIR=streetDirection;BEG_ADDR=rangeStart;END_ADDR=rangeEnd;ODD_EVEN_CD=side/oeb;MUNI_NAME=city;ZIP=zip;WARD_CD~ward;PREC_CD=precinctId;CONG~congress;SEN~senate;LAST_UPDT~date',
    { delimiter: '|' },
  ),
  R(
    'Street=streetWhole;First House=rangeStart;Last House=rangeEnd;Side of Street=side/words;Post Office=city;Zip Code=zip;Election District=precinctId',
    { delimiter: '\t', county: { codes: 'wards' } },
  ),
  R(
    'Street Name=streetWhole;Min Number=rangeStart;Max Number=rangeEnd;Odd/Even Flag=side/oeb;Municipality=city;Zip=zip;Precinct/Split=precinctId;Reg Voters~count',
    { isPaged: true, county: { codes: 'dotted' } },
  ),
  R(
    'House # Low=rangeStart;House # High=rangeEnd;Street=streetWhole;City=city;Zip=zip;Precinct=precinctName;Place=placeName;Place Address=placeAddressWhole/town',
    { isTotalled: true, county: { plainPlaces: true } },
  ),
  R(
    'StreetNumFrom=rangeStart;StreetNumTo=rangeEnd;EvenOdd=side/words;StreetPreDir=streetDirection;StreetName=streetName;StreetType=streetSuffix;StreetPostDir=addressDirection;CityName=city;Zip=zip;PctName=precinctName;PctCode=precinctId;PollPlaceName=placeName;PPAddr1=placeAddressWhole;PPAddr2=placeLine2;PPCity=placeCity;PPState=placeState;PPZip=placeZip',
  ),
  R(
    'Number Start=rangeStart;Number End=rangeEnd;Both/Odd/Even=side/words;Road=streetWhole;Twp=city;Zip=zip;Poll=precinctId',
    { county: { codes: 'plain' } },
  ),
  R(
    'Residence Street=streetWhole;Residence Low=rangeStart;Residence High=rangeEnd;Residence OE=side/oeb;Residence City=city;Residence Zip=zip;Precinct Number=precinctId;Vote Location=placeName',
  ),
  R(
    'Rng Low=rangeStart;Rng High=rangeEnd;Rng Side=side/oeb;Street Full=streetWhole;Locality=city;Zip=zip;Precinct=precinctId;Precinct Part~flag',
  ),
  R(
    'STREET;=streetWhole;BEGIN=rangeStart;END=rangeEnd;E/O/B=side/oeb;ZIP=zip;PREC=precinctId'.replace(
      'STREET;',
      'STREET',
    ),
  ),
  R(
    'Thoroughfare=streetWhole;House Nos.=rangeText/side;Precinct=precinctId;Place to Vote=placeName;Where=placeAddressWhole',
    { county: { oneTown: true } },
  ),
  R(
    'HOUSE_LOW=rangeStart;HOUSE_HIGH=rangeEnd;OE_FLAG=side/oeb;STREET=streetName/upper;SFX=streetSuffix/upper;CITY=city;ZIP=zip;ZIP4~zip4;PRECINCT=precinctId;PREC_DESC=precinctName;TOWNSHIP~school;COMMISSIONER~congress',
  ),
  R(
    'Even or Odd=side/words;Lowest=rangeStart;Highest=rangeEnd;Street (with type)=streetWhole;City=city;ZIP=zip;Your Precinct=precinctId',
  ),
  R(
    'Voting District=precinctId;Voting Place=placeName;Street=streetWhole;Numbers From=rangeStart;Numbers To=rangeEnd;Odd-Even-Both=side/words;Town=city',
    { county: { state: 'MA', codes: 'plain' } },
  ),
];

const lists: readonly Shape[] = [
  A(
    'Voter ID~id;Last Name~lastName;First Name~firstName;Physical Street Number=houseNumber;Physical Street Name=streetWhole;Physical Apt=unit;Physical City=city;Physical State=state;Physical Zip Code=zip;Party~party;Precinct=precinctId;Polling Place=placeName',
  ),
  A(
    'SOS_VoterID~id;status~status;party~party;lastname~lastName;firstname~firstName;streetnumber=houseNumber;streetbldg~blank;streetpredir=streetDirection;streetname=streetName;streettype=streetSuffix;streetpostdir=addressDirection;unit_type~unitType;unit=unit;city=city;zip=zip;zip4~zip4;mail1~mailLine;mailcity~mailCity;mailzip~mailZip;precinct=precinctId;dist01~congress',
    { county: { state: 'TX' }, delimiter: '\t' },
  ),
  A('Address=addressWhole/town;Precinct=precinctId'),
  A('FULL_ADDR=addressWhole;CITY=city;ZIP=zip;X~id;Y~count;PCT=precinctId', { county: { codes: 'plain' } }),
  A(
    'Site Address=addressWhole;Unit=unit;City=city;Zip=zip;Voting Precinct=precinctId;Parcel~id;Owner Name~lastName;Owner City~mailCity;Owner Zip~mailZip',
  ),
  A(
    'HSE_NBR=houseNumber;FRAC=houseSuffix;PRE_DIR=streetDirection;STR=streetName/upper;STR_TYP=streetSuffix/upper;SUF_DIR=addressDirection;APT=unit;ZIP=zip;PREC=precinctId;SUBPREC~blank',
    { county: { codes: 'dotted' } },
  ),
  A('House Num=houseNumber;Street=streetWhole;Apt #=unit;Town=city;Zip=zip;Ward=precinctId', {
    county: { codes: 'plain', state: 'MA' },
  }),
  A(
    'ADDRESS=addressWhole;CSZ=cityStateZipWhole;PRECINCT=precinctId;POLLING LOCATION=placeName/upper;POLLING ADDRESS=placeAddressWhole',
  ),
  A(
    'Res House #=houseNumber;Res Street=streetWhole;Res Unit=unit;Res City=city;Res Zip=zip;Mail Address~mailLine;Mail City~mailCity;Mail Zip~mailZip;Prec Code=precinctId;Prec Name=precinctName;Poll Name=placeName;Poll Address=placeAddressWhole;Poll City=placeCity;Poll Zip=placeZip',
  ),
  A('Dirección=addressWhole;Pueblo=city;Zip=zip;Precinto=precinctId;Centro de Votación=placeName', {
    county: { state: 'PR', spanish: true },
  }),
  A('a=houseNumber;b=streetWhole;c=unit;d=city;e=zip;f=precinctId', { isHeaderless: true }),
  A(
    'Street Number=houseNumber;Street Name=streetWhole;Registered Address City=city;Registered Address Zip=zip;Assigned Precinct=precinctId;Assigned Polling Place=placeName;Assigned Polling Place Address=placeAddressWhole/town',
  ),
  A(
    'number=houseNumber;street=streetWhole;unit=unit;city=city;postcode=zip;id~id;hash~id;precinct=precinctId',
    { county: { codes: 'lettered' } },
  ),
  A('Location=addressWhole;Muni=city;ZIP=zip;Ward-Pct=precinctId', {
    county: { codes: 'wards' },
    file: 'addresses.csv',
  }),
  A(
    'AddNum=houseNumber;St_PreDir=streetDirection;St_Name=streetName;St_PosTyp=streetSuffix;St_PosDir=addressDirection;Unit=unit;Post_City=city;State=state;Zip_Code=zip;Voting_Pct=precinctId;DateUpdate~date',
  ),
  A(
    'Residential Address 1=addressWhole;Residential Address 2=unit;Residential City=city;Residential Zip=zip;Precinct Name=precinctName;Precinct Code=precinctId;Ward~ward;School District~school',
  ),
  A('Voter Address=addressWhole/town;Pct=precinctId;Place=placeName;Place Addr=placeAddressWhole/town', {
    county: { plainPlaces: true },
  }),
  A(
    'STNUM=houseNumber;STNAME=streetName/upper;STTYPE=streetSuffix/upper;STDIR=streetDirection;CITY=city/upper;ZIP=zip;PREC_ID=precinctId;POLL_ID=placeId;POLL_NAME=placeName;POLL_ADDR=placeAddressWhole;POLL_CSZ=placeCityStateZipWhole',
    { county: { codes: 'long' } },
  ),
];

const places: readonly Shape[] = [
  P('Pct No.=precinctId;Voting Site=placeName;Site Address=placeAddressWhole;City=placeCity;Zip=placeZip'),
  P(
    'PollPlaceName=placeName;PPAddr1=placeAddressWhole;PPCity=placeCity;PPZip=placeZip;PrecinctPortion=precinctId',
    { county: { codes: 'dotted' } },
  ),
  P('Precinct=precinctId;Polling Location Address (full)=placeAddressWhole/town;Polling Location=placeName'),
  P('Ward~ward1;Precinct=precinctId/inWard;Location=placeName;Address=placeAddressWhole', {
    county: { codes: 'wards', state: 'MA', oneTown: true },
  }),
  P(
    'PRECINCT=precinctId;FACILITY NAME=placeName/upper;STREET ADDRESS=placeAddressWhole/upper;CITY=placeCity;ST=placeState;ZIP=placeZip;CONTACT~lastName;PHONE~phone',
  ),
  P(
    'Precinct Number=precinctId;Precinct Name=precinctName;Polling Place=placeName;Address=placeAddressWhole;City=placeCity;Zip Code=placeZip;Election Judge~judge;Capacity~capacity;ADA~flag',
  ),
  P(
    'Precinto=precinctId;Centro de Votación=placeName;Dirección=placeAddressWhole;Pueblo=placeCity;Código Postal=placeZip',
    { county: { state: 'PR', spanish: true } },
  ),
  P('VTD=precinctId;NAME=placeName;ADDRESS=placeAddressWhole;CITY=placeCity;ZIP=placeZip', {
    county: { codes: 'long' },
  }),
  P('District=precinctId;Polling Place=placeName;Street=placeAddressWhole;Town=placeCity', {
    county: { state: 'MA', codes: 'plain' },
  }),
  P(
    'ED=precinctId;Site Name=placeName;Site Street #=placeHouseNumber;Site Street=placeAddressWhole/street;Site City=placeCity;Site Zip=placeZip;AD~senate',
    { county: { codes: 'wards' } },
  ),
  P(
    'Voting Location=placeName;Address Line 1=placeAddressWhole;Address Line 2=placeLine2;City=placeCity;State=placeState;Zip=placeZip;Precincts=precinctId',
  ),
  P('Pct=precinctId;Where to Vote=placeName;Address=placeAddressWhole/town'),
  P('Precinct=precinctId;Building=placeName;Location=placeAddressWhole;City=placeCity;Zip=placeZip', {
    preamble: ['2026 GENERAL ELECTION', 'POLLING PLACES', ''],
  }),
  P('No.=precinctId;Name=precinctName;Name=placeName;Address=placeAddressWhole;City=placeCity;Zip=placeZip', {
    above: 'Precinct;;Polling Place;;;',
  }),
  P('a=precinctId;b=placeName;c=placeAddressWhole;d=placeCity;e=placeZip', {
    isHeaderless: true,
    file: 'polling places.csv',
  }),
  P(
    'PREC=precinctId;POLLING_PL=placeName;ADDR=placeAddressWhole;CITY=placeCity;ZIP=placeZip;LAT=placeLatitude;LON=placeLongitude;HOURS=placeHours',
  ),
  P(
    'Precinct ID=precinctId;Polling Place Name=placeName;Polling Place Street Address=placeAddressWhole;Polling Place City=placeCity;Polling Place State=placeState;Polling Place Postal Code=placeZip;Entrance Directions=placeDirections',
  ),
  P(
    'Precinct #=precinctId;Place Name=placeName/upper;Place Address=placeAddressWhole;City, State Zip=placeCityStateZipWhole',
    { county: { codes: 'worded' } },
  ),
  P('pctnum=precinctId;pollsite=placeName;siteaddr=placeAddressWhole;sitecity=placeCity;sitezip=placeZip', {
    county: { codes: 'plain' },
  }),
  // A street list's `012` is not this list's `012 - North`, which may be a part of it.
  P(
    'Precinct=precinctName/both;Polling Place=placeName;Address=placeAddressWhole;City=placeCity;Zip=placeZip',
    { finds: 'nothing' },
  ),
  P(
    'Town=placeCity;Precinct=precinctId;Polling Place=placeName;Street Address=placeAddressWhole;Zip=placeZip',
    { county: { state: 'MA', plainPlaces: true } },
  ),
  P(
    'Voting Precinct=precinctId;Voting Center=placeName;Street=placeAddressWhole;City=placeCity;Zip=placeZip;Accessible?~flag',
  ),
  P(
    'PRECINCT_CODE=precinctId;PRECINCT_NAME=precinctName;POLLING_PLACE_CODE=placeId;POLLING_PLACE_NAME=placeName;HOUSE_NUM=placeHouseNumber;STREET_NAME=placeAddressWhole/street;CITY=placeCity;STATE=placeState;ZIP=placeZip',
    { delimiter: '\t' },
  ),
  P(
    'Precinct=precinctId;Location=placeName;Location Address=placeAddressWhole;Location City=placeCity;Location Zip=placeZip;Registered Voters~count;Last Updated~date',
    { county: { plainPlaces: true, codes: 'named' } },
  ),
  P('Prec.=precinctId;Poll=placeName;Addr.=placeAddressWhole;Town=placeCity', {
    county: { codes: 'lettered' },
  }),
  P(
    'County~county;Pct ID=precinctId;Pct Desc=precinctName;Vote Site=placeName;Vote Site Addr=placeAddressWhole;Vote Site CSZ=placeCityStateZipWhole',
  ),
  P(
    'Election District=precinctId;Polling Site=placeName;Polling Site Address=placeAddressWhole/town;Accessible Entrance=placeDirections',
    { county: { codes: 'wards' } },
  ),
  P(
    'Precinct=precinctId;Polling place=placeName;Room=placeLine2;Address=placeAddressWhole;Municipality=placeCity;Zip=placeZip',
    { county: { precincts: 40, codes: 'dotted' } },
  ),
  P(
    'Jurisdiction=placeCity;Precinct No=precinctId;Polling Place & Address=placeAddressWhole/town;Facility=placeName',
    { isTotalled: true },
  ),
  P('WARD/PCT=precinctId;SCHOOL OR HALL=placeName;STREET=placeAddressWhole', {
    county: { codes: 'wards', oneTown: true, state: 'MA' },
  }),
];

/** All of them, lists of streets, of addresses and of places in turn, so that every third is of each kind. */
export const shapes: readonly Shape[] = [...streets, ...lists, ...places, ...togetherShapes];
