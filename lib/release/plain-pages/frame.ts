// Owns what every plain page has around its content: whose it is, that practice is practice, the other languages, the
// phone, how old it may be, and the way to the main page. Must not know what the page is about.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Language } from '@/lib/messages/languages';
import { callWords, officeNames } from '@/lib/view/office-view';
import { fill } from '@/lib/view/paragraph';
import { pathInLanguage, relativeLink } from '../page-paths';
import { startPagePath } from '../start-page-path';
import { type Child, doc, el, type Html } from './html';
import { paragraph } from './parts';
import { PLAIN_STYLE, RIGHT_TO_LEFT_STYLE } from './style';

/** What all pages of a release share. */
export interface Site {
  readonly languages: readonly Language[];
  /** `https://vote.example.gov`, for `canonical` and `hreflang`; null: neither. */
  readonly origin: string | null;
  readonly isPractice: boolean;
}

/** One page, but for its frame. */
export interface PageContent {
  readonly path: string;
  /** The only large heading. */
  readonly heading: string;
  /** Whose data it is, and who is to be called. */
  readonly offices: LookupOutcome['offices'];
  readonly content: readonly Child[];
  /** Links that stand below: where to go from here. */
  readonly ways: readonly (readonly [path: string, text: string])[];
  /** A page whose language is nobody's: it has no other versions. */
  readonly isForAll?: boolean;
}

const encoder = new TextEncoder();

/** The page's bytes in one language. */
export function pageBytes(page: PageContent, language: Language, site: Site): Uint8Array<ArrayBuffer> {
  const { tag, direction, messages } = language;
  const head = [
    el('meta', { charset: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    el('meta', { name: 'referrer', content: 'no-referrer' }),
    el('meta', { name: 'format-detection', content: 'telephone=no,address=no,email=no' }),
    el('title', null, `${page.heading} - ${messages.shell.title}`),
    ...absoluteLinks(page, site),
  ];
  const text = doc(
    { lang: tag, dir: direction },
    head,
    direction === 'rtl' ? PLAIN_STYLE + RIGHT_TO_LEFT_STYLE : PLAIN_STYLE,
    header(page, language, site),
    el('main', null, el('h1', null, page.heading), ...page.content, ways(page, language)),
    footer(page, language, site),
  );
  return encoder.encode(text);
}

/** Only where the site's own address is known: a wrong one is worse than none. */
function absoluteLinks({ path, isForAll }: PageContent, { languages, origin }: Site): readonly Html[] {
  if (origin === null) return [];
  const base = origin.replace(/\/+$/, '');
  const canonical = el('link', { rel: 'canonical', href: base + path });
  if (isForAll === true) return [canonical];
  return [
    canonical,
    ...languages.map(({ tag }) =>
      el('link', { rel: 'alternate', hreflang: tag, href: base + pathInLanguage(path, tag) }),
    ),
  ];
}

function header({ path, offices, isForAll }: PageContent, language: Language, site: Site): Html {
  const { messages, tag } = language;
  const others = site.languages.filter((other) => other.tag !== tag);
  return el(
    'header',
    null,
    el('p', { class: 'b' }, officeNames({ offices }, messages) ?? messages.shell.title),
    site.isPractice ? el('p', { class: 'm' }, messages.practice.marker) : null,
    isForAll === true || others.length === 0
      ? null
      : el(
          'nav',
          { 'aria-label': messages.shell.languageLabel, class: 'x' },
          others.map((other) =>
            el(
              'a',
              {
                href: relativeLink(path, pathInLanguage(path, other.tag)),
                hreflang: other.tag,
                lang: other.tag,
                dir: other.direction,
              },
              other.ownName,
            ),
          ),
        ),
  );
}

function ways({ path, ways: links }: PageContent, { messages }: Language): Html {
  const { tag, plain, result } = messages;
  const start = startPagePath(tag);
  const all = path === start ? links : [...links, [start, plain.toStart] as const];
  const list = all.map(([to, text]) => el('li', null, el('a', { href: relativeLink(path, to) }, text)));
  // Up from `/p/en/` to `/en/`, also where the site lies below a folder.
  const main = el('a', { href: `../../${tag}/` }, plain.toMainPage);
  return el(
    'nav',
    { 'aria-label': result.nextSteps, class: 'x' },
    el('ul', null, ...list, el('li', null, main)),
  );
}

function footer({ offices }: PageContent, { messages }: Language, { isPractice }: Site): Html {
  const { plain, practice, shell } = messages;
  const office = officeNames({ offices }, messages);
  const older = fill(plain.mayBeOlder, { call: callWords({ offices }, messages) });
  return el(
    'footer',
    null,
    isPractice ? el('p', null, practice.banner) : null,
    office === null ? null : el('p', null, format(plain.madeBy, { office })),
    el('p', null, paragraph(older)),
    el('p', null, shell.footerNote),
  );
}
