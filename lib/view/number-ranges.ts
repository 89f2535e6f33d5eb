// Owns how house number ranges read. `1-999999` is an office's way of writing "all numbers".

import type { NumberRange } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';

// Offices write the end of "all" as 9998, 9999, 99999, 999999 …; no street goes on for so long.
const leastEndOfAll = 9998;

/** `{start: 101, end: 199, oddEvenBoth: 'odd'}` -> "101 to 199, odd numbers". */
export function rangeText({ start, end, oddEvenBoth }: NumberRange, messages: Messages): string {
  const { outcome } = messages;
  if (start === end) return format(outcome.rangeOne, { number: String(start) });
  if (start <= 2 && end >= leastEndOfAll) {
    return { both: outcome.rangeAll, odd: outcome.rangeAllOdd, even: outcome.rangeAllEven }[oddEvenBoth];
  }
  const template = { both: outcome.rangeBoth, odd: outcome.rangeOdd, even: outcome.rangeEven }[oddEvenBoth];
  return format(template, { start: String(start), end: String(end) });
}
