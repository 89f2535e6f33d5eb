// Owns how the name of a column is read: its words, lower case, each abbreviation that voter registration systems use written
// out. `PctNo`, `PCT_NBR` and `Precinct Number` are the same words. Knows no fields.

import { spellings } from '@/lib/core/usps/spellings';

/** Abbreviation -> word. What means several things (`ST`: street or state) is left to aliases.ts. */
const words: ReadonlyMap<string, string> = spellings(`
precinct pct prec pcnt prcnt precint pcinct prct vtd
split splt sub subprecinct portion
street str strt stret road rd
number num nbr no nr nmbr
house hs hse hous hn bldgno
address addr add adr adrs addrs addresses
name nm nam names
poll polling polls pp pollplace pollingplace pollingstation
place plc location loc locn site facility facil building bldg station center centre
direction dir directional drctn
prefix pre predir predirection pfx
postfix post postdir postdirection
suffix suf sfx suff
type typ styp sttype
low lo from frm beg begin beginning start strt_num min minimum first fr lower
high hi to end ending thru through max maximum last upper
side oddeven oe oeb parity eo oddevenboth evenodd oddoreven evenoddboth oddevencode oddevenflag oddevenind oddevenindicator
range rng ranges
unit apt apartment apartments apartmentnumber ste suite
city town municipality muni township twp cityname village
state stat
zip zipcode zip5 postalcode zcode postcode zipcd
county cnty co
residence res resid residential physical phys situs voter resident regist registrant
mailing mail mailaddress mlg
description desc descr descrip
code cd id ident identifier key
district dist dst
hours hrs hour
latitude lat y ycoord ycoordinate
longitude lon lng long x xcoord xcoordinate
line ln
full complete whole combined
`);

/** Names written as one word, as old systems with eight letters do. Name -> its words. */
const glued: ReadonlyMap<string, string> = new Map(
  `hsnum house number;hsno house number;housenum house number;houseno house number;housenumber house number;housenbr house number;streetnumber street number;
   stnum street number;stno street number;streetno street number;stname street name;streetname street name;strname street name;stnm street name;
   strnam street name;stdir street direction;strdir street direction;stsuf street suffix;stsuffix street suffix;sttyp street type;
   sttype street type;sdir street direction;sname street name;stype street type;streettype street type;streetsuffix street suffix;streetdir street direction;predir prefix;postdir postfix;lowno low number;highno high number;
   lonum low number;hinum high number;lownum low number;highnum high number;fromno low number;tono high number;
   fromnum low number;tonum high number;fromaddr low address;toaddr high address;begnum low number;endnum high number;
   startnum low number;pctno precinct number;pctnum precinct number;pctnbr precinct number;pctname precinct name;pctnm precinct name;
   pctcode precinct code;pctid precinct code;pctcd precinct code;precno precinct number;precid precinct code;precname precinct name;precinctid precinct code;
   precinctname precinct name;precinctno precinct number;precinctnumber precinct number;precinctcode precinct code;pctsplit precinct split;precsplit precinct split;
   pollname poll name;polladdr poll address;polladdress poll address;pollcity poll city;pollzip poll zip;pollstate poll state;pollid poll code;
   pollloc poll place;ppname poll name;ppaddr poll address;ppaddress poll address;ppcity poll city;ppzip poll zip;ppstate poll state;
   placename place name;pollingplacename poll name;locname place name;locaddr place address;sitename place name;siteaddr place address;
   csz city state zip;citystzip city state zip;citystatezip city state zip;cityst city state;addr1 address 1;addr2 address 2;address1 address 1;
   address2 address 2;add1 address 1;add2 address 2;resaddr residence address;rescity residence city;reszip residence zip;
   fulladdress full address;fulladdr full address;streetaddress street address;aptno unit number;aptnum unit number;unitno unit number;
   unitnum unit number;votingplace vote place;voteplace vote place;pollinglocation poll place;oddeven side;state/zip state zip`
    .split(';')
    .map((entry) => entry.trim().split(' '))
    .map(([name, ...rest]): [string, string] => [name!, rest.join(' ')]),
);

/** Longest name that is read; what is longer is a sentence. */
const longestName = 60;

/** `HS_NUM_FRM` -> house number low, `PollingPlaceZip` -> poll place zip, `ADDR1` -> address 1. [] for what is no name. */
export function columnWords(name: string): readonly string[] {
  const text = name.trim();
  if (text === '' || text.length > longestName) return [];
  const squashed = text
    .toLowerCase()
    .replaceAll('#', 'number')
    .replace(/[^a-z0-9]/g, '');
  const whole = glued.get(squashed) ?? words.get(squashed);
  if (whole !== undefined) return whole.split(' ');
  const parts = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Za-z])([0-9])/g, '$1 $2')
    .replace(/#/g, ' number ')
    .toLowerCase()
    .replace(/\bo\/e(?:\/b)?\b|\bodd ?[/&-]? ?(?:or )?even\b(?:[ /]*both)?/g, ' side ')
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  const read = parts.flatMap((part) => glued.get(part)?.split(' ') ?? [words.get(part) ?? part]);
  // Beside a town or a ZIP it is the state.
  const isStreet = read.length > 1 && !read.includes('city') && !read.includes('zip');
  return isStreet ? read.map((word) => (word === 'st' ? 'street' : word)) : read;
}

/** What two names have to share to be the same column: letters and digits, without case. */
export function sameName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}
