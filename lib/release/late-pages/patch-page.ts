// Owns putting a late change on a plain page of which nobody here can make the whole: a box below its heading, and taking it
// off again. Everything put in is escaped by lib/release/plain-pages/html.

import type { Notice } from '@/lib/core/lookup/outcome';
import type { Language } from '@/lib/messages/languages';
import { viewNotice } from '@/lib/view/notice-view';
import { readerLater } from '@/lib/view/written-ahead';
import { el } from '../plain-pages/html';
import { noticeBox } from '../plain-pages/parts';

/** How one notice reads in one language, as HTML: alike each time, so that it can be found again. */
export function lateBox(
  notice: Notice,
  officeName: string | null,
  timeZone: string | null,
  { messages, tag }: Language,
): string {
  const view = viewNotice(notice, officeName, { ...readerLater(messages), timeZone });
  return el('div', { class: 'late' }, noticeBox(view, tag)).text;
}

/** The page without the boxes `off` and with the boxes `on` below its heading. A page without a heading is none of ours. */
export function patchedPage(html: string, off: readonly string[], on: readonly string[]): string {
  let text = html;
  for (const box of off) text = text.replaceAll(box, '');
  const end = text.indexOf('</h1>');
  if (end < 0) throw new Error('a plain page has a heading');
  const at = end + '</h1>'.length;
  return text.slice(0, at) + on.join('') + text.slice(at);
}
