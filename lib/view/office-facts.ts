// Owns what an office says of itself beyond its phone: what to bring, its hours, its pages.
// Links come from a file that an office uploaded, so that only web and mail addresses become links.

import type { PublishedOffice } from '@/lib/core/vip';
import { format, formatParts } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import type { LinkView, OfficeText, Paragraph, PlaceView } from './outcome-view';
import { fill } from './paragraph';

/** What stands below an answer once it is known; the answer never waits for it. */
export interface OfficeFactsView {
  readonly id: string;
  readonly whatToBring: { readonly heading: string; readonly body: OfficeText } | null;
  /** "Office hours: " and the office's words, kept apart for their language. */
  readonly hours: readonly (string | OfficeText)[] | null;
  /** The office's own page to check a registration: better than a national one. */
  readonly registrationLink: LinkView | null;
  readonly links: readonly LinkView[];
  /** "The office speaks English and Spanish." */
  readonly languagesLine: string | null;
  /** "Something wrong? Tell the office", by its form or by mail; null where it has neither. */
  readonly reportLine: Paragraph | null;
}

/** A place that a report is about. No address of the voter's is ever in a report. */
export type ReportedPlace = Pick<PlaceView, 'id' | 'name'>;

/** The facts of one office, `places` being those on screen; null where it says nothing more. */
export function viewOfficeFacts(
  office: PublishedOffice,
  messages: AllMessages,
  places: readonly ReportedPlace[] = [],
): OfficeFactsView | null {
  const say = messages.office;
  const words = (text: string | null): OfficeText | null =>
    text === null || text.trim() === '' ? null : { text: text.trim(), lang: 'en' };
  const toBring = words(office.whatToBring);
  const hours = words(office.hoursText);
  const registrationLink = webLink(office.registrationCheckUri, say.registrationCheck);
  const links = [
    webLink(office.electionsUri, format(say.website, { office: office.name })),
    mailLink(office.email),
  ].filter((link) => link !== null);
  const languagesLine = viewLanguages(office.languages ?? [], messages);
  const report = reportLink(office, places, messages);
  const isSilent = [toBring, hours, registrationLink, languagesLine, report].every((each) => each === null);
  if (isSilent && links.length === 0) return null;
  return {
    id: office.id,
    whatToBring: toBring === null ? null : { heading: say.whatToBring, body: toBring },
    hours: hours === null ? null : formatParts<'hours', OfficeText>(say.hours, { hours }),
    registrationLink,
    links,
    languagesLine,
    reportLine: report === null ? null : fill(messages.report.line, { tell: report }),
  };
}

/** Named in the reader's language: `['en', 'es']` -> "The office speaks English and Spanish." */
function viewLanguages(tags: readonly string[], messages: AllMessages): string | null {
  if (tags.length === 0) return null;
  const names = new Intl.DisplayNames(messages.tag, { type: 'language', fallback: 'code' });
  const list = new Intl.ListFormat(messages.tag, { type: 'conjunction' });
  const languages = list.format(tags.map((tag) => nameOf(tag, names)));
  return format(messages.office.languages, { languages });
}

function nameOf(tag: string, names: Intl.DisplayNames): string {
  try {
    return names.of(tag) ?? tag;
  } catch (error) {
    // RangeError is how Intl says "no tag": shown as the office wrote it.
    if (error instanceof RangeError) return tag;
    throw error;
  }
}

/** The office's own form first: it asks what the office needs to know. A mail names the place by name and id. */
function reportLink(
  { reportUri, email }: PublishedOffice,
  places: readonly ReportedPlace[],
  { report: say }: AllMessages,
): LinkView | null {
  const form = webLink(reportUri ?? null, say.byForm);
  if (form !== null) return form;
  const mail = mailLink(email);
  if (mail === null) return null;
  const [place, another] = places;
  const subject =
    place === undefined || another !== undefined
      ? say.subjectMany
      : format(say.subject, { place: place.name });
  const named = places.map(({ id, name }) => `${name} (${id})`);
  const body = [say.bodyPlaces, ...named, '', say.bodyWrong, ''].join('\r\n');
  // RFC 6068: both percent-encoded, line breaks as %0D%0A.
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return { text: say.byMail, href: `${mail.href}?${query}` };
}

/** Only http and https: a feed must not put a script behind a link. */
function webLink(uri: string | null, text: string): LinkView | null {
  if (uri === null || !URL.canParse(uri)) return null;
  const { protocol, href } = new URL(uri);
  return protocol === 'https:' || protocol === 'http:' ? { text, href } : null;
}

function mailLink(email: string | null): LinkView | null {
  const address = email?.trim() ?? '';
  // One address and nothing that a mail program would read as a header.
  return /^[^\s@?&%,;:<>"]+@[^\s@?&%,;:<>"]+\.[a-z]{2,}$/i.test(address)
    ? { text: address, href: `mailto:${address}` }
    : null;
}
