import { describe, expect, it } from 'vitest';
import { fieldsNamed, isRefused } from './aliases';
import { columnWords } from './column-words';

/** The field that the name says most of. */
function best(name: string): string | null {
  const fields = [...fieldsNamed(columnWords(name))].filter(([, score]) => score > 0);
  return fields.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

describe('what a column’s name says', () => {
  it.each([
    [
      'rangeStart',
      'Low House Number; Lo; Low Addr; LoAddr; Hse Low; Min Addr; House # From; HOUSE_LOW; HouseNumLo; addr_low; ADD_FROM; Start Range; BegHouse; HS_NUM_FRM; LOW; From',
    ],
    [
      'rangeEnd',
      'High House #; Hi; High Addr; HiAddr; To Hse; Max Addr; House # To; HOUSE_HIGH; HouseNumHi; addr_high; ADD_TO; Range End; EndHouse; HS_NUM_TO; HIGH; To',
    ],
    [
      'houseSuffix',
      'HOUSE_SUFFIX; House Number Suffix; HALF_ADDR; House Fraction; RES_HOUSE_NUM_SUFFIX; StreetNumberSuffix; Fraction; HSE_SFX; House Half; AddrNumSuffix; residence_addr_fraction',
    ],
    ['streetPreMod', 'St_PreMod; Street Pre Modifier; STREET_PREFIX_MODIFIER'],
    ['streetPostMod', 'St_PosMod; Street Post Modifier'],
    ['streetPreType', 'PREFIX_TYPE; Pre Type; St_PreTyp; STREET_PRE_TYPE; StreetPreType; PRETYPE'],
    ['streetSuffix', 'RES_STREET_SUFFIX; St_PosTyp; Suffix; ST_SUFFIX'],
    [
      'side',
      'O/E; O-E; OEB; Odd/Even; Even/Odd/Both; ODD_EVEN_CODE; Odd Even Flag; OddEvenInd; Side of Street; STREET SIDE; Parity; Paridad; Par/Impar',
    ],
    ['streetDirection', 'PREDIR; Pre Dir; St Dir Pre; StreetDirPrefix; Street Pre Direction; STDIR_CODE'],
    [
      'addressDirection',
      'POSTDIR; Post Dir; St Dir Post; StreetDirSuffix; St_PosDir; STREET_POST_DIRECTION; SUFFIX_DIR',
    ],
    ['streetName', 'Street Nm; ST_NAME; StreetName; STR_NAM; res_street_name'],
    ['streetSuffix', 'St Type; STYP_CODE; StreetTypeCode; ST_SUFFIX; Suffix'],
    [
      'houseNumber',
      'House Nbr; Hse No; AddrNum; HSE_NO; Street #; ST_NUM; Residence Street Number; HouseNumber',
    ],
    [
      'addressWhole',
      'Address; ADDR1; RES_ADDR; FULL_ADDR; Full Street Address; Address Line 1; SitusAddress',
    ],
    ['unit', 'Apt; Apt/Unit; Unit #; Apartment No; APT_NUM'],
    ['city', 'City; Town; MUNI; Boro; Twp; City Name; RES_CITY; Municipality Name'],
    ['zip', 'Zip; ZIP5; Zip Code; Postal Code; ResidentialZip; ZIP_CD'],
    ['cityStateZipWhole', 'City/State/Zip; City, ST Zip; CITY_ST_ZIP; CSZ'],
    [
      'precinctId',
      'PCT; Pct #; Precinct Cd; Ward/Pct; PREC; Precinct #; Precinct No.; PCT_NBR; PctNo; VTD; Vote Precinct; PRECINCT_CODE',
    ],
    ['precinctName', 'PCT_NAME; Precinct Name; Voting Precinct Name; PrecinctDesc'],
    ['precinctSplit', 'Split; SPLIT_CODE; PCT/SPLIT; PrecSub'],
    [
      'placeName',
      'Poll; Polls; Polling Site; Vote Site; Loc Name; Bldg; Building Name; PollSite; POLL_NAME; Polling Place; PollingPlaceName; VOTING_LOCATION; Vote Site; Location Name; Facility Name; PP_NAME',
    ],
    [
      'placeAddressWhole',
      'POLL_ADDR; PollPlaceAddr; Polling Location Address; LOC_ADDRESS; SiteAddress1; PP_ADDR',
    ],
    ['placeZip', 'POLL_ZIP; PollingPlaceZip; Location Zip'],
    ['placeId', 'PollID; Polling Place ID; Poll Code'],
    [
      'placeName',
      'Poll; Polls; Polling Site; Vote Site; Loc Name; Bldg; Building Name; PollSite; pollsite; PP Name; Centro de Votación; Where to Vote',
    ],
    ['zip', 'Código Postal; ZIPS'],
    ['streetWhole', 'Street (with type)'],
    ['precinctId', 'Precinto; PRCNCT; Ward-Pct; ED; Precinct (2026)'],
    ['rangeStart', 'Lowest; Desde; HOUSENUMLOW'],
    ['streetDirection', 'streetpredir'],
    ['city', 'Post Office; Pueblo'],
    ['addressWhole', 'Dirección'],
  ])('%s', (field, names) => {
    expect(names.split('; ').map((name) => [name, best(name)])).toEqual(
      names.split('; ').map((name) => [name, field]),
    );
  });

  it.each(
    'Mailing Zip; MAIL_CITY; School District; Congressional District; Voter Count; Effective Date; PHONE; County; Early Voting Site'.split(
      '; ',
    ),
  )('is something else: %s', (name) => {
    expect(isRefused(columnWords(name))).toBe(true);
    expect(best(name)).toBeNull();
  });

  it.each(['ZIP+4', 'UNIT_LOW', 'AddNum_Pre', 'State House District', 'City Code', 'x'.repeat(61), ''])(
    'is nothing that is used: %s',
    (name) => {
      expect(best(name)).toBeNull();
    },
  );
});
