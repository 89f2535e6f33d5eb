// Owns the rows of the lists that reading is measured with: ranges and addresses of a made-up Ohio, each worked out from its number
// alone, so that two million are never held. Writes nothing.

/** Where somebody votes, as every list here says it. */
export interface MadePlace {
  readonly precinct: string;
  readonly place: string;
  readonly placeLine: string;
  readonly city: string;
  readonly zip: string;
}

export interface MadeRange extends MadePlace {
  readonly start: number;
  readonly end: number;
  readonly side: 'odd' | 'even';
  readonly street: string;
  readonly suffix: string;
}

export interface MadeAddress extends MadePlace {
  readonly number: number;
  readonly street: string;
  readonly suffix: string;
  /** '' for none. */
  readonly unit: string;
}

const first =
  'Alder Birch Cedar Dogwood Elder Fern Grove Hickory Ivy Juniper Kestrel Laurel Maple North Orchard Prairie Quarry Rosewood Sycamore Thornton'.split(
    ' ',
  );
const second = 'Creek Hill Run View Hollow Ridge Crossing Bend Meadow Point'.split(' ');
const suffixes = 'St Ave Rd Dr Ln Ct Blvd Way'.split(' ');
const towns =
  'Bluffton|Springvale|Carey|Trial City|Milford|Sample Falls|New Exampleton|Ada|Harpster|Upper Mills'.split(
    '|',
  );

const STREETS_A_ZIP = first.length * second.length;
const PRECINCTS_A_ZIP = 10;
const RANGES_A_STREET = 20;
const ADDRESSES_A_STREET = 40;
const FIRST_ZIP = 43_001;

/** The range of a number, from 0: streets in their order, as a county's own list has them. */
export function madeRange(index: number): MadeRange {
  const street = Math.floor(index / RANGES_A_STREET);
  const [block, isOdd] = [Math.floor((index % RANGES_A_STREET) / 2), index % 2 === 0];
  const from = block * 100;
  return {
    start: isOdd ? from + 1 : Math.max(2, from),
    end: isOdd ? from + 99 : from + 98,
    side: isOdd ? 'odd' : 'even',
    ...streetName(street),
    ...placeOf(street, block < RANGES_A_STREET / 4),
  };
}

/** The address of a number, from 0, of `count`: in the order of voters, who live all over the place. */
export function madeAddress(index: number, count: number): MadeAddress {
  const at = (index * strideFor(count)) % count;
  const street = Math.floor(at / ADDRESSES_A_STREET);
  const house = at % ADDRESSES_A_STREET;
  // Every eleventh number is nobody's, every eighth has flats.
  const number = 100 + house + Math.floor(house / 11);
  const unit = house % 8 === 7 ? String(1 + (street % 9)) : '';
  return { number, unit, ...streetName(street), ...placeOf(street, house < ADDRESSES_A_STREET / 2) };
}

/** A step that comes by every number once. */
function strideFor(count: number): number {
  return [7919, 7907, 7901].find((prime) => count % prime !== 0) ?? 1;
}

function streetName(street: number): Pick<MadeRange, 'street' | 'suffix'> {
  const inZip = street % STREETS_A_ZIP;
  const zip = Math.floor(street / STREETS_A_ZIP);
  return {
    street: `${first[inZip % first.length]} ${second[Math.floor(inZip / first.length)]}`,
    suffix: suffixes[(inZip + zip) % suffixes.length]!,
  };
}

/** One street lies in two precincts. */
function placeOf(street: number, isFirstPart: boolean): MadePlace {
  const zip = Math.floor(street / STREETS_A_ZIP);
  const precinct = zip * PRECINCTS_A_ZIP + ((street * 7 + (isFirstPart ? 0 : 3)) % PRECINCTS_A_ZIP);
  return madePlace(precinct);
}

/** A precinct by its number, from 0, and its place; each ZIP has ten, and five places. */
export function madePlace(precinct: number): MadePlace {
  const zip = Math.floor(precinct / PRECINCTS_A_ZIP);
  const place = Math.floor(precinct / 2);
  return {
    precinct: `P-${String(precinct + 1).padStart(4, '0')}`,
    place: `${first[place % first.length]} ${place % 3 === 0 ? 'School' : 'Hall'} ${place + 1}`,
    placeLine: `${place + 1} ${second[place % second.length]} St`,
    city: towns[zip % towns.length]!,
    zip: String(FIRST_ZIP + zip),
  };
}

/** How many precincts lists of so many ranges name at most. */
export function precinctsOf(ranges: number): number {
  const streets = Math.ceil(ranges / RANGES_A_STREET);
  return Math.ceil(streets / STREETS_A_ZIP) * PRECINCTS_A_ZIP;
}
