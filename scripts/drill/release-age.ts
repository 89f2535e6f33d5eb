// Owns when a release was made, as its pointer says it, and whether a line on a page says the same. Shares no code with what
// words times for voters.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { POINTER_FILE } from '@/lib/release/verify-pointer';

/** When the release in a web root was last confirmed. */
export async function issuedAt(root: string): Promise<Date> {
  const envelope: { readonly payload: string } = JSON.parse(await readFile(join(root, POINTER_FILE), 'utf8'));
  const pointer: { readonly issuedAt: string } = JSON.parse(envelope.payload);
  return new Date(pointer.issuedAt);
}

/** Where the drill's browsers are. */
const ZONE = 'America/Chicago';

/** `saysWhen('Last confirmed on Thursday, November 26, 7:54 am. …', issued)`. Noon and midnight have words of their own, and
 *  pass. */
export function saysWhen(line: string | null, instant: Date): boolean {
  if (line === null) return false;
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
    timeZone: ZONE,
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? '';
  const isDay = line.includes(`${part('weekday')}, ${part('month')} ${part('day')}`);
  const minute = part('minute') === '00' ? '' : `:${part('minute')}`;
  const time = `${part('hour')}${minute} ${part('dayPeriod').toLowerCase()}`;
  return isDay && (line.includes(time) || (part('hour') === '12' && minute === ''));
}
