// Owns what an office says of itself beyond its phone: what to bring, its hours, its pages.
// Links come from a file that an office uploaded, so that only web and mail addresses become links.

import type { PublishedOffice } from '@/lib/core/vip';
import { format, formatParts } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import type { LinkView, OfficeText } from './outcome-view';

/** What stands below an answer once it is known; the answer never waits for it. */
export interface OfficeFactsView {
  readonly id: string;
  readonly whatToBring: { readonly heading: string; readonly body: OfficeText } | null;
  /** "Office hours: " and the office's words, kept apart for their language. */
  readonly hours: readonly (string | OfficeText)[] | null;
  /** The office's own page to check a registration: better than a national one. */
  readonly registrationLink: LinkView | null;
  readonly links: readonly LinkView[];
}

/** The facts of one office; null where it says nothing more. */
export function viewOfficeFacts(office: PublishedOffice, messages: Messages): OfficeFactsView | null {
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
  if (toBring === null && hours === null && registrationLink === null && links.length === 0) return null;
  return {
    id: office.id,
    whatToBring: toBring === null ? null : { heading: say.whatToBring, body: toBring },
    hours: hours === null ? null : formatParts<'hours', OfficeText>(say.hours, { hours }),
    registrationLink,
    links,
  };
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
