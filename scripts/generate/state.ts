// Owns the plan of a made-up state: counties, ZIPs, precincts, polling places, and how big each is.
// No streets here (streets.ts), and nothing is written (feed.ts).

import type { Random } from './random';
import { NAME_ENDS, NAME_STARTS, PLACE_KINDS } from './words';

/** A county of the made-up state. */
export interface County {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

/** A polling place, near the middle of its ZIP. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly line1: string;
  readonly city: string;
  readonly zip: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** What the office says of a precinct; `assigned` is the ordinary case. */
export type Voting = 'assigned' | 'anyPlace' | 'byMail' | 'none';

/** A precinct with its places; more than one only for vote centres. */
export interface Precinct {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly county: County;
  readonly places: readonly Place[];
  readonly voting: Voting;
}

/** A ZIP with its towns, the precincts that lie in it, and how many segments it should get. */
export interface Zip {
  readonly zip: string;
  readonly towns: readonly string[];
  readonly precincts: readonly Precinct[];
  readonly segmentTarget: number;
}

/** The whole plan; a few thousand objects for a big state. */
export interface StatePlan {
  readonly counties: readonly County[];
  readonly places: readonly Place[];
  readonly precincts: readonly Precinct[];
  readonly zips: readonly Zip[];
}

/** USPS has assigned none of these three-digit prefixes; 000 is the practice county's. 900 ZIPs in all. */
const ZIP_PREFIXES = ['001', '002', '003', '004', '695', '696', '697', '698', '699'];
const SEGMENTS_A_PRECINCT = 28;
const PRECINCTS_A_COUNTY = 112;
const PLACES_A_PRECINCT = 0.19;
/** Spread of ZIP sizes: most are small, a few are huge (log-normal). */
const ZIP_SIZE_SIGMA = 0.85;
/** The middle of the Gulf: within the country's bounds, and no point can be somebody's polling place. */
const CORNER = { latitude: 23.6, longitude: -93.6 };
const ZIPS_A_ROW = 30;
const DEGREES_A_ZIP = 0.12;

/** Lay out a state of `precinctCount` precincts in `countyCount` counties. */
export function planState(
  precinctCount: number,
  random: Random,
  countyCount = Math.max(1, Math.round(precinctCount / PRECINCTS_A_COUNTY)),
): StatePlan {
  const name = uniqueNames(random);
  const counties = Array.from({ length: countyCount }, (_, index) => ({
    id: `loc-${index + 1}`,
    name: `${name()} County`,
    phone: `555-01${String(index % 100).padStart(2, '0')}`,
  }));
  const zipCount = Math.min(Math.max(1, Math.round(precinctCount / 10)), ZIP_PREFIXES.length * 100);
  const shares = zipShares(zipCount, random);
  const counts = apportion(shares, precinctCount);
  const places: Place[] = [];
  const precincts: Precinct[] = [];
  const zips: Zip[] = [];
  for (const [index, share] of shares.entries()) {
    const zip = zipCode(index);
    const towns = random.chance(0.1) ? [name(), name()] : [name()];
    const county = counties[Math.floor((index * countyCount) / zipCount)]!;
    const here = zipPlaces({ zip, towns, index, count: counts[index]!, firstId: places.length + 1 }, random);
    places.push(...here);
    const own = zipPrecincts(county, here, counts[index]!, precincts.length + 1);
    // Precincts do not end where ZIPs do: the neighbour's last one reaches into this ZIP.
    const neighbour = precincts.at(-1);
    precincts.push(...own);
    const inZip = neighbour === undefined ? own : [...own, neighbour];
    const segmentTarget = Math.max(4, Math.round(share * precinctCount * SEGMENTS_A_PRECINCT));
    zips.push({ zip, towns, precincts: inZip, segmentTarget });
  }
  return { counties, places, precincts, zips };
}

function zipCode(index: number): string {
  return `${ZIP_PREFIXES[Math.floor(index / 100)]}${String(index % 100).padStart(2, '0')}`;
}

function zipShares(count: number, random: Random): readonly number[] {
  const sizes = Array.from({ length: count }, () => Math.exp(ZIP_SIZE_SIGMA * normal(random)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => size / total);
}

/** Sum of twelve evenly spread numbers: near enough to a normal one, and the same on every machine. */
function normal(random: Random): number {
  let sum = -6;
  for (let turn = 0; turn < 12; turn += 1) sum += random.next();
  return sum;
}

/** Whole numbers, at least one each where there are enough, that add up to `total`. */
function apportion(shares: readonly number[], total: number): readonly number[] {
  const counts = shares.map((share) => Math.max(1, Math.floor(share * total)));
  const order = shares.map((_, index) => index).sort((a, b) => shares[b]! - shares[a]! || a - b);
  let rest = total - counts.reduce((sum, count) => sum + count, 0);
  for (let turn = 0; rest !== 0; turn += 1) {
    const index = order[turn % order.length]!;
    if (rest < 0 && counts[index] === 1) continue;
    counts[index]! += Math.sign(rest);
    rest -= Math.sign(rest);
  }
  return counts;
}

interface ZipSite {
  readonly zip: string;
  readonly towns: readonly string[];
  readonly index: number;
  readonly count: number;
  readonly firstId: number;
}

function zipPlaces(site: ZipSite, random: Random): readonly Place[] {
  const count = Math.max(1, Math.round(site.count * PLACES_A_PRECINCT));
  const latitude = CORNER.latitude + Math.floor(site.index / ZIPS_A_ROW) * DEGREES_A_ZIP;
  const longitude = CORNER.longitude + (site.index % ZIPS_A_ROW) * DEGREES_A_ZIP;
  return Array.from({ length: count }, (_, index) => {
    const city = random.pick(site.towns);
    return {
      id: `pl-${site.firstId + index}`,
      name: `${city} ${random.pick(PLACE_KINDS)} ${site.firstId + index} (made up)`,
      line1: `${random.between(1, 900)} Hall St`,
      city,
      zip: site.zip,
      latitude: latitude + random.between(0, 999) / 10_000,
      longitude: longitude + random.between(0, 999) / 10_000,
    };
  });
}

function zipPrecincts(
  county: County,
  places: readonly Place[],
  count: number,
  firstId: number,
): readonly Precinct[] {
  return Array.from({ length: count }, (_, index) => {
    const id = firstId + index;
    const place = places[Math.floor((index * places.length) / count)]!;
    const voting = votingOf(id, places.length);
    return {
      id: `pre-${id}`,
      name: `${place.city} ${index + 1}`,
      number: String(id).padStart(4, '0'),
      county,
      places: voting === 'assigned' ? [place] : voting === 'anyPlace' ? places.slice(0, 3) : [],
      voting,
    };
  });
}

/** One precinct in a hundred of each kind that is out of the ordinary. */
function votingOf(id: number, placeCount: number): Voting {
  if (id % 100 === 37) return 'byMail';
  if (id % 100 === 61) return 'none';
  return placeCount > 1 && id % 100 === 83 ? 'anyPlace' : 'assigned';
}

function uniqueNames(random: Random): () => string {
  const used = new Set<string>();
  return () => {
    for (let turn = 0; ; turn += 1) {
      const plain = random.pick(NAME_STARTS) + random.pick(NAME_ENDS);
      const name = turn < 40 ? plain : `${plain} ${random.pick(NAME_STARTS)}${random.pick(NAME_ENDS)}`;
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}
