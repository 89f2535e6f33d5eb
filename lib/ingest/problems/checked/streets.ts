// Owns what is checked of streets against each other, and the words of VIP that stand for many. Data only.

import { soundFeed } from '../examples/sound-feed';
import { street, text, widened } from '../examples/spoil';
import type { CheckedItem } from './checked-item';
import { hall, own } from './own-lists';

const streets = soundFeed['street_segment.txt'];
const units = 'start_apartment_number,end_apartment_number';
/** Two rows of one number of a street, each with its units. */
const apart = (first: string, second: string) =>
  text(
    'street_segment.txt',
    ...widened('street_segment.txt', [units, ',', ',']),
    `ss3,7,7,odd,FIR,ST,Springvale,OH,43999,p1,${first}`,
    `ss4,7,7,odd,FIR,ST,Springvale,OH,43999,p2,${second}`,
  );
/** Streets with columns for whole streets. */
const whole = (...rows: readonly string[]) =>
  text(
    'street_segment.txt',
    ...widened('street_segment.txt', ['includes_all_addresses,includes_all_streets', ',', ',']),
    ...rows,
  );

export const streetItems: readonly CheckedItem[] = [
  {
    item: 'Ranges that overlap on the same street and side, and lead to different places',
    happens:
      'Both are kept. Voters at the numbers that both claim see both places, and that the list disagrees with itself.',
    codes: ['overlap-conflict'],
    ways: [
      {
        way: 'in a feed',
        ...street('ss3,99,199,odd,OAK,ST,Springvale,OH,43999,p2', ''),
        found: [
          'conflict overlap-conflict street_segment.txt:2 start_house_number «1-99 odd OAK ST»',
          'conflict overlap-conflict street_segment.txt:4 start_house_number «99-199 odd OAK ST»',
        ],
      },
      {
        way: 'under another spelling of the street',
        ...street('ss3,99,199,odd,Oak,Street,SPRINGVALE,OH,43999-0001,p2', ''),
        found: [
          'conflict overlap-conflict street_segment.txt:2 start_house_number «1-99 odd OAK ST»',
          'conflict overlap-conflict street_segment.txt:4 start_house_number «99-199 odd Oak Street»',
        ],
      },
      {
        way: 'both sides against one',
        ...street('ss3,90,120,both,OAK,ST,Springvale,OH,43999,p1', ''),
        found: [
          'conflict overlap-conflict street_segment.txt:3 start_house_number «2-98 even OAK ST»',
          'conflict overlap-conflict street_segment.txt:4 start_house_number «90-120 OAK ST»',
          'warning overlap-same-place street_segment.txt:2 start_house_number «1-99 odd OAK ST»',
        ],
      },
      own(
        'ranges',
        [{ Low: '51', High: '59', ...hall }],
        [
          'conflict overlap-conflict list.csv:2 Low «1-99 odd Oak St»',
          'conflict overlap-conflict list.csv:5 Low «51-59 odd Oak St»',
        ],
      ),
      own(
        'addresses',
        [{ Address: '12 Oak Street', ...hall }],
        [
          'conflict overlap-conflict list.csv:2 Address «12-12 even OAK ST»',
          'conflict overlap-conflict list.csv:5 Address «12-12 even OAK ST»',
        ],
      ),
      {
        way: 'of the other side only',
        ...street('ss3,100,198,even,OAK,ST,Springvale,OH,43999,p1', ''),
        found: [],
      },
      { way: 'in another town', ...street('ss3,1,99,odd,OAK,ST,Otherville,OH,43998,p2', ''), found: [] },
    ],
  },
  {
    item: 'Ranges that overlap and lead to the same place',
    happens: 'Voters get one answer; a warning.',
    codes: ['overlap-same-place'],
    ways: [
      {
        way: 'in a feed',
        ...street('ss3,99,199,odd,OAK,ST,Springvale,OH,43999,p1', ''),
        found: [
          'warning overlap-same-place street_segment.txt:2 start_house_number «1-99 odd OAK ST»',
          'warning overlap-same-place street_segment.txt:4 start_house_number «99-199 odd OAK ST»',
        ],
      },
      own(
        'ranges',
        [{ Low: '51', High: '59' }],
        [
          'warning overlap-same-place list.csv:2 Low «1-99 odd Oak St»',
          'warning overlap-same-place list.csv:5 Low «51-59 odd Oak St»',
        ],
      ),
      own(
        'addresses',
        [{ Address: '12 Oak St' }],
        [],
        'the same address twice in a list of addresses is one',
      ),
    ],
  },
  {
    item: 'Units that explain an overlap',
    happens: 'Different units of one number are no overlap. The same unit in two rows is.',
    codes: ['overlap-conflict'],
    ways: [
      { way: 'different units', files: [apart('1,4', '5,8')], found: [] },
      { way: 'units against the rest of the house', files: [apart('1,4', ',')], found: [] },
      {
        way: 'the same units',
        files: [apart('1,4', '4,8')],
        found: [
          'conflict overlap-conflict street_segment.txt:4 start_house_number «7-7 odd FIR ST»',
          'conflict overlap-conflict street_segment.txt:5 start_house_number «7-7 odd FIR ST»',
        ],
      },
      own(
        'addresses',
        [{ Address: '20 Oak St Apt 1' }, { Address: '20 Oak St Apt 2', ...hall }],
        [],
        'units in a list of addresses',
      ),
      own(
        'addresses',
        [{ Address: '20 Oak St Apt 1' }, { Address: '20 Oak St #1', ...hall }],
        [
          'conflict overlap-conflict list.csv:5 Address «20-20 even OAK ST»',
          'conflict overlap-conflict list.csv:6 Address «20-20 even OAK ST»',
        ],
        'one unit twice in a list of addresses',
      ),
    ],
  },
  {
    item: 'A single number with a row of its own inside a range',
    happens:
      'A conflict, until the office declares that a single number beats a range: then the number’s own row answers, and the draft says so.',
    codes: ['overlap-conflict', 'range-yields'],
    ways: [
      {
        way: 'not declared',
        ...street('ss3,51,51,odd,OAK,ST,Springvale,OH,43999,p2', ''),
        found: [
          'conflict overlap-conflict street_segment.txt:2 start_house_number «1-99 odd OAK ST»',
          'conflict overlap-conflict street_segment.txt:4 start_house_number «51-51 odd OAK ST»',
        ],
      },
      {
        way: 'declared',
        singleNumberBeatsRange: true,
        ...street('ss3,51,51,odd,OAK,ST,Springvale,OH,43999,p2', ''),
        found: ['warning range-yields street_segment.txt:2 start_house_number «1-99 odd OAK ST»'],
      },
      {
        ...own(
          'ranges',
          [{ Low: '51', High: '51', ...hall }],
          ['warning range-yields list.csv:2 Low «1-99 odd Oak St»'],
          'declared, in a joined list',
        ),
        singleNumberBeatsRange: true,
      },
    ],
  },
  {
    item: 'All numbers of a street, every street, and any ZIP',
    happens:
      'They are VIP’s own words, and honoured: includes_all_addresses, includes_all_streets, the street name *, ZIP 00000.',
    codes: [],
    ways: [
      {
        way: 'includes_all_addresses',
        files: [whole('ss3,,,,ELM,ST,Springvale,OH,43999,p1,true,')],
        found: [],
        gives: [3, 2, 2],
      },
      {
        way: 'includes_all_streets',
        files: [whole('ss3,,,,,,,OH,43999,p1,,yes')],
        found: [],
        gives: [3, 2, 2],
      },
      { way: 'the street name *', ...street('ss3,,,,*,,,OH,43999,p1', ''), found: [], gives: [3, 2, 2] },
      {
        way: 'ZIP 00000',
        ...street('ss3,1,99,odd,ELM,ST,Springvale,OH,00000,p1', ''),
        found: [],
        gives: [3, 2, 2],
      },
      own(
        'ranges',
        [{ Street: '*', Low: '', High: '', Side: '', ...hall }],
        [],
        'the street name * in a joined list',
      ),
      {
        way: 'all addresses of one side only',
        files: [whole('ss3,,,odd,ELM,ST,Springvale,OH,43999,p1,true,')],
        found: ['error parity-contradicted street_segment.txt:4 odd_even_both «odd»'],
      },
    ],
  },
  {
    item: 'A row that was set aside and a wider one that holds its addresses, too',
    happens:
      'The wider row does not answer for them: they answer “please call”, never the place of the rest.',
    codes: ['numbers-withheld', 'street-uncertain', 'every-street-uncertain'],
    ways: [
      {
        way: 'a range',
        ...street('ss3,51,59,odd,OAK,ST,Springvale,OH,43999,p9', ''),
        found: [
          'error numbers-withheld street_segment.txt:2 start_house_number «1-99 odd OAK ST»',
          'error precinct-dangling street_segment.txt:4 precinct_id «p9»',
        ],
      },
      {
        way: 'a whole street, and numbers that cannot be read',
        files: [
          whole(
            'ss3,,,,ELM,ST,Springvale,OH,43999,p2,true,',
            'ss4,2-Jan,9,both,ELM,ST,Springvale,OH,43999,p1,,',
          ),
        ],
        found: [
          'error number-became-date street_segment.txt:5 start_house_number «2-Jan»',
          'error street-uncertain street_segment.txt:4 street_name «ELM»',
        ],
      },
      {
        way: 'every street, and a row without a street',
        files: [
          text(
            'street_segment.txt',
            ...streets,
            'ss3,,,,*,,,OH,43999,p1',
            'ss4,201,299,odd,,ST,Springvale,OH,43999,p2',
          ),
        ],
        found: [
          'error every-street-uncertain street_segment.txt:4 street_name «*»',
          'error street-missing street_segment.txt:5 street_name «»',
        ],
      },
      own(
        'ranges',
        [{ Low: '51', High: '59', Pct: '' }],
        [
          'error numbers-withheld list.csv:2 Low «1-99 odd Oak St»',
          'error precinct-missing list.csv:5 Pct «»',
        ],
      ),
    ],
  },
  {
    item: 'A range that votes elsewhere than all around it',
    codes: ['range-differs-from-neighbours'],
    ways: [
      {
        way: 'in a feed',
        files: [
          text(
            'street_segment.txt',
            ...streets,
            ...[1, 2, 3, 4, 5, 6].map(
              (block) =>
                `o${block},${block}01,${block}99,odd,OAK,ST,Springvale,OH,43999,${block === 3 ? 'p2' : 'p1'}`,
            ),
          ),
        ],
        found: [
          'warning range-differs-from-neighbours street_segment.txt:6 start_house_number «301-399 odd OAK ST»',
        ],
      },
      own(
        'ranges',
        [1, 2, 3, 4, 5, 6].map((block) => ({
          Low: `${block}01`,
          High: `${block}99`,
          ...(block === 3 ? hall : {}),
        })),
        ['warning range-differs-from-neighbours list.csv:7 Low «301-399 odd Oak St»'],
      ),
    ],
  },
];
