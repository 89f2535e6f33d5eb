// Owns how the views of lib/view look on a plain page: sentences with links, offices, late changes, places, hours.
// Decides nothing: every text is the view's.

import type {
  AccessView,
  HoursView,
  LinkView,
  NoticeView,
  OfficePassage,
  OfficeText,
  OfficeView,
  Paragraph,
  PlaceView,
  SiteView,
  TimeText,
} from '@/lib/view/outcome-view';
import type { OfficeContactView, PlaceUseView } from '@/lib/view/place-page-view';
import { all, type Child, el, type Html } from './html';

/** An office's own text may be of any length; a page may not. */
const LONGEST_TEXT = 2_000;

/** Words of an office, in the language they are in. */
export function officeWords({ text, lang }: OfficeText, pageLang: string): Html {
  const short = text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
  return lang === pageLang ? all(short) : el('span', { lang }, short);
}

/** A sentence in which some pieces are links. */
export function paragraph(pieces: Paragraph): Html {
  return all(...pieces.map((piece) => (typeof piece === 'string' ? piece : link(piece))));
}

function link({ text, href }: LinkView): Html {
  // Numbers do not break in the middle.
  return el('a', { href, class: href.startsWith('tel:') ? 'b' : null }, text);
}

/** "General Election, Tuesday, November 3, 2026". */
export function timeText({ text, dateTime }: TimeText): Html {
  return el('time', { datetime: dateTime }, text);
}

/** Offices with their phones. */
export function officeList(offices: readonly OfficeView[]): Html {
  return el(
    'ul',
    { class: 'k' },
    offices.map(({ name, phone, noPhone }) =>
      el(
        'li',
        null,
        el('span', { class: 'b' }, name),
        el('br', null),
        phone === null ? noPhone : typeof phone === 'string' ? phone : link(phone),
      ),
    ),
  );
}

/** An office and what it says of itself. */
export function officeContact(
  { offices, facts, addressLines }: OfficeContactView,
  lang: string,
): readonly Child[] {
  return [
    officeList(offices),
    addressLines.length === 0 ? null : el('address', null, lines(addressLines)),
    facts === null || facts.hours === null
      ? null
      : el(
          'p',
          null,
          ...facts.hours.map((piece) => (typeof piece === 'string' ? piece : officeWords(piece, lang))),
        ),
    ...(facts?.links ?? []).map((each) => el('p', null, link(each))),
    facts === null || facts.whatToBring === null ? null : passage(facts.whatToBring, lang),
  ];
}

function passage({ heading, body }: OfficePassage, lang: string): Html {
  return el('p', null, el('strong', null, `${heading}:`), ' ', officeWords(body, lang));
}

function lines(texts: readonly string[]): readonly Child[] {
  return texts.flatMap((text, index) => (index === 0 ? [text] : [el('br', null), text]));
}

/** A late change. */
export function noticeBox({ heading, body, period, source }: NoticeView, lang: string): Html {
  return el(
    'div',
    { class: 'n' },
    el('p', null, el('strong', null, heading)),
    body.text === '' ? null : el('p', null, officeWords(body, lang)),
    period === null ? null : el('p', null, period),
    source === null ? null : el('p', null, source),
  );
}

/** A place in a list: its name, which may lead to its page, and its address. */
export function placeLines(place: PlaceView, href: string | null): readonly Child[] {
  const name = href === null ? el('strong', null, place.name) : el('a', { href, class: 'b' }, place.name);
  return [
    ...place.labels.map((label) => [el('strong', null, label), el('br', null)]),
    name,
    place.addressLines.length === 0 ? null : [el('br', null), place.addressLines.join(', ')],
    place.formerLine === null ? null : [el('br', null), place.formerLine],
  ];
}

/** A place with everything about it, on one election day. `level` is its heading's. */
export function placeCard(
  { election, place, precincts }: PlaceUseView,
  heading: string | null,
  lang: string,
): Html {
  return el(
    'section',
    { class: 'c' },
    ...place.labels.map((label) => el('p', null, el('strong', null, label))),
    heading === null ? null : el(heading, null, place.name),
    el('address', { class: 't' }, lines(place.addressLines)),
    place.formerLine === null ? null : el('p', null, place.formerLine),
    el('p', null, timeText(election)),
    ...placeFacts(place, lang),
    precincts === null ? null : el('p', null, precincts),
  );
}

/** A place as short as a wall has room for. What is not known needs no room. */
export function printedPlace({ place, precincts }: PlaceUseView, lang: string): Html {
  const known = place.access !== null && place.access.allUnknown === null ? access(place.access) : [];
  return el(
    'section',
    { class: 'c' },
    ...place.labels.map((label) => el('p', null, el('strong', null, label))),
    el('h3', null, place.name),
    el('address', null, lines(place.addressLines)),
    place.formerLine === null ? null : el('p', null, place.formerLine),
    place.hours === null ? null : hours(place.hours, lang),
    place.formerHoursLine === null ? null : el('p', null, place.formerHoursLine),
    place.entrance === null ? null : passage(place.entrance, lang),
    ...known,
    precincts === null ? null : el('p', null, precincts),
  );
}

function placeFacts(place: PlaceView, lang: string): readonly Child[] {
  const { directionsLink: directions, directionsLabel } = place;
  return [
    place.hours === null ? null : hours(place.hours, lang),
    place.formerHoursLine === null ? null : el('p', null, place.formerHoursLine),
    place.entrance === null ? null : passage(place.entrance, lang),
    place.officeDirections === null ? null : passage(place.officeDirections, lang),
    directions === null ? null : el('p', { class: 'x' }, link({ ...directions, text: directionsLabel })),
    place.access === null ? null : access(place.access),
  ];
}

/** One day is a line; several are a table. */
export function hours(view: HoursView, lang: string): Child {
  if (view.kind === 'text') return passage(view, lang);
  if (view.kind === 'note') return el('p', null, el('strong', null, `${view.heading}:`), ` ${view.text}`);
  const [only, another] = view.rows;
  if (only !== undefined && another === undefined) {
    return el('p', null, el('strong', null, `${view.heading}:`), ` ${only.day}, ${only.hours}`);
  }
  return el(
    'table',
    null,
    el('caption', null, view.heading),
    el(
      'thead',
      null,
      el(
        'tr',
        null,
        el('th', { scope: 'col' }, view.dayHeader),
        el('th', { scope: 'col' }, view.hoursHeader),
      ),
    ),
    el(
      'tbody',
      null,
      view.rows.map((row) => el('tr', null, el('th', { scope: 'row' }, row.day), el('td', null, row.hours))),
    ),
  );
}

function access({ heading, facts, allUnknown, relayLine, checkedLine }: AccessView): readonly Child[] {
  const checked =
    checkedLine === null ? null : typeof checkedLine === 'string' ? checkedLine : timeText(checkedLine);
  return [
    el('p', null, el('strong', null, heading)),
    allUnknown === null ? null : el('p', null, allUnknown),
    facts.length === 0
      ? null
      : el(
          'ul',
          null,
          facts.map(({ label, value }) => el('li', null, `${label}: ${value}`)),
        ),
    relayLine === null ? null : el('p', null, paragraph(relayLine)),
    checked === null ? null : el('p', { class: 'q' }, checked),
  ];
}

/** An early-voting site or a drop box, with its own days. */
export function siteCard({ place, datesLine, notices }: SiteView, heading: string, lang: string): Html {
  return el(
    'section',
    { class: 'c' },
    ...notices.map((notice) => noticeBox(notice, lang)),
    ...place.labels.map((label) => el('p', null, el('strong', null, label))),
    el(heading, null, place.name),
    el('address', null, lines(place.addressLines)),
    place.formerLine === null ? null : el('p', null, place.formerLine),
    datesLine === null ? null : el('p', null, datesLine),
    ...placeFacts(place, lang),
  );
}
