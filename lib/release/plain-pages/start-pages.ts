// Owns the first page of each language, with every office and its phone, and the list of ZIPs to which a form without
// script leads.

import { fullName } from '@/lib/core/lookup/answer';
import type { Notice } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Language } from '@/lib/messages/languages';
import { pollingPlaceLookup } from '@/lib/view/national-links';
import { viewForAll } from '@/lib/view/notice-view';
import { viewOffices } from '@/lib/view/office-view';
import { readerLater } from '@/lib/view/written-ahead';
import { compareText } from '../canonical-json';
import { type MadePage, REST } from '../page-manifests';
import { countyPagePath, goPagePath, relativeLink, zipPagePath } from '../page-paths';
import { startPagePath } from '../start-page-path';
import { divide, fitsPage } from './fit';
import { pageBytes, type Site } from './frame';
import { type Child, el, type Html } from './html';
import { type LocalitySource, officesOf } from './page-source';
import { noticeBox } from './parts';

/** The start, on one page or on several with an index, in all languages. `notices` to all stand on the first page. */
export function startPages(
  localities: readonly LocalitySource[],
  notices: readonly Notice[],
  site: Site,
): readonly MadePage[] {
  const told = (language: Language) => noticesToAll(notices, localities, language);
  const sorted = [...localities].sort((a, b) => compareText(orderOf(a), orderOf(b)));
  const pagesOf = (run: readonly LocalitySource[], part: number) =>
    site.languages.map((language) =>
      startPage({ run, part, told: part === 1 ? told(language) : [] }, language, site),
    );
  const whole = pagesOf(sorted, 1);
  const fits = (pages: readonly MadePage[]) => fitsPage(pages.map(({ bytes }) => bytes));
  if (fits(whole)) return whole;
  const runs = divide(sorted, (run) => fits(pagesOf(run, 2)));
  return [
    ...site.languages.map((language) => startIndex(runs, told(language), language, site)),
    ...runs.flatMap((run, index) => pagesOf(run, index + 2)),
  ];
}

function orderOf({ object }: LocalitySource): string {
  return `${object.state} ${fullName(object).toUpperCase()} ${object.officeId} ${object.id}`;
}

/** Their times are told in UTC, but where all localities have one zone. */
function noticesToAll(
  notices: readonly Notice[],
  localities: readonly LocalitySource[],
  { messages, tag }: Language,
): readonly Html[] {
  const zones = new Set(localities.map(({ object }) => object.timeZone));
  const [zone] = zones;
  const timeZone = zones.size === 1 ? (zone ?? null) : null;
  const offices = localities.map(({ object }) => ({ id: object.officeId, name: object.office.name }));
  const views = viewForAll(notices, offices, { ...readerLater(messages), timeZone });
  return views.map((view) => noticeBox(view, tag));
}

interface StartPart {
  readonly run: readonly LocalitySource[];
  readonly part: number;
  readonly told: readonly Html[];
}

function startPage({ run, part, told }: StartPart, language: Language, site: Site): MadePage {
  const { messages, tag } = language;
  const path = startPagePath(tag, part);
  const states = new Set(run.map(({ object }) => object.state));
  const sections = [...states].flatMap((state) => [
    states.size > 1 ? el('h3', null, messages.states[state] ?? state) : null,
    el(
      'ul',
      { class: 'k' },
      run.filter(({ object }) => object.state === state).map((each) => localityItem(each, path, language)),
    ),
  ]);
  const content = [el('h2', null, messages.plain.countiesHeading), ...sections];
  return frameStart({ path, run, told, content }, language, site);
}

function localityItem({ object }: LocalitySource, path: string, { messages, tag }: Language): Html {
  const href = relativeLink(path, countyPagePath(tag, object.officeId, object.id));
  const [office] = viewOffices({ offices: [object.office] }, messages);
  const name = fullName(object);
  const phone = office?.phone ?? null;
  const number =
    phone === null || typeof phone === 'string'
      ? phone
      : el('a', { href: phone.href, class: 'b' }, phone.text);
  return el(
    'li',
    null,
    el('a', { href }, el('strong', null, name)),
    el('br', null),
    office === undefined || office.name === name ? null : `${office.name}: `,
    number ?? office?.noPhone ?? null,
  );
}

function startIndex(
  runs: readonly (readonly LocalitySource[])[],
  told: readonly Html[],
  language: Language,
  site: Site,
): MadePage {
  const { messages, tag } = language;
  const path = startPagePath(tag);
  const links = runs.map((run, index) => {
    const ends = { from: nameOf(run[0]), to: nameOf(run.at(-1)) };
    const href = relativeLink(path, startPagePath(tag, index + 2));
    return el('li', null, el('a', { href }, format(messages.plain.group, ends)));
  });
  const content = [el('h2', null, messages.plain.countiesHeading), el('ul', { class: 'k' }, links)];
  return frameStart({ path, run: [], told, content }, language, site);
}

function nameOf(locality: LocalitySource | undefined): string {
  return locality === undefined ? '' : fullName(locality.object);
}

interface StartFrame extends Omit<StartPart, 'part'> {
  readonly path: string;
  readonly content: readonly Child[];
}

function frameStart({ path, run, told, content }: StartFrame, language: Language, site: Site): MadePage {
  const { messages } = language;
  const page = {
    path,
    heading: messages.shell.title,
    offices: officesOf(run.map(({ object }) => object)),
    content: [
      ...told,
      el('p', null, messages.plain.startLead),
      ...content,
      el('p', { class: 'q' }, messages.office.relay),
    ],
    ways: [[goPagePath(), messages.plain.allZips] as const],
  };
  return { path, bytes: pageBytes(page, language, site), manifest: REST };
}

/** The list of ZIPs, in every language on one page; by their first three digits where there are too many. */
export function goPages(
  zips: readonly string[],
  localities: readonly LocalitySource[],
  site: Site,
): readonly MadePage[] {
  const pageOf = (path: string, sections: (language: Language) => readonly Child[]): MadePage => {
    const [first] = site.languages;
    if (first === undefined) throw new Error('no language');
    const page = {
      path,
      heading: first.messages.plain.zipsHeading,
      offices: officesOf(localities.map(({ object }) => object)),
      content: site.languages.map((language) =>
        el('section', { lang: language.tag, dir: language.direction }, ...sections(language)),
      ),
      ways: path === goPagePath() ? [] : [[goPagePath(), first.messages.plain.allZips] as const],
      isForAll: true,
    };
    return { path, bytes: pageBytes(page, first, site), manifest: REST };
  };
  const listOf = (path: string, run: readonly string[]) =>
    pageOf(path, ({ tag, messages, ownName }) => [
      el('h2', null, ownName),
      el('p', null, messages.plain.zipsLead),
      el(
        'ul',
        { class: 'k w' },
        run.map((zip) => el('li', null, el('a', { href: relativeLink(path, zipPagePath(tag, zip)) }, zip))),
      ),
      el('p', null, messages.plain.zipsElsewhere),
      el(
        'p',
        null,
        el('a', { href: pollingPlaceLookup, rel: 'noreferrer' }, messages.outcome.nationalLookup),
      ),
    ]);
  const whole = listOf(goPagePath(), zips);
  if (fitsPage([whole.bytes])) return [whole];
  const zip3s = [...new Set(zips.map((zip) => zip.slice(0, 3)))];
  const index = pageOf(goPagePath(), ({ messages, ownName }) => [
    el('h2', null, ownName),
    el('p', null, messages.plain.zipsLead),
    el(
      'ul',
      { class: 'k w' },
      zip3s.map((zip3) =>
        el(
          'li',
          null,
          el(
            'a',
            {
              href: relativeLink(goPagePath(), goPagePath(zip3)),
              'aria-label': format(messages.plain.zipsStartingWith, { digits: zip3 }),
            },
            `${zip3}…`,
          ),
        ),
      ),
    ),
  ]);
  return [
    index,
    ...zip3s.map((zip3) =>
      listOf(
        goPagePath(zip3),
        zips.filter((zip) => zip.startsWith(zip3)),
      ),
    ),
  ];
}
