// Owns the first page of an archive of plain pages: in every language, how old it is and the way in. Knows no archive.

import { doc, el } from '../plain-pages/html';
import { PLAIN_STYLE } from '../plain-pages/style';
import { startPagePath } from '../start-page-path';
import { type PackStamp, stampBox } from './stamp';

/** `index.html` of the archive. */
export function packStart(stamp: PackStamp): string {
  const [first] = stamp.languages;
  if (first === undefined) throw new Error('no language');
  const head = [
    el('meta', { charset: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    el('meta', { name: 'referrer', content: 'no-referrer' }),
    el('title', null, first.messages.shell.title),
  ];
  const sections = stamp.languages.map((language) => {
    const { tag, direction, ownName, messages } = language;
    return el(
      'section',
      { lang: tag, dir: direction },
      el('h2', null, ownName),
      stampBox(stamp, language),
      el('p', null, el('a', { href: startPagePath(tag).slice(1) }, messages.plain.toStart)),
    );
  });
  const main = el('main', null, el('h1', null, first.messages.shell.title), ...sections);
  return doc({ lang: first.tag, dir: first.direction }, head, PLAIN_STYLE, main);
}
