// Owns made-up counties of which everything is known: who votes where on which side of which stretch of a street. Tables are written
// from them, and answers are held against them. The same for the same seed.

import { createRandom, type Random } from '@/scripts/generate/random';

export interface TruePlace {
  readonly name: string;
  readonly number: number;
  readonly street: string;
  readonly city: string;
  readonly zip: string;
}

export interface TruePrecinct {
  /** Its own code, and ward and number where these stand apart. */
  readonly code: string;
  readonly name: string;
  readonly ward: string;
  readonly inWard: string;
  readonly place: TruePlace;
}

/** A street between two crossings, of one side or of both. */
export interface Stretch {
  readonly pre: string;
  readonly name: string;
  readonly type: string;
  readonly post: string;
  readonly low: number;
  readonly high: number;
  readonly side: 'odd' | 'even' | 'both';
  readonly city: string;
  readonly zip: string;
  readonly precinct: TruePrecinct;
}

export interface Truth {
  readonly county: string;
  readonly state: string;
  readonly precincts: readonly TruePrecinct[];
  readonly stretches: readonly Stretch[];
}

/** How the county calls its precincts and its places. */
export const codeStyles = [
  'padded',
  'plain',
  'dotted',
  'worded',
  'wards',
  'long',
  'named',
  'lettered',
] as const;
export type CodeStyle = (typeof codeStyles)[number];
export interface County {
  readonly codes?: CodeStyle;
  /** Names of places without a word that says what building it is. */
  readonly plainPlaces?: boolean;
  readonly spanish?: boolean;
  readonly oneTown?: boolean;
  readonly state?: string;
  readonly precincts?: number;
}

interface Town {
  readonly name: string;
  readonly zip: string;
}

/** Towns with their ZIPs: a list without ZIPs is read by its towns. Nothing else of these places is true. */
const townsOf: Readonly<Record<string, readonly Town[]>> = {
  OH: [
    { name: 'Alexandria', zip: '43001' },
    { name: 'Centerburg', zip: '43011' },
    { name: 'Croton', zip: '43013' },
  ],
  MA: [
    { name: 'Amherst', zip: '01002' },
    { name: 'Barre', zip: '01005' },
    { name: 'Belchertown', zip: '01007' },
  ],
  TX: [
    { name: 'Addison', zip: '75001' },
    { name: 'Allen', zip: '75002' },
    { name: 'Carrollton', zip: '75006' },
  ],
  PR: [
    { name: 'Adjuntas', zip: '00601' },
    { name: 'Aguada', zip: '00602' },
    { name: 'Maricao', zip: '00606' },
  ],
};

const streetNames =
  'Oak;Elm;Park;Church;Maple;Lake View;Washington;State;Mill;1st;22nd;Old Post;Heron;St Charles;Union;Kingfisher;Center;Main;Juniper;County Line;Martin Luther King;Wren;Quail Run;Hickory;Grand;Bluebird;Canal;Spring'.split(
    ';',
  );
const streetTypes = 'St;Ave;Rd;Dr;Ln;Ct;Blvd;Way;Cir;Pl'.split(';');
const buildings =
  'First Baptist Church;City Hall;Oak Elementary School;Exampleton Library;Fire Station 4;Community Center;VFW Post 112;Senior Center;St. Mark Lutheran Church;Middle School Gym;Grange Hall;County Courthouse;Recreation Center;Town House'.split(
    ';',
  );
const plainBuildings =
  'The Atrium;Kenwood Commons;Pleasant View;Riverside Manor;Edgewater;Harbor Point;Cedar Ridge Estates;Heritage Square;The Landing;Trinity;Sunrise Terrace;Golden Acres;Meadow Glen;Legends'.split(
    ';',
  );
const spanishBuildings =
  'Escuela Luis Ejemplo;Iglesia Metodista;Cancha Bajo Techo;Centro Comunal;Club de Leones;Biblioteca Municipal;Casa Alcaldía;Escuela Elemental Prueba;Salón de Actos;Coliseo Muestra;Escuela Superior;Centro de Envejecientes;Casa Club;Parque Central'.split(
    ';',
  );
const areas =
  'North;South;East;West;Central;Harbor;Upland;Meadow;Ridge;Valley;Canal;Orchard;Quarry;Prairie'.split(';');

/** `seed`: whole number. A county of some 30 streets, 110 stretches and 12 precincts. */
export function madeTruth(seed: number, county: County = {}): Truth {
  const random = createRandom(seed, 57);
  const state = county.state ?? 'OH';
  const towns = (townsOf[state] ?? townsOf.OH!).slice(0, county.oneTown === true ? 1 : 3);
  const precincts = precinctsOf(random, towns, county);
  const stretches = streetNames.flatMap((name) => stretchesOf(random, name, towns, precincts));
  return { county: 'Example County', state, precincts, stretches };
}

function precinctsOf(random: Random, towns: readonly Town[], county: County): readonly TruePrecinct[] {
  const names =
    county.spanish === true ? spanishBuildings : county.plainPlaces === true ? plainBuildings : buildings;
  const count = county.precincts ?? 12;
  const places = Array.from({ length: Math.max(2, count - 2) }, (_, at): TruePlace => {
    const town = towns[at % towns.length]!;
    const round = Math.floor(at / names.length);
    return {
      name: round === 0 ? names[at]! : `${names[at % names.length]} ${round + 1}`,
      number: 100 + at * 17,
      street: `${streetNames[(at * 5) % streetNames.length]} ${streetTypes[at % streetTypes.length]}`,
      city: town.name,
      zip: town.zip,
    };
  });
  const perWard = 4;
  return Array.from({ length: count }, (_, at): TruePrecinct => {
    const ward = String(Math.floor(at / perWard) + 1);
    const inWard = String((at % perWard) + 1);
    return {
      code: codeOf(county.codes ?? 'padded', at, ward, inWard),
      name: `${areas[at % areas.length]} ${at < areas.length ? 'Area' : Math.floor(at / areas.length) + 1}`,
      ward,
      inWard,
      // Two precincts of the last ones share a place.
      place: places[at % places.length] ?? random.pick(places),
    };
  });
}

function codeOf(style: CodeStyle, at: number, ward: string, inWard: string): string {
  const number = at + 1;
  switch (style) {
    case 'padded':
      return String(number).padStart(3, '0');
    case 'plain':
      return String(number);
    case 'dotted':
      return `${100 + number}.${(at % 2) + 1}`;
    case 'worded':
      return `PCT ${number}`;
    case 'wards':
      return `${ward}-${inWard}`;
    case 'long':
      return String(2_086_159_000 + number);
    case 'named':
      return `${areas[at % areas.length]!.toUpperCase()} ${number}`;
    case 'lettered':
      return `${String.fromCharCode(65 + Math.floor(at / 3))}${(at % 3) + 1}`;
  }
}

/** Blocks of a hundred numbers; here and there the two sides of one vote apart. */
function stretchesOf(
  random: Random,
  name: string,
  towns: readonly Town[],
  precincts: readonly TruePrecinct[],
): readonly Stretch[] {
  const town = random.pick(towns);
  const street = {
    name,
    type: random.pick(streetTypes),
    pre: random.chance(0.35) ? random.pick(['N', 'S', 'E', 'W']) : '',
    post: random.chance(0.06) ? random.pick(['NW', 'SE']) : '',
    city: town.name,
    zip: town.zip,
  };
  const made: Stretch[] = [];
  const first = random.between(0, 6);
  const blocks = random.between(2, 5);
  for (let block = first; block < first + blocks; block++) {
    const from = block * 100;
    const precinct = random.pick(precincts);
    if (random.chance(0.35)) {
      const other = random.pick(precincts);
      made.push({ ...street, low: from + 1, high: from + 99, side: 'odd', precinct });
      made.push({ ...street, low: from === 0 ? 2 : from, high: from + 98, side: 'even', precinct: other });
    } else made.push({ ...street, low: from + 1, high: from + 99, side: 'both', precinct });
  }
  return made;
}
