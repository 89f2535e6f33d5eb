// Owns what is checked of the addresses of places. Data only.

import { oneRow } from '../examples/spoil';
import type { CheckedItem, Way } from './checked-item';
import { library, own } from './own-lists';

const address = (line: string, found: readonly string[], way = line): Way => ({
  way,
  ...oneRow('polling_location.txt', 2, `pl1,First School,${line},Springvale,OH,43999`),
  found,
});

export const placeAddressItems: readonly CheckedItem[] = [
  {
    item: 'A place whose address is blank',
    codes: ['place-address-missing', 'place-name-missing'],
    ways: [
      address('', ['warning place-address-missing polling_location.txt:2 structured_line_1 «»'], 'in a feed'),
      {
        way: 'its name',
        ...oneRow('polling_location.txt', 2, 'pl1,,1 Oak St,Springvale,OH,43999'),
        found: ['warning place-name-missing polling_location.txt:2 name «»'],
      },
      own(
        'ranges',
        [{ ...library, 'Place address': '' }],
        [
          'warning place-address-missing list.csv:5 Place address «»',
          'warning place-zip-unreadable list.csv:5 Place address «»',
        ],
      ),
      own('precinctPlaces', [{ Address: '' }], ['warning place-address-missing list.csv:5 Address «»']),
    ],
  },
  {
    item: 'A place whose address has no number',
    happens: 'A warning. The number of a road, a room, a lodge or a box is none.',
    codes: ['place-address-without-number'],
    ways: [
      address('Oak St', [
        'warning place-address-without-number polling_location.txt:2 structured_line_1 «Oak St»',
      ]),
      address('County Road 12', [
        'warning place-address-without-number polling_location.txt:2 structured_line_1 «County Road 12»',
      ]),
      address('5th St', [
        'warning place-address-without-number polling_location.txt:2 structured_line_1 «5th St»',
      ]),
      address('PO Box 12', [
        'warning place-address-without-number polling_location.txt:2 structured_line_1 «PO Box 12»',
      ]),
      address('Oak St Suite 4', [
        'warning place-address-without-number polling_location.txt:2 structured_line_1 «Oak St Suite 4»',
      ]),
      own(
        'ranges',
        [{ ...library, 'Place address': 'Highway 61, Springvale, OH 43999' }],
        ['warning place-address-without-number list.csv:5 Place address «Highway 61»'],
      ),
      own(
        'precinctPlaces',
        [{ Address: 'Oak St' }],
        ['warning place-address-without-number list.csv:5 Address «Oak St»'],
      ),
      address('12 County Road 12', []),
      address('N6W23001 Bluemound Rd', []),
      address('One Main Plaza', []),
      address('"Fire Station 4, 12 Oak St"', []),
    ],
  },
];
