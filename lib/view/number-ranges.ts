// Owns how house number ranges read. `1-999999` is an office's way of writing "all numbers".

import type { NumberRange } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';

// Offices write the end of "all" as 9998, 9999, 99999, 999999 …; no street goes on for so long.
const leastEndOfAll = 9998;

/** Ranges in order, each once: 500-699 and 700-799 on both sides read "500 to 799". */
export function rangeTexts(ranges: readonly NumberRange[], messages: Messages): readonly string[] {
  return [...new Set(joined(ranges).map((range) => rangeText(range, messages)))];
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
function rangeText({ start, end, oddEvenBoth }: NumberRange, messages: Messages): string {
  const { outcome } = messages;
  if (start === end) return format(outcome.rangeOne, { number: String(start) });
  if (start <= 2 && end >= leastEndOfAll) {
    return { both: outcome.rangeAll, odd: outcome.rangeAllOdd, even: outcome.rangeAllEven }[oddEvenBoth];
  }
  const template = { both: outcome.rangeBoth, odd: outcome.rangeOdd, even: outcome.rangeEven }[oddEvenBoth];
  return format(template, { start: String(start), end: String(end) });
}
