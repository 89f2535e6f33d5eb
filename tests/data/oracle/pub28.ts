// Owns a plain reading of street words by USPS Publication 28 and VIP 6.0, written for tests and slow: it shares nothing with
// lib/core. What the product takes for the same street, this has to take for the same street, too, and nothing else.

/** Standard abbreviation, then other spellings (Publication 28, C1): those that lists and voters really use. */
const TYPES = `ALY ALLEY|AVE AVENUE AV|BLVD BOULEVARD|BND BEND|CIR CIRCLE|CT COURT|CV COVE|CRES CRESCENT|CRK CREEK|DR DRIVE DRIV|EXT EXTENSION
|FT FORT|GLN GLEN|GRN GREEN|GRV GROVE|HL HILL|HLS HILLS|HOLW HOLLOW|HTS HEIGHTS|HWY HIGHWAY|IS ISLAND|JCT JUNCTION|LN LANE|LK LAKE|LNDG LANDING
|LOOP|ML MILL|MT MOUNT|MTN MOUNTAIN|PARK|PKWY PARKWAY PKY|PL PLACE|PLZ PLAZA|PNES PINES|PNE PINE|PT POINT|RD ROAD|RDG RIDGE|RIV RIVER|RUN|SPG SPRING|SPGS SPRINGS
|SQ SQUARE|ST STREET SAINT|STE SAINTE|STA STATION|TER TERRACE|TRCE TRACE|TRL TRAIL|UN UNION|VIS VISTA|VLG VILLAGE|VLY VALLEY|VW VIEW|WALK|WAY|XING CROSSING|BR BRANCH
|CTR CENTER|CP CAMP|CLF CLIFF|CRST CREST|EST ESTATE|ESTS ESTATES|FLS FALLS|FLD FIELD|FRD FORD|FRST FOREST|GDN GARDEN|GDNS GARDENS|KNL KNOLL|KNLS KNOLLS|LNDG LANDING|MDW MEADOW
|MDWS MEADOWS|MNR MANOR|ORCH ORCHARD|PATH|PIKE|PASS|ROW|SMT SUMMIT|TPKE TURNPIKE|TRAK TRACK|BCH BEACH|BLF BLUFF|BRG BRIDGE|BRK BROOK|BYP BYPASS|HBR HARBOR|HVN HAVEN|KY KEY|LDGE LODGE
|PR PRAIRIE|QTR QUARTER|RCH REACH|RNCH RANCH|SHR SHORE|SHRS SHORES|SPUR|STRM STREAM|WL WELL|WLS WELLS|WHRF WHARF|DL DALE|CSWY CAUSEWAY|EXPY EXPRESSWAY|FWY FREEWAY|GTWY GATEWAY|LGT LIGHT
|MSN MISSION|MLS MILLS|OVAL|PLN PLAIN|PLNS PLAINS|PRT PORT|RST REST|DM DAM|CYN CANYON|DV DIVIDE|BG BURG|ISLE|LF LOAF|LCK LOCK|RUE|VIA VIADUCT|VL VILLE|MEWS|MALL|WALL|LAND|FALL|ARC ARCADE`;
const DIRECTIONS = 'N NORTH NO|S SOUTH SO|E EAST|W WEST|NE NORTHEAST|NW NORTHWEST|SE SOUTHEAST|SW SOUTHWEST';
const TITLES = 'DR DOCTOR|JR JUNIOR|GEN GENERAL|CAPT CAPTAIN|COL COLONEL|PRES PRESIDENT|GOV GOVERNOR';
const ORDINALS = 'FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH'.split(
  ' ',
);

function table(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('|').flatMap((entry) => {
      const [first = '', ...others] = entry.trim().split(' ');
      return [first, ...others].map((word): [string, string] => [word, first]);
    }),
  );
}

export const typeOf = table(TYPES);
export const directionOf = table(DIRECTIONS);
const meaning = new Map([
  ...table(TITLES),
  ...typeOf,
  ...directionOf,
  ...ORDINALS.map((word, at): [string, string] => [word, String(at + 1)]),
]);

/** Phrases that are one word of a street: numbered roads, and one name. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:COUNTY (?:ROAD|RD|ROUTE|RTE|RT|HIGHWAY|HWY)|CO (?:RD|ROAD)|CNTY RD|CO RD|C R|CR|CTH|CTY HWY|CTY RD) (?=\d|[A-Z]{1,2}\b)/g,
    'CR ',
  ],
  [/\b(?:STATE (?:ROAD|RD|ROUTE|RTE|HIGHWAY|HWY)|ST (?:RD|RTE|HWY)|SR|SH|STH) (?=\d|[A-Z]{1,2}\b)/g, 'SR '],
  [/\b(?:U S|US|UNITED STATES)(?: (?:HIGHWAY|HWY|ROUTE|RTE))? (?=\d)/g, 'USR '],
  [/\b(?:INTERSTATE|I)(?: (?:HIGHWAY|HWY))? (?=\d)/g, 'INT '],
  [/\b(?:HIGHWAY|HWY|ROUTE|RTE|RT) (?=\d|[A-Z]{1,2}\b)/g, 'HWY '],
  [/\b(?:TOWNSHIP (?:ROAD|RD)|TWP RD|TR) (?=\d)/g, 'TWP '],
  [/\b(?:FARM TO MARKET(?: ROAD| RD)?|FM(?: ROAD| RD)?|F M) (?=\d)/g, 'FM '],
  [/\b(?:(?:DR|DOCTOR) )?(?:MARTIN (?:LUTHER|L) KING|M L KING|ML KING|MLK)(?: (?:JR|JUNIOR))?\b/g, 'MLK'],
];

/** Words in one spelling: `North Saint John's Street` -> N ST JOHNS ST. */
export function plainWords(text: string): readonly string[] {
  let plain = text
    .toUpperCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’]/g, '')
    .replace(/[^A-Z0-9/]+/g, ' ')
    .trim();
  for (const [pattern, word] of PHRASES) plain = plain.replace(pattern, word);
  return plain
    .split(' ')
    .filter((word) => word !== '')
    .map(plainWord);
}

function plainWord(word: string): string {
  const number = /^0*(\d+)(?:ST|ND|RD|TH)?$/.exec(word);
  return number?.[1] ?? meaning.get(word) ?? word;
}

/** Blanks say nothing but between digits: O NEIL is ONEIL. */
export function inOne(words: readonly string[]): string {
  return words.join(' ').replace(/(?<=[A-Z]) (?=[A-Z0-9])|(?<=[0-9]) (?=[A-Z])/g, '');
}

/** The other ways to write a name that is a number: `1ST` -> FIRST, 1; `FIRST` -> 1ST. Empty for other names. */
export function ordinalsOf(name: string): readonly string[] {
  const digits = /^(\d+)(?:ST|ND|RD|TH)?$/i.exec(name)?.[1];
  const at = digits === undefined ? ORDINALS.indexOf(name.toUpperCase()) : Number(digits) - 1;
  if (at < 0) return [];
  const written = `${at + 1}${endOf(at + 1)}`;
  return [written, written.toLowerCase(), ...(ORDINALS[at] === undefined ? [] : [ORDINALS[at]!])];
}

function endOf(number: number): string {
  if (number % 100 > 10 && number % 100 < 14) return 'TH';
  return ['TH', 'ST', 'ND', 'RD'][number % 10] ?? 'TH';
}
