import { describe, expect, it } from 'vitest';
import { readNameAndAddress } from './composed-place';

const cut = (text: string, town = '') => {
  const found = readNameAndAddress(text, town);
  return found === null ? null : [found.name, found.line1, found.city, found.state, found.zip];
};

describe('a cell of name and address', () => {
  it.each([
    [
      'FIRST BAPTIST CHURCH, 123 MAIN ST, NATCHEZ MS 39120',
      'FIRST BAPTIST CHURCH',
      '123 MAIN ST',
      'NATCHEZ',
      'MS',
      '39120',
    ],
    ['City Hall - 200 Oak St', 'City Hall', '200 Oak St', '', '', ''],
    [
      'City Hall – 200 Oak St, Natchez, MS, 39120-1234',
      'City Hall',
      '200 Oak St',
      'Natchez',
      'MS',
      '39120-1234',
    ],
    [
      'Fire Station 4 (4500 Hwy 61 N, Natchez, MS 39120)',
      'Fire Station 4',
      '4500 Hwy 61 N',
      'Natchez',
      'MS',
      '39120',
    ],
    [
      'City Hall\n200 Oak St\nNatchez, Mississippi 39120',
      'City Hall',
      '200 Oak St',
      'Natchez',
      'MS',
      '39120',
    ],
    ['Town Hall\r\n 12 1/2 Elm Ave NW', 'Town Hall', '12 1/2 Elm Ave NW', '', '', ''],
    ['Precinct 4 Fire Station, 4500 County Rd 4', 'Precinct 4 Fire Station', '4500 County Rd 4', '', '', ''],
    ['VFW Post 1234: 12 Oak St', 'VFW Post 1234', '12 Oak St', '', '', ''],
    ['VFW Post 1234 - 12 Oak St', 'VFW Post 1234', '12 Oak St', '', '', ''],
    ['100 Black Men Center, 12 Oak St', '100 Black Men Center', '12 Oak St', '', '', ''],
    [
      'First Baptist Church, Fellowship Hall, 123 Main St',
      'First Baptist Church, Fellowship Hall',
      '123 Main St',
      '',
      '',
      '',
    ],
    [
      'Smith, Jones & Brown Hall (rear), 12 Oak St',
      'Smith, Jones & Brown Hall (rear)',
      '12 Oak St',
      '',
      '',
      '',
    ],
    ['Library, 200 Oak St Ste 100, Natchez MS', 'Library', '200 Oak St Ste 100', 'Natchez', 'MS', ''],
    [
      'Library; 200 Oak St; Suite 100; Natchez 39120',
      'Library',
      '200 Oak St, Suite 100',
      'Natchez',
      '',
      '39120',
    ],
    ['Library, 101 Broadway, Natchez, MS 39120', 'Library', '101 Broadway', 'Natchez', 'MS', '39120'],
    ['Library, 12-14 Oak St', 'Library', '12-14 Oak St', '', '', ''],
    ['Library, 12 - 14 Oak St', 'Library', '12 - 14 Oak St', '', '', ''],
    ['Library, N6W23001 County Road 4', 'Library', 'N6W23001 County Road 4', '', '', ''],
    ['Library, 200 Oak St, Rear Gym', 'Library', '200 Oak St, Rear Gym', '', '', ''],
    ['200 Oak St, Natchez MS 39120', '', '200 Oak St', 'Natchez', 'MS', '39120'],
    ['12 Oak St', '', '12 Oak St', '', '', ''],
  ])('is cut at the mark before the house number: %s', (text, ...parts) => {
    expect(cut(text)).toEqual(parts);
  });

  it('keeps a town behind the street that nobody named, and takes one that is known', () => {
    expect(cut('City Hall, 200 Oak St, Natchez')).toEqual(['City Hall', '200 Oak St, Natchez', '', '', '']);
    expect(cut('City Hall, 200 Oak St, Natchez', 'NATCHEZ')).toEqual([
      'City Hall',
      '200 Oak St',
      'Natchez',
      '',
      '',
    ]);
  });

  it.each([
    'City Hall',
    'VFW Post 1234',
    'Fire Station 4, Oak St',
    // The number may be the name's.
    'Fire Station 4 Main St',
    'FIRST BAPTIST CHURCH 123 MAIN ST NATCHEZ MS 39120',
    'City Hall 12 - 14 Oak St',
    // A street, and then the name; or two addresses.
    '200 Oak St, City Hall',
    '200 Oak St - City Hall',
    '12 Oak St, 14 Elm St',
    'City Hall, 200 Oak St, 14 Elm St',
    'City Hall, 200 Oak St; Library, 14 Elm St',
    'City Hall, 200 Oak St / Library',
    'City Hall, 200 Oak St & 14 Elm St',
    'City Hall, 200 Oak St or Library',
    // No street.
    'City Hall, 101 Broadway',
    'City Hall, 2nd Floor',
    'City Hall, 4 Gym Entrance',
    'City Hall, Room 101',
    'Lodge, 4 Fire Station',
    'City Hall, Main St, Natchez MS 39120',
    'City Hall, PO Box 12, Natchez MS 39120',
    'City Hall, 200 Oak St, PO Box 12, Natchez MS 39120',
    'Natchez MS 39120, 200 Oak St',
    '',
  ])('is a name as it stands where it may be cut in several ways, or in none: %s', (text) => {
    expect(cut(text)).toBeNull();
  });
});
