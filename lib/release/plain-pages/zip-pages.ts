// Owns the pages of one ZIP: its streets with their numbers on one page, or on several with an index; lists of places
// too long to stand beside a street; and what is said of a ZIP without streets.

import { format } from '@/lib/messages/format';
import type { Language } from '@/lib/messages/languages';
import type { MadePage } from '../page-manifests';
import { countyPagePath, placePagePath, relativeLink, zipPagePath } from '../page-paths';
import { type AnswerCells, type AnswerViews, answerCells } from './answer-cells';
import { divide, fitsPage } from './fit';
import { type PageContent, pageBytes, type Site } from './frame';
import { el } from './html';
import { officesOf, type ZipSource } from './page-source';
import { placeLines } from './parts';
import { type StreetAtom, streetsOf } from './street-atoms';
import { groupEnds, streetSections } from './street-sections';
import { fullNameOf, zipIntro, zipOutro, zipWithoutStreets } from './zip-texts';

/** Lists of places have numbers that no group of streets has, and room for their parts. */
const FIRST_LIST = 1001;
const PARTS_A_LIST = 50;

/** A ZIP may belong to any of fifty towns; where it does, the start is the way to them. */
const MOST_WAYS = 12;

/** The manifest in which a ZIP's pages stand. */
export function zipManifest(zip: string): string {
  return `zip-${zip}`;
}

/** Every page of a ZIP, in all languages; `views` has the answers in each of them. */
export function zipPages(
  source: ZipSource,
  views: ReadonlyMap<string, AnswerViews>,
  site: Site,
): readonly MadePage[] {
  const streets = streetsOf(source.zip, source.layers);
  const writers = site.languages.map((language) => new ZipWriter(source, views, language, site));
  if (streets.length === 0) return writers.map((writer) => writer.withoutStreets());
  const atoms = streets.flatMap((street) => street.atoms);
  const whole = writers.map((writer) => writer.numbers(atoms, null));
  if (fitsPage(whole.map(({ bytes }) => bytes))) return [...whole, ...listPages(writers)];
  const fits = (run: readonly StreetAtom[]) =>
    fitsPage(writers.map((writer) => writer.numbers(run, FIRST_LIST).bytes));
  const groups = divide(streets, (run) => fits(run.flatMap((street) => street.atoms)))
    .map((run) => run.flatMap((street) => street.atoms))
    .flatMap((run) => divide(run, fits));
  const pages = writers.flatMap((writer) => [
    writer.index(groups),
    ...groups.map((group, index) => writer.numbers(group, index + 1)),
  ]);
  return [...pages, ...listPages(writers)];
}

/** Divided alike in all languages, so that each page has its other versions. */
function listPages(writers: readonly ZipWriter[]): readonly MadePage[] {
  const lengths = writers[0]?.listLengths() ?? [];
  return lengths.flatMap((length, list) => {
    const positions = Array.from({ length }, (_, at) => at);
    const fits = (run: readonly number[]) =>
      fitsPage(writers.map((writer) => writer.list({ list, run, part: 1, parts: PARTS_A_LIST }).bytes));
    const alone = { list, run: positions, part: 1, parts: 1 };
    const whole = writers.map((writer) => writer.list(alone));
    if (fitsPage(whole.map(({ bytes }) => bytes))) return whole;
    const runs = divide(positions, fits);
    return writers.flatMap((writer) =>
      runs.map((run, index) => writer.list({ list, run, part: index + 1, parts: runs.length })),
    );
  });
}

function listPath(lang: string, zip: string, list: number, part: number): string {
  return zipPagePath(lang, zip, FIRST_LIST + list * PARTS_A_LIST + part - 1);
}

interface ListPart {
  readonly list: number;
  readonly run: readonly number[];
  readonly part: number;
  readonly parts: number;
}

/** One ZIP in one language. */
class ZipWriter {
  readonly #source: ZipSource;
  readonly #language: Language;
  readonly #site: Site;
  readonly #cells: AnswerCells;

  constructor(source: ZipSource, views: ReadonlyMap<string, AnswerViews>, language: Language, site: Site) {
    this.#source = source;
    this.#language = language;
    this.#site = site;
    const own = views.get(language.tag);
    if (own === undefined) throw new Error(`no answers in ${language.tag}`);
    this.#cells = answerCells(zipPagePath(language.tag, source.zip), own, language.messages, {
      listPath: (lang, list) => listPath(lang, source.zip, list, 1),
      withConfirm: source.localities.length > 1,
    });
  }

  /** Streets with their numbers: the ZIP's own page, or that of a group. */
  numbers(atoms: readonly StreetAtom[], group: number | null): MadePage {
    const { messages, tag } = this.#language;
    const { zip } = this.#source;
    const ends = groupEnds(atoms);
    return this.#page({
      path: zipPagePath(tag, zip, group),
      heading:
        group === null
          ? format(messages.plain.zip, { zip })
          : format(messages.plain.zipGroup, { zip, ...ends }),
      content: [
        ...zipIntro(this.#source, messages),
        ...streetSections(atoms, this.#source, this.#cells, messages),
        ...zipOutro(this.#source, messages),
      ],
      ways: group === null ? [] : [[zipPagePath(tag, zip), format(messages.plain.toZip, { zip })]],
    });
  }

  /** The groups of a ZIP with too many streets for one page. */
  index(groups: readonly (readonly StreetAtom[])[]): MadePage {
    const { messages, tag } = this.#language;
    const { zip } = this.#source;
    const path = zipPagePath(tag, zip);
    const links = groups.map((group, index) =>
      el(
        'li',
        null,
        el(
          'a',
          { href: relativeLink(path, zipPagePath(tag, zip, index + 1)) },
          format(messages.plain.group, groupEnds(group)),
        ),
      ),
    );
    return this.#page({
      path,
      heading: format(messages.plain.zip, { zip }),
      content: [
        el('h2', null, messages.plain.groupsHeading),
        el('ul', { class: 'k' }, links),
        ...zipOutro(this.#source, messages),
      ],
      ways: [],
    });
  }

  withoutStreets(): MadePage {
    const { messages, tag } = this.#language;
    const { zip } = this.#source;
    return this.#page({
      path: zipPagePath(tag, zip),
      heading: format(messages.plain.zip, { zip }),
      content: zipWithoutStreets(this.#source, messages),
      ways: [],
    });
  }

  /** How many places each list has to which answers of this ZIP lead. Complete only once all streets are written. */
  listLengths(): readonly number[] {
    return this.#cells.lists().map((places) => places.length);
  }

  /** Some places of a list, by their positions. */
  list({ list, run, part, parts }: ListPart): MadePage {
    const { messages, tag } = this.#language;
    const { zip } = this.#source;
    const { plain } = messages;
    const path = listPath(tag, zip, list, part);
    const places = run.flatMap((at) => this.#cells.lists()[list]?.[at] ?? []);
    const items = places.map(({ officeId, place }) =>
      el('li', null, ...placeLines(place, relativeLink(path, placePagePath(tag, officeId, place.listedId)))),
    );
    const others = Array.from({ length: parts }, (_, at) => at + 1).filter((other) => other !== part);
    return this.#page({
      path,
      heading: `${format(plain.zip, { zip })}: ${format(plain.placesOf, { list: String(list + 1) })}`,
      content: [el('ul', { class: 'k' }, items)],
      ways: [
        ...others.map(
          (other) =>
            [listPath(tag, zip, list, other), format(plain.page, { number: String(other) })] as const,
        ),
        [zipPagePath(tag, zip), format(plain.toZip, { zip })],
      ],
    });
  }

  #page(content: Pick<PageContent, 'path' | 'heading' | 'content' | 'ways'>): MadePage {
    const { tag, messages } = this.#language;
    const { localities, zip } = this.#source;
    const ways = localities
      .slice(0, MOST_WAYS)
      .map(
        (each) =>
          [
            countyPagePath(tag, each.officeId, each.id),
            format(messages.plain.toLocality, { locality: fullNameOf(each) }),
          ] as const,
      );
    const offices = officesOf(localities);
    const page = { ...content, offices, ways: [...content.ways, ...ways] };
    return {
      path: content.path,
      bytes: pageBytes(page, this.#language, this.#site),
      manifest: zipManifest(zip),
    };
  }
}
