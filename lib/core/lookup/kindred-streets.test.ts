// Streets that a careless reading would take for one another. Each table is one class; all in ZIP 00001.

import { describe, expect, it } from 'vitest';
import { readAddress } from '../address/read-address';
import { lookup } from './lookup';
import { CONTEXT, shardOf } from './shard.fixture';

/** Outcome in one line, asked of a list in which every street has the numbers 1 to 99 and a place of its own. */
function ask(typed: string, streets: readonly string[], city = 'PRACTICE FALLS'): string {
  const rows = streets.map((street) => ({ street, numbers: [1, 99] as const, precinct: street, city }));
  const reading = readAddress(`${typed}, 00001`);
  if (reading.kind !== 'address') return `unreadable ${reading.reason}`;
  const outcome = lookup(reading.address, [shardOf({ rows })], CONTEXT);
  const places = outcome.pollingLocations.map((place) => place.name.replace('Place ', '')).join('+');
  return `${outcome.kind} ${places}`.trim();
}

describe('lookup among streets that are alike', () => {
  it.each([
    ['5 E Main St', ['NE MAIN ST'], 'choose'],
    ['5 NE Main St', ['N MAIN ST E'], 'choose'],
    ['5 N Main St E', ['NE MAIN ST'], 'choose'],
    ['5 E Main St N', ['N MAIN ST E'], 'found N MAIN ST E'],
    ['5 Main St E', ['N MAIN ST E'], 'found N MAIN ST E'],
    ['5 Main St North East', ['NE MAIN ST'], 'found NE MAIN ST'],
    ['5 N. E. Main', ['NE MAIN ST'], 'found NE MAIN ST'],
    ['5 Main St N E', ['N MAIN ST E'], 'found N MAIN ST E'],
    ['5 S E 200', ['E 200 S'], 'found E 200 S'],
    ['5 N E Main St', ['N MAIN ST E', 'NE MAIN ST'], 'found NE MAIN ST'],
    ['5 Main N E', ['MAIN ST NE'], 'found MAIN ST NE'],
  ])('a quarter is not two directions: %s on %s -> %s', (typed, streets, expected) => {
    expect(ask(typed, streets)).toBe(expected);
  });

  it.each([
    ['5 Parks St', ['PARK ST'], 'choose'],
    ['5 Hollow Rd', ['HOLLOWS RD'], 'choose'],
    ['5 Terrace Dr', ['TERRANCE DR'], 'choose'],
    ['5 Terrance Dr', ['TERRACE DR', 'TERRANCE DR'], 'found TERRANCE DR'],
    ['5 Oak Terrance', ['OAK TER'], 'found OAK TER'],
    ['5 Oak Trails', ['OAK TRL'], 'found OAK TRL'],
  ])(
    'a plural is a spelling of a type, and a name of its own: %s on %s -> %s',
    (typed, streets, expected) => {
      expect(ask(typed, streets)).toBe(expected);
    },
  );

  it.each([
    ['5 N Broadway', ['N ST'], 'BROADWAY', 'choose'],
    ['5 N, Broadway', ['N ST'], 'BROADWAY', 'found N ST'],
    ['5 North Platte', ['NORTH ST'], 'PLATTE', 'choose'],
    ['5 Oak Avenue', ['OAK ST'], 'AVENUE', 'choose'],
    ['5 N Broadway #4', ['N ST'], 'BROADWAY', 'choose'],
    ['5 Oak Ct', ['OAK ST'], 'ELSEWHERE', 'choose'],
    ['5 Oak Ct #4', ['OAK ST'], 'ELSEWHERE', 'choose'],
    ['5 Oak, Ct', ['OAK ST'], 'ELSEWHERE', 'found OAK ST'],
    ['5 Oak Ave', ['OAK AVE', 'OAK ST'], 'AVENUE', 'found OAK AVE'],
    ['5 Oak, Avenue', ['OAK ST'], 'AVENUE', 'found OAK ST'],
    ['5 Oak Springfield', ['OAK ST'], 'SPRINGFIELD', 'found OAK ST'],
  ])('one name is not torn into street and town: %s on %s in %s -> %s', (typed, streets, city, expected) => {
    expect(ask(typed, streets, city)).toBe(expected);
  });

  it.each([
    ['5 Oak St Apt B-12', 'found OAK ST'],
    ['5 Oak St, Unit B-12', 'found OAK ST'],
    ['5 Oak St, No. 4', 'found OAK ST'],
    ['5 Oak St Apt No. 4', 'found OAK ST'],
    ['5 Oak St Number 4', 'found OAK ST'],
  ])('a unit is a unit however it is numbered: %s -> %s', (typed, expected) => {
    expect(ask(typed, ['OAK ST'])).toBe(expected);
  });

  it.each([
    ['5 Via Del Rio #4', ['VIA ST'], 'missing'],
    ['5 Jackson Keller #4', ['JACKSON ST'], 'choose'],
    ['5 Jackson #4 Keller', ['JACKSON ST'], 'found JACKSON ST'],
    ['5 Oak St Kxt, Practice Falls', ['OAK ST', 'OAK ST EXT'], 'choose'],
    ['5 Oak St Kxt Practice Falls', ['OAK ST', 'OAK ST EXT'], 'choose'],
    ['5 Oak St Kxton', ['OAK ST', 'OAK ST EXT'], 'found OAK ST'],
    ['5 Oak St, Kxton', ['OAK ST', 'OAK ST EXT'], 'found OAK ST'],
  ])('no word of a street passes for a strange town: %s on %s -> %s', (typed, streets, expected) => {
    expect(ask(typed, streets)).toBe(expected);
  });

  it.each([
    ['5 13th Avenue South', ['13TH AVE N'], 'choose'],
    ['5 13th Avenue South #4', ['13TH AVE N'], 'choose'],
    ['5 13th Avenue South Platte', ['13TH AVE N'], 'choose'],
    ['5 Cottage Grove Woods', ['COTTAGE GRV'], 'choose'],
    ['5 Cottage Grove Woods #4', ['S COTTAGE GRV'], 'choose'],
    ['5 Cottage Grove, Woods', ['COTTAGE GRV'], 'found COTTAGE GRV'],
    ['5 Oak St N.E. #4', ['OAK ST'], 'choose'],
    ['5 Oak NE', ['OAK ST'], 'choose'],
    ['5 Kensington Ct', ['KENSINGTON'], 'choose'],
    ['5 Kensington ZZ', ['KENSINGTON'], 'found KENSINGTON'],
    ['5 Oak St Ct', ['OAK ST'], 'choose'],
    ['5 S Washington', ['SOUTH RD'], 'choose'],
    ['5 S Washington #4', ['SOUTH RD'], 'choose'],
    ['5 E California', ['E ST'], 'choose'],
    ['5 Lake Washington', ['LAKE'], 'choose'],
    ['5 Lake Washington', ['LAKE DR'], 'choose'],
    ['5 County Rd 67 #4', ['COUNTY RD 674'], 'choose'],
    ['5 County Rd 67 #4', ['COUNTY RD 67'], 'found COUNTY RD 67'],
    ['5 Hwy 67 4', ['HWY 674'], 'choose'],
    ['5 Oak St, CT', ['OAK ST'], 'found OAK ST'],
  ])('a word left over contradicts the street: %s on %s -> %s', (typed, streets, expected) => {
    expect(ask(typed, streets)).toBe(expected);
  });

  it.each([
    ['5 W 400 S', ['W 400 S', 'S 400 W'], 'found W 400 S'],
    ['5 West 400 South', ['W 400 S', 'S 400 W'], 'found W 400 S'],
    ['5 S 400 W', ['W 400 S', 'S 400 W'], 'found S 400 W'],
    ['5 S 400 W', ['W 400 S'], 'found W 400 S'],
    ['5 400 S', ['W 400 S', 'E 400 S'], 'choose'],
  ])('a grid has two streets of one number: %s on %s -> %s', (typed, streets, expected) => {
    expect(ask(typed, streets)).toBe(expected);
  });

  it.each([
    ['5 Lake Dr', ['N LAKE DR'], 'found N LAKE DR'],
    ['5 Lake Dr', ['N LAKE DR', 'LAKE ST'], 'choose'],
    ['5 Lake Dr', ['N LAKE DR', 'LAKES DR'], 'choose'],
    ['5 West Court', ['W COURT BLVD', 'WEST SQ'], 'choose'],
    ['5 West Court', ['W COURT BLVD'], 'found W COURT BLVD'],
    ['5 Red Lane', ['RED LANE RD'], 'choose'],
    ['5 East Road 12', ['NORTH EAST RD'], 'choose'],
    ['5 Union St', ['NORTH ST'], 'missing'],
  ])(
    'a street named short is asked about where a slip may have led to it: %s on %s -> %s',
    (typed, streets, expected) => {
      expect(ask(typed, streets)).toBe(expected);
    },
  );

  it.each([
    ['5 S Unit Rd', ['S ST'], 'missing'],
    ['5 Old Lot St', ['OLD RD'], 'missing'],
    ['5 Oak St No. 5', ['OAK ST', 'OAK ST N'], 'found OAK ST'],
    ['5 Oak St third floor', ['OAK ST'], 'found OAK ST'],
    ['5 Oak St Unit One', ['OAK ST'], 'found OAK ST'],
    ['5 Oak St Apt 1/2', ['OAK ST'], 'found OAK ST'],
    ['5 US Hwy 61 Rear', ['US HWY 61'], 'found US HWY 61'],
    ['5 County Hwy MM No. 5', ['COUNTY HWY MM'], 'found COUNTY HWY MM'],
    ['5 Gary Cr No. 5', ['GARY CR'], 'found GARY CR'],
    ['5 Broadway (upstairs)', ['BROADWAY'], 'found BROADWAY'],
    ['#4 5 Oak St', ['OAK ST'], 'found OAK ST'],
    ['#5 12 Oaks Dr', ['12 OAKS DR'], 'found 12 OAKS DR'],
    ['#5 12 Oaks Dr', ['12 OAKS DR', 'OAKS DR'], 'choose'],
  ])(
    'a word of a street is no unit, and a unit no word of a street: %s on %s -> %s',
    (typed, streets, expected) => {
      expect(ask(typed, streets)).toBe(expected);
    },
  );

  it.each([
    ['5 NE Hwy 61', ['NE HWY 61', 'STATE HWY 61'], 'found NE HWY 61'],
    ['5 Cty Hwy K', ['CTH K', 'CTH KK'], 'found CTH K'],
    ['5 N County Rd K', ['CTH K N'], 'found CTH K N'],
    ['5 State Hwy KK', ['HIGHWAY KK'], 'found HIGHWAY KK'],
    ['5 Lincoln Hwy W', ['LINCOLN HWY W', 'LINCOLN HWY E'], 'found LINCOLN HWY W'],
    ['5 County Rd No. 12', ['CR 12', 'N COUNTY RD'], 'found CR 12'],
    ['5 F.M. 12', ['FM 12', 'SR 12'], 'found FM 12'],
    ['5 Private Road 7', ['PR 7'], 'found PR 7'],
    ['5 N St Rd 39', ['N STATE ROAD 39'], 'found N STATE ROAD 39'],
    ['5 ZZ 39', ['STATE ROUTE 39'], 'found STATE ROUTE 39'],
    ['5 Townshp Road 14', ['TOWNSHIP ROAD 14'], 'choose'],
    ['5 US Hy 98', ['US HWY 98', 'US HWY 9'], 'found US HWY 98'],
    ['5 US Wy 98', ['US HWY 98', 'US HWY 9'], 'choose'],
    ['5 Acess Rd 3, Practice Falls', ['ACCESS RD 3'], 'choose'],
  ])('a road has one number or letter, however it is called: %s on %s -> %s', (typed, streets, expected) => {
    expect(ask(typed, streets)).toBe(expected);
  });

  it.each([
    ['5 Oak St, South Fork', 'choose'],
    ['5 E Oak St, South Fork', 'found E OAK ST in SOUTH FORK'],
    ['5 Oak St, Fork', 'found OAK ST in FORK'],
    ['5 Lake Dr, South Fork', 'found S LAKE DR in SOUTH FORK'],
    ['5 Elm St Rear, St Fork', 'found ELM ST in ST FORK'],
    ['5 Elm St PH\nSt Fork', 'found ELM ST in ST FORK'],
  ])('the town that is named decides between towns: %s -> %s', (typed, expected) => {
    const rows = [
      ['OAK ST', 'FORK'],
      ['E OAK ST', 'SOUTH FORK'],
      ['S LAKE DR', 'FORK'],
      ['S LAKE DR', 'SOUTH FORK'],
      ['ELM ST', 'FORK'],
      ['ELM ST', 'ST FORK'],
    ].map(([street, city]) => ({
      street: street!,
      numbers: [1, 99] as const,
      precinct: `${street} in ${city}`,
      city: city!,
    }));
    const reading = readAddress(`${typed}, 00001`);
    if (reading.kind !== 'address') throw new Error(reading.reason);
    const outcome = lookup(reading.address, [shardOf({ rows })], CONTEXT);
    const places = outcome.pollingLocations.map((place) => place.name.replace('Place ', ''));
    expect([outcome.kind, ...places].join(' ')).toContain(expected);
  });

  it.each([
    ['5 NE Highway 99', ['HIGHWAY 99 NE'], 'found HIGHWAY 99 NE'],
    ['5 Highway 99 NE', ['NE HWY 99'], 'found NE HWY 99'],
    ['5 NE Highway 99', ['HIGHWAY 99'], 'choose'],
    ['5 NE Highway 99', ['SE HIGHWAY 99'], 'choose'],
    ['5 Highway 99', ['NE HIGHWAY 99'], 'found NE HIGHWAY 99'],
    ['5 Ohio Route 99', ['STATE ROUTE 99'], 'found STATE ROUTE 99'],
  ])('a quarter before a highway is no state: %s on %s -> %s', (typed, streets, expected) => {
    expect(ask(typed, streets)).toBe(expected);
  });

  it.each([
    ['5 CO Hwy 9', ['COUNTY ROAD 9'], 'found COUNTY ROAD 9'],
    ['5 CO Hwy 9', ['STATE HWY 9'], 'found STATE HWY 9'],
    ['5 CO Hwy 9', ['COUNTY ROAD 9', 'STATE HWY 9'], 'choose'],
    ['5 Co Rd 9', ['COUNTY ROAD 9', 'STATE HWY 9'], 'found COUNTY ROAD 9'],
    ['5 County Hwy 9', ['CO HWY 9', 'HIGHWAY 9'], 'found CO HWY 9'],
    ['5 Highway 9', ['CO HWY 9', 'COUNTY ROAD 9'], 'found CO HWY 9'],
  ])('CO before a highway is a county or Colorado: %s on %s -> %s', (typed, streets, expected) => {
    expect(ask(typed, streets)).toBe(expected);
  });
});
