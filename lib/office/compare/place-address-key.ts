// Owns what two spellings of a place's address must share to be the same address: the folding by which voters' addresses are matched
// (docs/adr/0005), and USPS abbreviations of units. Pure.

import { canonicalWords } from '@/lib/core/address/canonical';
import { keyOf, squash } from '@/lib/core/address/street-key';
import { fold, words } from '@/lib/core/address/tokens';
import { townKey } from '@/lib/core/address/town';
import { SUFFIXES } from '@/lib/core/usps/suffixes';
import { STANDALONE_UNITS, UNIT_DESIGNATORS } from '@/lib/core/usps/units';
import type { PollingLocation } from '@/lib/core/vip';

/** `410 Market Street, Suite 5` and `410 MARKET ST STE 5` have one key. No two streets have: `410 N Market St`, `410 Market Ave` and
 *  `410 Market` are others. */
export function addressLineKey(line: string): string {
  const all = words(fold(line));
  // A number and a name come before any unit: `12 Suite Rd` has none. `TRLR` is a type of street as well.
  const unitAt = all.findIndex(
    (word, index) => index > 1 && unitOf(word) !== undefined && !SUFFIXES.has(word),
  );
  const end = unitAt < 0 ? all.length : unitAt;
  const street = canonicalWords(all.slice(0, end)).map(({ word }) => word);
  const { pre, core, suffix, post } = keyOf(street);
  const unit = all.slice(end).map((word) => unitOf(word) ?? word);
  return [pre, squash(core), suffix, post, unit.join(' ')].join('/');
}

const unitOf = (word: string): string | undefined => UNIT_DESIGNATORS.get(word) ?? STANDALONE_UNITS.get(word);

/** Street, town and five digits of the ZIP. */
export function placeAddressKey({
  line1,
  city,
  zip,
}: Pick<PollingLocation, 'line1' | 'city' | 'zip'>): string {
  return [addressLineKey(line1), townKey(city), zip.slice(0, 5)].join('|');
}
