// Owns the words of columns' names: abbreviation and translation -> the one word that is known of it. Knows no fields.

import { spellings } from '@/lib/core/usps/spellings';

/** Abbreviation -> word. What means several things (`ST`: street or state) is left to aliases.ts. */
export const nameWords: ReadonlyMap<string, string> = spellings(`
precinct pct prec pcnt prcnt precint pcinct prct vtd precinto
split splt sub subprecinct portion part
street str strt stret road rd roadway highway thoroughfare calle
number num nbr no nr nmbr numero
numbers nos numeros
house hs hse hous hn bldgno casa
address addr add adr adrs addrs direccion
name nm nam nombre
poll polling pp pollplace pollingplace pollingstation votacion
place plc location loc locn site facility facil building bldg station center centre centro lugar venue
direction dir directional drctn
prefix pre predir predirection pfx
directions direcciones
instructions instrucciones
mod modifier modif
postfix post pos postdir postdirection
suffix suf sfx suff
fraction half frac fract fractional halfcode
type typ styp sttype
low lo from frm beg begin beginning start starting strt_num min minimum first fr lower lowest desde
high hi to end ending thru through max maximum last upper highest hasta
side lado paridad parimpar imparpar oddeven oe oeb parity eo oddevenboth evenodd oddoreven evenoddboth oddevencode oddevenflag oddevenind oddevenindicator
range rng
unit apt apartment apartmentnumber ste suite apartamento
city town municipality muni municipio cityname village pueblo ciudad postoffice
locality community borough township twp
state stat estado
zip zp zipcode zip5 postal postalcode zcode postcode zipcd
county cnty co
residence res resid residential physical phys situs voter resident regist registrant registered
mailing mail mailaddress mlg
description desc descr descrip
room hall auditorium
code cd id ident identifier key codigo
district dist dst distrito
hours hrs hour
latitude lat y ycoord ycoordinate
longitude lon lng long x xcoord xcoordinate
line ln
full complete whole combined
`);

/** Names written as one word, as old systems with eight letters do. Name -> its words. */
export const gluedNames: ReadonlyMap<string, string> = new Map(
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
   unitnum unit number;votingplace vote place;voteplace vote place;pollinglocation poll place;oddeven side;state/zip state zip;
   boro locality`
    .split(';')
    .map((entry) => entry.trim().split(' '))
    .map(([name, ...rest]): [string, string] => [name!, rest.join(' ')]),
);

/** What two or three letters mean where they are the whole name, and mean something else among others. */
export const wholeNames: ReadonlyMap<string, string> = new Map([
  ['ed', 'election district'],
  ['eldist', 'election district'],
  ['ad', 'assembly'],
  ['cd', 'congressional'],
  ['sd', 'senate'],
]);

/** Names of fewer letters than this are none of two that stand together. */
const shortestGlued = 5;
/** Short words of which names are glued: other two letters stand in too many words by chance. */
const shortAtoms: ReadonlySet<string> = new Set('st no hi lo to nm cd id pp zip'.split(' '));
const mostAtoms = 5;
/** Words that stand for themselves. */
const plainAtoms: ReadonlySet<string> = new Set([
  'vote',
  'voting',
  'election',
  'ward',
  'community',
  'township',
]);

const isAtom = (part: string): boolean =>
  nameWords.has(part) && (part.length > 2 ? !looseAtoms.has(part) : shortAtoms.has(part));
/** Abbreviations that end other words. */
const looseAtoms: ReadonlySet<string> = new Set(
  'ste add sub stat dir end max min sit cty nos part hall'.split(' '),
);

/** `pollsite` -> poll place, `streetpredir` -> street prefix: a name without a mark between its words, cut into the fewest that are known;
 *  null where it cannot be. `further`: words that are known besides. */
export function cutName(name: string, further: ReadonlySet<string>): readonly string[] | null {
  if (name.length < shortestGlued) return null;
  const known = (part: string) => isAtom(part) || plainAtoms.has(part) || further.has(part);
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= name.length; end++) {
    let fewest: readonly string[] | null = null;
    for (let start = Math.max(0, end - 14); start < end; start++) {
      const before = best[start];
      const part = name.slice(start, end);
      if (before === null || before === undefined || before.length >= mostAtoms || !known(part)) continue;
      if (fewest === null || before.length + 1 < fewest.length) fewest = [...before, part];
    }
    best[end] = fewest;
  }
  const cut = best[name.length] ?? null;
  return cut === null || cut.length < 2 ? null : cut.map((part) => nameWords.get(part) ?? part);
}

/** Words that are written without their vowels: `STRT`, `PRCNCT`, `MNCPLTY`. */
const written =
  'precinct street number house address name polling place location direction prefix suffix side range apartment town municipality district description voting residence'.split(
    ' ',
  );

/** `prcnct` -> precinct; null where it may be several words, or has vowels of its own. */
export function unvowelled(part: string): string | null {
  if (part.length < 3 || /[aeiou]/.test(part.slice(1))) return null;
  const meant = new Set(
    written.filter((word) => isSkeleton(part, word)).map((word) => nameWords.get(word) ?? word),
  );
  const [only] = meant;
  return meant.size === 1 ? (only ?? null) : null;
}

/** The letters of `part` come in this order in `word`, first and last among them. */
function isSkeleton(part: string, word: string): boolean {
  if (part[0] !== word[0]) return false;
  let at = 0;
  for (const letter of part) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return !/[^aeiouy]{2}/.test(word.slice(at)) && part.length * 3 >= word.length;
}
