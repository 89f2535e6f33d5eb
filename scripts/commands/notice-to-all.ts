// Owns `levee notice --kind all`: what is said to everybody before they look anything up, about no place. Writes no release.

import { randomUUID } from 'node:crypto';
import type { Notice } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import { languages } from '@/lib/messages/languages';
import { freshWish, wallTime } from '@/lib/office/notices/notice-form';
import { noticeToAllOf } from '@/lib/office/notices/notice-wish';
import { STATE_OFFICE } from '@/lib/office/notices/to-all';
import type { Pointer } from '@/lib/release/format';
import type { ReleaseContents } from '@/lib/release/late-pages/read-release';
import { viewForAll } from '@/lib/view/notice-view';
import type { Terminal } from './command';
import type { NoticeTask } from './notice-options';
import { readTime } from './read-time';

type Wish = Extract<NoticeTask, { kind: 'tellAll' }>['wish'];

/** The notice; what voters will see of it is written out. The error is a sentence. */
export function noticeToAll(
  wish: Wish,
  pointer: Pointer,
  { root, source }: ReleaseContents,
  { out, now }: Pick<Terminal, 'out' | 'now'>,
): Result<Notice, string> {
  const ids = [...new Set(root.localities.map(({ officeId }) => officeId))];
  if (wish.officeId !== null && !ids.includes(wish.officeId)) {
    return err(`there is no office "${wish.officeId}": leave --office out, or use one of ${ids.join(', ')}`);
  }
  const zones = new Set(source.localities.map(({ object }) => object.timeZone));
  const [only] = zones;
  const zone = zones.size === 1 && only != null ? only : 'UTC';
  const today = now().toISOString().slice(0, 10);
  const date = pointer.elections.find((each) => each.date >= today)?.date ?? today;
  // Until midnight: what is said to everybody is mostly about the day itself.
  const fresh = freshWish({ places: [], election: { id: '', name: '', date: '' } }, zone, now());
  const [from, until] = [wallOf(wish.from, fresh.from, zone), wallOf(wish.until, fresh.until, zone)];
  if (from === null || until === null) {
    return err('--from-time and --until take times such as 2026-11-03T06:00');
  }
  const made = noticeToAllOf({ from, until, text: wish.text }, date, zone, now());
  if (!made.ok) return err(made.error.message);
  const notice: Notice = { id: randomUUID(), officeId: wish.officeId ?? STATE_OFFICE, ...made.value };
  const offices = root.localities.map(({ officeId, office }) => ({ id: officeId, name: office.name }));
  out.write('Voters will see this on the first page:\n');
  for (const { messages, ownName } of languages) {
    for (const view of viewForAll([notice], offices, { messages, now: now(), timeZone: zone })) {
      const lines = [view.heading, view.body.text, view.period, view.source].filter(Boolean);
      out.write(`\n  ${ownName}\n  ${lines.join('\n  ')}\n`);
    }
  }
  return ok(notice);
}

/** On the clock of a zone as it stands, or a moment with its own zone; null for neither. */
export function wallOf(text: string | null, otherwise: string, zone: string): string | null {
  if (text === null) return otherwise;
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return text;
  const time = /(Z|[+-]\d{2}:\d{2})$/.test(text) ? readTime(text) : null;
  return time === null ? null : wallTime(time, zone);
}
