// Owns what a plain page says once it is handed on as a file: when it was copied, that places may have changed since, and where
// its way to the main page leads now. Knows no archive and no disk.

import { format } from '@/lib/messages/format';
import type { Language } from '@/lib/messages/languages';
import { momentText } from '@/lib/view/when';
import { patchedPage } from '../late-pages/patch-page';
import { all, el, type Html } from '../plain-pages/html';
import { startPagePath } from '../start-page-path';

/** What is said on every page of a copy. */
export interface PackStamp {
  readonly languages: readonly Language[];
  /** When the office last confirmed the release. */
  readonly issuedAt: Date;
  /** The clock that most of its voters live by; null: more than one, and the time is said in UTC. */
  readonly timeZone: string | null;
  /** `https://vote.example.gov`: where the newest lists are; null: not known. */
  readonly address: string | null;
}

/** The box: `This page was copied on Tuesday, November 3, 6:10 pm. Places may have changed since.` */
export function stampBox(stamp: PackStamp, { tag, direction, messages }: Language): Html {
  const time = momentText(stamp.issuedAt, stamp.timeZone, messages);
  const newest =
    stamp.address === null
      ? null
      : el('p', null, el('a', { href: stamp.address + startPagePath(tag) }, messages.plain.newestLists));
  return el(
    'div',
    { class: 'n', lang: tag, dir: direction },
    el('p', null, format(messages.plain.handedOn, { time })),
    newest,
  );
}

/** A page of the archive. `path` says its language; a page for all of them is stamped in each. Throws for what is no plain page. */
export function stampedPage(html: string, path: string, stamp: PackStamp): string {
  const own = stamp.languages.filter(({ tag }) => path.startsWith(`/p/${tag}/`));
  const box = all((own.length > 0 ? own : stamp.languages).map((each) => stampBox(stamp, each)));
  const text = patchedPage(html, [], [box.text]);
  // A folder opens as a list of files: the look-up is not in the archive, and its start page is.
  return text.replace(/ href="\.\.\/\.\.\/([A-Za-z-]+)\/"/g, (_, tag: string) => {
    const href = stamp.address === null ? '../../index.html' : `${stamp.address}/${tag}/`;
    return ` href="${href}"`;
  });
}
