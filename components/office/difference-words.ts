// Owns how changes read: ranges that go a way, numbers of a street, precincts and places. Knows no page.

import type {
  AddressCount,
  ComparedPlace,
  PlaceChange,
  PrecinctChangeKind,
  RangeChange,
  RangeGroup,
} from '@/lib/office/compare/difference';

/** `412 address ranges move from First Baptist Church to City Hall`. */
export function groupSentence({ from, to, rows }: RangeGroup): string {
  const one = rows.length === 1;
  const ranges = rangesText(rows.length);
  if (from === null)
    return `${ranges} ${one ? 'is' : 'are'} new, and ${one ? 'leads' : 'lead'} to ${to?.label}`;
  if (to === null) return `${ranges} of ${from.label} ${one ? 'is' : 'are'} no longer on the list`;
  return `${ranges} ${one ? 'moves' : 'move'} from ${from.label} to ${to.label}`;
}

/** `412 address ranges`. */
export function rangesText(count: number): string {
  return count === 1 ? '1 address range' : `${countText(count)} address ranges`;
}

export const countText = (count: number): string => count.toLocaleString('en-US');

/** `up to 24,310 house numbers, and all numbers of 2 streets or sides`; no list says how many houses stand there. */
export function addressesText({ numbers, openRanges }: AddressCount): string {
  const parts = [
    ...(numbers > 0 || openRanges === 0
      ? [numbers === 1 ? '1 house number' : `up to ${countText(numbers)} house numbers`]
      : []),
    ...(openRanges > 0
      ? [`${countText(openRanges)} ${openRanges === 1 ? 'range' : 'ranges'} without an end (“all numbers”)`]
      : []),
  ];
  return parts.join(', and ');
}

/** As lib/view/number-ranges reads a range to voters. */
const ALL_FROM = 9998;
const OPEN_FROM = 999_998;

/** `101 to 199, odd`, `all numbers`, `12 1/2`; units behind it. */
export function numbersText(row: RangeChange): string {
  const { start, end, oddEvenBoth, prefix, suffix, units } = row;
  const side = oddEvenBoth === 'both' || start === end ? '' : `, ${oddEvenBoth}`;
  const behind = suffix.includes('/') ? ` ${suffix}` : suffix;
  const write = (number: number) => `${prefix}${number}${behind}`;
  const numbers =
    start <= 2 && end >= ALL_FROM
      ? 'all numbers'
      : start < end && end >= OPEN_FROM
        ? `${write(start)} and up`
        : start === end
          ? write(start)
          : `${write(start)} to ${write(end)}`;
  const unit = units === null ? '' : units === 'other units' ? ', other units' : `, unit ${units}`;
  return `${numbers}${side}${unit}`;
}

export const precinctWords: Readonly<Record<PrecinctChangeKind, string>> = {
  changesPlace: 'Votes somewhere else',
  losesPlace: 'Loses its polling place',
  gone: 'No longer on the list',
  new: 'New',
};

const placeWords: Readonly<Record<PlaceChange, string>> = {
  gone: 'No longer on the list',
  new: 'New',
  renamed: 'Other name',
  moved: 'Other address',
  lines: 'Other second line of the address',
  hours: 'Other hours',
};

/** `2 places are only spelled differently`. */
export function respeltText(count: number): string {
  return count === 1
    ? 'One place is only spelled differently'
    : `${countText(count)} places are only spelled differently`;
}

/** `Other name, other hours`; `Other addresses vote here` where only what leads there changes. */
export function placeChangeText({ changes }: Pick<ComparedPlace, 'changes'>): string {
  if (changes.length === 0) return 'Other addresses vote here';
  const [first, ...rest] = changes.map((change) => placeWords[change]);
  return [first, ...rest.map((text) => text.toLowerCase())].join(', ');
}
