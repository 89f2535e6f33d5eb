// Owns the pages of a county, city or town: its office, its ZIPs, its places, and the same places to print for a wall
// or a library's desk. What is too long for one page goes on others.

import type { Notice } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Language } from '@/lib/messages/languages';
import {
  type LocalityElectionView,
  type LocalityPageView,
  viewLocalityPage,
} from '@/lib/view/locality-page-view';
import type { LocalityObject } from '../format';
import type { MadePage } from '../page-manifests';
import {
  countyPagePath,
  countyPrintPath,
  goPagePath,
  pageId,
  placePagePath,
  relativeLink,
  zipPagePath,
} from '../page-paths';
import { divide, fitsPage } from './fit';
import { pageBytes, type Site } from './frame';
import { type Child, el, type Html } from './html';
import { type LocalitySource, officesOf } from './page-source';
import { noticeBox, officeContact, placeLines, printedPlace, siteCard, timeText } from './parts';

/** The manifest in which a locality's pages stand, and those of its places. */
export function localityManifest({ officeId, id }: LocalityObject): string {
  return `county-${pageId(officeId)}.${pageId(id)}`;
}

/** One entry of the list below the office: where it stands, and how it looks to read and to print. */
interface Entry {
  readonly election: LocalityElectionView;
  readonly heading: string;
  readonly lead: string | null;
  readonly toRead: (from: string) => Html;
  readonly toPrint: () => Html;
}

/** All pages of a locality, in all languages. `notices` are its office's. */
export function localityPages(
  source: LocalitySource,
  notices: readonly Notice[],
  site: Site,
): readonly MadePage[] {
  const writers = site.languages.map((language) => new LocalityWriter(source, notices, language, site));
  return (['read', 'print'] as const).flatMap((form) => {
    const whole = writers.map((writer) => writer.page({ form, run: writer.positions, part: 1, parts: 1 }));
    if (fitsPage(whole.map(({ bytes }) => bytes))) return whole;
    const fits = (run: readonly number[]) =>
      fitsPage(writers.map((writer) => writer.page({ form, run, part: MANY, parts: MANY }).bytes));
    const runs = [[], ...divide(writers[0]?.positions ?? [], fits)];
    return writers.flatMap((writer) =>
      runs.map((run, index) => writer.page({ form, run, part: index + 1, parts: runs.length })),
    );
  });
}

/** More ZIPs than any county has: the list of all of them is divided already. */
const MOST_ZIPS = 800;

/** While it is not known how many parts there are: more than there can be. */
const MANY = 40;

interface Part {
  readonly form: 'read' | 'print';
  /** Positions in the list of entries. */
  readonly run: readonly number[];
  readonly part: number;
  readonly parts: number;
}

/** One locality in one language. */
class LocalityWriter {
  readonly positions: readonly number[];
  readonly #source: LocalitySource;
  readonly #view: LocalityPageView;
  readonly #entries: readonly Entry[];
  readonly #language: Language;
  readonly #site: Site;

  constructor(source: LocalitySource, notices: readonly Notice[], language: Language, site: Site) {
    const { object, elections, uses } = source;
    this.#source = source;
    this.#language = language;
    this.#site = site;
    const listed = { ...object, elections, uses, sites: object.sites ?? [] };
    this.#view = viewLocalityPage(listed, notices, language.messages);
    this.#entries = this.#view.elections.flatMap((election) =>
      entriesOf(election, object.officeId, language),
    );
    this.positions = this.#entries.map((_, at) => at);
  }

  page({ form, run, part, parts }: Part): MadePage {
    const { object } = this.#source;
    const { messages, tag } = this.#language;
    const isPrint = form === 'print';
    const pathOf = isPrint ? countyPrintPath : countyPagePath;
    const path = pathOf(tag, object.officeId, object.id, part);
    const { name } = this.#view;
    const heading = isPrint ? format(messages.plain.printHeading, { locality: name }) : name;
    const others = Array.from({ length: parts }, (_, at) => at + 1).filter((other) => other !== part);
    const other = isPrint
      ? [
          countyPagePath(tag, object.officeId, object.id),
          format(messages.plain.toLocality, { locality: name }),
        ]
      : [countyPrintPath(tag, object.officeId, object.id), messages.plain.forPrint];
    const page = {
      path,
      heading: part === 1 ? heading : `${heading}, ${format(messages.plain.page, { number: String(part) })}`,
      offices: officesOf([object]),
      content: [...(part === 1 ? this.#first(path, isPrint) : []), ...this.#list(path, run, isPrint)],
      ways: [
        ...others.map(
          (number) =>
            [
              pathOf(tag, object.officeId, object.id, number),
              `${heading}, ${format(messages.plain.page, { number: String(number) })}`,
            ] as const,
        ),
        [other[0] ?? '', other[1] ?? ''] as const,
      ],
    };
    return { path, bytes: pageBytes(page, this.#language, this.#site), manifest: localityManifest(object) };
  }

  /** On the first page alone: the office, and the ZIPs. */
  #first(path: string, isPrint: boolean): readonly Child[] {
    const { messages, tag } = this.#language;
    const { zips } = this.#source;
    const office = [
      el('h2', null, messages.office.heading),
      ...officeContact(this.#view.office, tag),
      el('p', { class: 'q' }, messages.office.relay),
    ];
    if (isPrint) return office;
    const links = zips.map((zip) =>
      el('li', null, el('a', { href: relativeLink(path, zipPagePath(tag, zip)) }, zip)),
    );
    return [
      el('h2', null, messages.plain.zipsHeading),
      el('p', null, messages.plain.zipsLead),
      zips.length <= MOST_ZIPS
        ? el('ul', { class: 'k w' }, links)
        : el('p', null, el('a', { href: relativeLink(path, goPagePath()) }, messages.plain.allZips)),
      ...office,
    ];
  }

  /** Headings where the election or the kind of place changes. */
  #list(path: string, run: readonly number[], isPrint: boolean): readonly Child[] {
    const lists: { readonly first: Entry; readonly items: Html[] }[] = [];
    for (const at of run) {
      const entry = this.#entries[at];
      if (entry === undefined) continue;
      const item = isPrint ? entry.toPrint() : entry.toRead(path);
      const last = lists.at(-1);
      const isSame = last?.first.election === entry.election && last.first.heading === entry.heading;
      if (last !== undefined && isSame) last.items.push(item);
      else lists.push({ first: entry, items: [item] });
    }
    return lists.map(({ first: { heading, election, lead }, items }) => [
      el('h2', null, heading),
      el('p', { class: 'q' }, timeText(election.election)),
      lead === null ? null : el('p', null, lead),
      el('div', { class: isPrint ? 'g' : null }, ...items),
    ]);
  }
}

function entriesOf(
  election: LocalityElectionView,
  officeId: string,
  { messages, tag }: Language,
): readonly Entry[] {
  const places = election.places.map((use): Entry => {
    const notices = use.notices.map((notice) => noticeBox(notice, tag));
    return {
      election,
      heading: messages.plain.places,
      lead: messages.plain.placesLead,
      toRead: (from) => {
        const href = relativeLink(from, placePagePath(tag, officeId, use.place.listedId));
        return el('div', { class: 'p' }, ...notices, el('p', null, ...placeLines(use.place, href)));
      },
      toPrint: () => el('div', null, ...notices, printedPlace(use, tag)),
    };
  });
  const sites = election.sites.flatMap(({ heading, lead, sites: listed }) =>
    listed.map((site): Entry => {
      const card = () => siteCard(site, 'h3', tag);
      return { election, heading, lead, toRead: card, toPrint: card };
    }),
  );
  return [...places, ...sites];
}
