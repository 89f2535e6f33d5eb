// Owns a made-up feed whose streets have everything that rows may have: repeated and long ids, units, splits, other states, overlaps,
// damage. The same for the same seed. For tests of what is read, and that it stays the same.

import { createRandom } from '@/scripts/generate/random';
import { type Feed, feedWith, soundFeed } from './feed.fixture';

const streets = ['OAK', 'Oak', 'E LAKE', 'OLD MILL CROSSING', 'Peña', '*', '', 'COUNTY RD 4', 'ELM'];
const damaged = ['2-Jan', '"1,000"', '', '0', '-5', '#REF!', '99999999999'];
const header =
  'id,start_house_number,end_house_number,odd_even_both,street_direction,street_name,street_suffix,house_number_prefix,house_number_suffix,start_apartment_number,end_apartment_number,unit_number,city,state,zip,includes_all_addresses,includes_all_streets,precinct_id,precinct_split_id';

/** A feed with so many rows of streets. */
export function messyFeed(count: number, seed: number): Feed {
  const random = createRandom(seed, 13);
  const rows = Array.from({ length: count }, (_, at) => {
    const start = random.between(0, 30) * 50 + random.between(0, 1);
    const odd = start % 2 === 1;
    const hasPair = random.chance(0.1);
    const number = (value: number) => (random.chance(0.01) ? random.pick(damaged) : String(value));
    return [
      random.chance(0.02) ? `ss${at % 7}` : `a-long-identifier-${at}`,
      number(start),
      number(start + random.between(0, 3) * 24),
      random.pick(odd ? ['odd', 'O', 'both'] : ['even', 'EVEN', 'both', '']),
      random.pick(['', '', 'N', 'SW']),
      random.pick(streets),
      random.pick(['ST', 'St', 'RD', '']),
      random.chance(0.02) ? 'N6W' : '',
      random.chance(0.02) ? 'A' : '',
      hasPair ? String(random.between(1, 20)) : '',
      hasPair ? String(random.between(10, 40)) : '',
      random.chance(0.1) ? random.pick(['4', '4B', '"1,2,PH"']) : '',
      random.pick(['Springvale', 'SPRINGVALE', 'New Exampleton', '']),
      random.chance(0.02) ? 'KY' : random.pick(['OH', 'Ohio', 'OH', '']),
      random.chance(0.02) ? '4399' : random.pick(['43999', '43998', '43999-1234', '00000']),
      random.chance(0.02) ? 'true' : '',
      random.chance(0.01) ? 'yes' : '',
      random.chance(0.01) ? 'p9' : random.pick(['p1', 'p2', 'p3']),
      random.chance(0.2) ? random.pick(['sp1', 'sp2', 'sp9']) : '',
    ].join(',');
  });
  return feedWith({
    'precinct.txt': [...soundFeed['precinct.txt']!, 'p3,Middle,loc1,pl1'],
    'precinct_split.txt': ['id,name,precinct_id,polling_location_ids', 'sp1,A,p1,pl2', 'sp2,B,p2,'],
    'street_segment.txt': [header, ...rows],
  });
}
