import { describe, expect, it } from 'vitest';
import { SUFFIXES } from '@/lib/core/usps/suffixes';
import { addressLineKey, placeAddressKey } from './place-address-key';

describe('an address of a place', () => {
  it.each<readonly [string, string]>([
    ['410 Market Street', '410 Market St'],
    ['410 MARKET ST.', '410 Market  Street'],
    ['12 North First Avenue', '12 N 1st Ave'],
    ['12 N. Main St., Suite 5', '12 North Main Street STE 5'],
    ['7 Oak Boulevard Building B Floor 2', '7 Oak Blvd, Bldg B, Fl 2'],
    ['3 County Road 12', '3 CR 12'],
    ['5 Saint John’s Road', "5 ST JOHN'S RD"],
    ['9 Peña Lane', '9 PENA LN'],
    ['1 Main St, Lower Level', '1 MAIN STREET LOWR LEVEL'],
    ['100 Main St #5', '100 Main Street # 5'],
    ['8 McArthur Dr', '8 Mc Arthur Drive'],
  ])('is the same as “%s” and “%s”', (a, b) => {
    expect(addressLineKey(a)).toBe(addressLineKey(b));
  });

  it.each<readonly [string, string]>([
    ['410 Market St', '412 Market St'],
    ['410 Market St', '410 Market Ave'],
    ['410 Market St', '410 N Market St'],
    ['410 N Market St', '410 S Market St'],
    ['410 Market St', '410 Market'],
    ['410 Market St Ste 5', '410 Market St Ste 6'],
    ['410 Market St', '410 Market St Ste 5'],
    ['12 34 Main St', '1234 Main St'],
    ['1 1st St', '11 St'],
    ['', '1 Main St'],
  ])('is another one: “%s” and “%s”', (a, b) => {
    expect(addressLineKey(a)).not.toBe(addressLineKey(b));
  });

  it('is the same with every way of writing a type that the Postal Service knows', () => {
    for (const [spelling, standard] of SUFFIXES) {
      expect(addressLineKey(`410 Market ${spelling}`), spelling).toBe(
        addressLineKey(`410 MARKET ${standard}.`),
      );
    }
    const standards = new Set(SUFFIXES.values());
    expect(new Set([...standards].map((type) => addressLineKey(`410 Market ${type}`))).size).toBe(
      standards.size,
    );
  });

  it('has a town and five digits', () => {
    const at = { line1: '1 Main St', city: 'Saint Paul', zip: '55101' };
    expect(placeAddressKey({ ...at, city: 'ST. PAUL', zip: '55101-1234' })).toBe(placeAddressKey(at));
    expect(placeAddressKey({ ...at, zip: '55102' })).not.toBe(placeAddressKey(at));
    expect(placeAddressKey({ ...at, city: 'Minneapolis' })).not.toBe(placeAddressKey(at));
  });
});
