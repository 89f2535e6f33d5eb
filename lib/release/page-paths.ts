// Owns the names of the plain pages: how each is made, and which there can be. Everything that writes, serves,
// copies or links to a page asks here. Flat names, so that links also work from a folder on a disk.

import { numbered } from './start-page-path';

/** Longer ids than this, encoded, are cut: a file's name has 255 bytes, and a page's may hold two ids. */
const LONGEST_ID = 90;

/** An id as part of a file's name: `[a-z0-9-]` stays, anything else is `_`, its hex code, `_`. `MS-4` -> `_4d__53_-4`.
 *  One id, one name, also where a disk does not tell capitals apart; an id that is too long ends in its hash. */
export function pageId(id: string): string {
  const encoded = id.replace(/[^a-z0-9-]/g, (unit) => `_${unit.charCodeAt(0).toString(16)}_`);
  // `x` is no hex digit: what was cut is never the name of what was not.
  return encoded.length <= LONGEST_ID ? encoded || '_x_' : `${encoded.slice(0, 60)}_x${hash(id)}_`;
}

/** FNV-1a over the UTF-16 units, twice with different beginnings: 64 bits as hex. */
function hash(text: string): string {
  return [0x811c9dc5, 0x1b873593]
    .map((basis) => {
      let value = basis;
      for (let at = 0; at < text.length; at += 1)
        value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
      return value.toString(16).padStart(8, '0');
    })
    .join('');
}

/** What belongs to one county or place: two ids, and what kind of page. A dot parts them, for no id has one. */
function named(kind: string, officeId: string, id: string, ...ends: readonly (string | number)[]): string {
  return [`${kind}-${pageId(officeId)}`, pageId(id), ...ends].join('.');
}

/** A county's (or town's) page, with its ZIPs and places. */
export function countyPagePath(lang: string, officeId: string, localityId: string, part = 1): string {
  return `/p/${lang}/${named('county', officeId, localityId, ...numbered(part))}.html`;
}

/** The same to print, for a wall or a desk. */
export function countyPrintPath(lang: string, officeId: string, localityId: string, part = 1): string {
  return `/p/${lang}/${named('county', officeId, localityId, 'print', ...numbered(part))}.html`;
}

/** A ZIP's page: `/p/en/zip-39120.html`; with a number, from 1, the page of one group of its streets. */
export function zipPagePath(lang: string, zip: string, group: number | null = null): string {
  return `/p/${lang}/zip-${zip}${group === null ? '' : `-${group}`}.html`;
}

/** One polling place's page. */
export function placePagePath(lang: string, officeId: string, placeId: string): string {
  return `/p/${lang}/${named('place', officeId, placeId)}.html`;
}

/** Where a form with a ZIP alone leads: a list of ZIPs; with three digits, those that begin so. */
export function goPagePath(zip3: string | null = null): string {
  return zip3 === null ? '/p/go/index.html' : `/p/go/zip3-${zip3}.html`;
}

const LANGUAGE = '(?!go/)[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}';
const ID = '[a-z0-9_-]{1,96}';
const NUMBER = '[1-9]\\d{0,4}';
/** What the path of a page looks like, and no other path: for web servers, which speak the same dialect (PCRE). */
export const PAGE_PATH = new RegExp(
  `^/p/(?:go/(?:index|zip3-\\d{3})|${LANGUAGE}/(?:index(?:\\.${NUMBER})?|zip-\\d{5}(?:-${NUMBER})?|` +
    `place-${ID}\\.${ID}|county-${ID}\\.${ID}(?:\\.print)?(?:\\.${NUMBER})?))\\.html$`,
);

/** True for the paths that a page can have, and no others: no slashes but the three, no two dots together, nothing encoded. */
export function isPagePath(path: unknown): path is string {
  return typeof path === 'string' && path.length <= 255 && PAGE_PATH.test(path);
}

/** How one page links to another: `('/p/en/index.html', '/p/es/index.html')` -> `../es/index.html`. */
export function relativeLink(from: string, to: string): string {
  const [, , fromFolder] = from.split('/');
  const [, , folder, file = ''] = to.split('/');
  return fromFolder === folder ? file : `../${folder}/${file}`;
}

/** The same page in another language. */
export function pathInLanguage(path: string, lang: string): string {
  return path.replace(/^\/p\/[^/]+/, `/p/${lang}`);
}
