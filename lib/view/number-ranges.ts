// Owns how house number ranges read. `1-999999` is an office's way of writing "all numbers".

import type { NumberForm } from '@/lib/core/lookup/claims';
import type { NumberRange } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';

// Offices write the end of "all" as 9998, 9999, 99999, 999999 …; no street goes on for so long.
const leastEndOfAll = 9998;

// Where a range starts in the middle, a smaller end may be a true one: 9000 to 9999.
const leastOpenEnd = 999_998;

/** Ranges in order, each once: 500-699 and 700-799 on both sides read "500 to 799". */
export function rangeTexts(ranges: readonly NumberRange[], messages: Messages): readonly string[] {
  return [...new Set(joined(ranges).map((range) => rangeText(range, messages)))];
}

/** The same for numbers written with something before or behind: `N6W23001`, `12-34`, `12 1/2`. */
export function formRangeTexts(
  ranges: readonly NumberRange[],
  { prefix, suffix }: NumberForm,
  messages: Messages,
): readonly string[] {
  if (prefix === '' && suffix === '') return rangeTexts(ranges, messages);
  const behind = suffix.includes('/') ? ` ${suffix}` : suffix;
  const write = (number: number) => `${prefix}${number}${behind}`;
  return [...new Set(joined(ranges).map((range) => spanText(range, messages, write)))];
}

/** Ranges of one side that touch or overlap become one. Sides stay apart: they may be told apart for a reason. */
function joined(ranges: readonly NumberRange[]): readonly NumberRange[] {
  const sides = (['both', 'odd', 'even'] as const).map((side) =>
    joinedSide(
      ranges.filter((range) => range.oddEvenBoth === side),
      side === 'both' ? 1 : 2,
    ),
  );
  return sides.flat().sort((a, b) => a.start - b.start || a.end - b.end);
}

function joinedSide(ranges: readonly NumberRange[], step: number): readonly NumberRange[] {
  const result: NumberRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || range.start > last.end + step) result.push(range);
    else result[result.length - 1] = { ...last, end: Math.max(last.end, range.end) };
  }
  return result;
}

/** `{start: 101, end: 199, oddEvenBoth: 'odd'}` -> "101 to 199, odd numbers". */
function rangeText(range: NumberRange, messages: Messages): string {
  const { start, end, oddEvenBoth } = range;
  const { outcome, plain } = messages;
  if (start <= 2 && end >= leastEndOfAll) {
    return { both: outcome.rangeAll, odd: outcome.rangeAllOdd, even: outcome.rangeAllEven }[oddEvenBoth];
  }
  if (start < end && end >= leastOpenEnd) {
    const template = { both: plain.rangeUp, odd: plain.rangeUpOdd, even: plain.rangeUpEven }[oddEvenBoth];
    return format(template, { start: String(start) });
  }
  return spanText(range, messages, String);
}

function spanText(
  { start, end, oddEvenBoth }: NumberRange,
  { outcome }: Messages,
  write: (number: number) => string,
): string {
  if (start === end) return format(outcome.rangeOne, { number: write(start) });
  const template = { both: outcome.rangeBoth, odd: outcome.rangeOdd, even: outcome.rangeEven }[oddEvenBoth];
  return format(template, { start: write(start), end: write(end) });
}
