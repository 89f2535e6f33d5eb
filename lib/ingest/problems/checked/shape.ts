// Owns what is checked of the cells of a street: numbers, side, name, ZIP, state. Data only.

import { oneRow, soundStreet, street } from '../examples/spoil';
import type { CheckedItem } from './checked-item';
import { library, own } from './own-lists';

/** A street with these numbers and side. */
const numbered = (start: string, end: string, side: string) =>
  street(`ss3,${start},${end},${side},ASH,ST,Springvale,OH,43999,p1`, '');

export const shapeItems: readonly CheckedItem[] = [
  {
    item: 'A side that contradicts both ends of the range',
    codes: ['parity-contradicted'],
    ways: [
      {
        way: 'odd from an even number to an even one',
        ...numbered('202', '298', 'odd'),
        found: ['error parity-contradicted street_segment.txt:4 odd_even_both «odd»'],
      },
      {
        way: 'even from an odd number to an odd one',
        ...numbered('201', '299', 'even'),
        found: ['error parity-contradicted street_segment.txt:4 odd_even_both «even»'],
      },
      own('ranges', [{ Low: '202', High: '298' }], ['error parity-contradicted list.csv:5 Side «odd»']),
      { way: 'one end of the other side may be a block’s', ...numbered('200', '299', 'odd'), found: [] },
    ],
  },
  {
    item: 'A range that starts after it ends',
    codes: ['range-reversed'],
    ways: [
      {
        way: 'in a feed',
        ...numbered('299', '201', 'odd'),
        found: ['error range-reversed street_segment.txt:4 start_house_number «299»'],
      },
      own('ranges', [{ Low: '299', High: '201' }], ['error range-reversed list.csv:5 Low «299»']),
      { way: 'one number alone', ...numbered('201', '201', 'odd'), found: [] },
    ],
  },
  {
    item: 'House number 0',
    happens:
      'From 0 to 0: the row is set aside. From 0 to another number: kept, with a warning; a list of the office is read from its first number.',
    codes: ['number-zero', 'range-from-zero'],
    ways: [
      {
        way: 'from 0 to 0',
        ...numbered('0', '0', 'both'),
        found: ['error number-zero street_segment.txt:4 start_house_number «0»'],
      },
      {
        way: 'from 0 to 0 on one side',
        ...numbered('0', '0', 'odd'),
        found: ['error number-zero street_segment.txt:4 start_house_number «0»'],
      },
      {
        way: 'from 0',
        ...numbered('0', '98', 'even'),
        found: ['warning range-from-zero street_segment.txt:4 start_house_number «0»'],
      },
      own('ranges', [{ Low: '0', High: '0' }], ['error number-zero list.csv:5 Low «0»']),
      own(
        'ranges',
        [{ Street: 'Ash St', Low: '0', High: '98', Side: 'Even' }],
        [],
        'from 0 in a list of the office',
      ),
      own('addresses', [{ Address: '0 Oak St' }], ['error address-not-cut list.csv:5 Address «0 Oak St»']),
    ],
  },
  {
    item: 'A row that names no street',
    codes: ['street-missing', 'address-not-cut'],
    ways: [
      {
        way: 'in a feed',
        ...street(soundStreet.replace('OAK', ''), ''),
        found: ['error street-missing street_segment.txt:4 street_name «»'],
      },
      {
        way: 'blanks for a name',
        ...street(soundStreet.replace('OAK', '   '), ''),
        found: ['error street-missing street_segment.txt:4 street_name «»'],
      },
      own('ranges', [{ Street: '' }], ['error street-missing list.csv:5 Street «»']),
      own('addresses', [{ Address: '' }], ['error address-not-cut list.csv:5 Address «»']),
    ],
  },
  {
    item: 'A ZIP that is not five digits',
    codes: ['zip-unreadable'],
    ways: [
      {
        way: 'blank',
        ...street(soundStreet.replace('43999', ''), ''),
        found: ['error zip-unreadable street_segment.txt:4 zip «»'],
      },
      {
        way: 'letters',
        ...street(soundStreet.replace('43999', '4399O'), ''),
        found: ['error zip-unreadable street_segment.txt:4 zip «4399O»'],
      },
      own('ranges', [{ ZIP: '439999' }], ['error zip-unreadable list.csv:5 ZIP «439999»']),
    ],
  },
  {
    item: 'A state that is not the office’s',
    happens:
      'A street is set aside, a polling place is a warning, and files of another state are refused whole.',
    codes: ['segment-state-other', 'place-state-other', 'state-not-the-offices'],
    ways: [
      {
        way: 'of a street',
        ...street(soundStreet.replace('OH', 'PA'), ''),
        found: ['error segment-state-other street_segment.txt:4 state «PA»'],
      },
      {
        way: 'of a street, in full',
        ...street(soundStreet.replace('OH', 'Pennsylvania'), ''),
        found: ['error segment-state-other street_segment.txt:4 state «PA»'],
      },
      {
        way: 'of a place',
        ...oneRow('polling_location.txt', 2, 'pl1,First School,1 Oak St,Springvale,PA,43999'),
        found: ['warning place-state-other polling_location.txt:2 structured_state «PA»'],
      },
      {
        way: 'of the whole feed',
        files: [],
        officeState: 'MS',
        found: ['fatal state-not-the-offices state.txt:- - «OH»'],
      },
      own('ranges', [{ St: 'PA' }], ['error segment-state-other list.csv:5 St «PA»']),
      own(
        'ranges',
        [{ ...library, 'Place address': '3 Elm St, Springvale, PA 43999' }],
        ['warning place-state-other list.csv:5 Place address «PA»'],
        'of a place in a joined list',
      ),
      own(
        'addresses',
        [{ Address: '16 Oak St, Springvale PA 43999' }],
        ['error segment-state-other list.csv:5 Address «PA»'],
      ),
      {
        way: 'the office’s own, in full',
        ...street(soundStreet.replace('OH', 'Ohio'), ''),
        found: [],
        officeState: 'OH',
      },
    ],
  },
];
