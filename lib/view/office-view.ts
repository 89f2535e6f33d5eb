// Owns how election offices and their phones stand in an answer: one number in the sentence where there is one
// to call, the list where there are several.

import type { LookupOutcome, OfficeAnswer } from '@/lib/core/lookup/outcome';
import { formatCount } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { electionOffices } from './national-links';
import type { LinkView, OfficeView, Paragraph } from './outcome-view';
import { fill } from './paragraph';
import { phoneLink } from './phone';

// A whole state's offices are a list to look into, not something to read through.
const mostInView = 3;

/** "call (601) 555-0100", with the number as a link; "call your election office" where none is known, or
 *  where several are and nobody can tell which is the voter's. */
export function callWords({ offices }: Pick<LookupOutcome, 'offices'>, messages: Messages): Paragraph {
  const [phone, another] = new Map(
    offices
      .map((office) => phoneOf(office, messages))
      .filter((each) => each !== null)
      .map((each) => [typeof each === 'string' ? each : each.href, each]),
  ).values();
  if (phone === undefined || another !== undefined) return [messages.outcome.callWithoutNumber];
  return fill(messages.outcome.callNumber, { phone });
}

/** True where a phone can stand before everything else: some office gave one, and they are few. */
export function hasPhone({ offices }: LookupOutcome): boolean {
  return offices.length <= mostInView && offices.some((office) => (office.phone ?? '').trim() !== '');
}

/** Where to find an office's phone, if none can be shown at once. */
export function phoneSearchLinks(outcome: LookupOutcome, messages: Messages): readonly LinkView[] {
  return hasPhone(outcome) ? [] : [{ text: messages.outcome.nationalOffices, href: electionOffices }];
}

/** The page that came with the site and needs no list: every office's phone. */
export function allPhonesLink(messages: Messages): LinkView {
  return { text: messages.phones.link, href: `/${messages.tag}/phones/` };
}

/** The offices as they are shown. */
export function viewOffices(
  { offices }: Pick<LookupOutcome, 'offices'>,
  messages: Messages,
): readonly OfficeView[] {
  return offices.map((office) => {
    const phone = phoneOf(office, messages);
    return {
      id: office.id,
      name: office.name,
      phone,
      noPhone: phone === null ? messages.office.noPhone : null,
    };
  });
}

/** What a long list of offices is folded behind; null for few. */
export function officesSummary({ offices }: LookupOutcome, messages: Messages): string | null {
  return offices.length <= mostInView
    ? null
    : formatCount(messages.tag, messages.office.many, offices.length);
}

/** The offices' names as one text in the language: "A, B and C"; null for none, or for too many to read. */
export function officeNames({ offices }: Pick<LookupOutcome, 'offices'>, messages: Messages): string | null {
  return namesInWords(
    offices.map((office) => office.name),
    messages,
  );
}

/** "A, B and C" in the language, each once; null for none, or for too many to read. */
export function namesInWords(each: readonly string[], messages: Messages): string | null {
  const names = [...new Set(each)].filter((name) => name !== '');
  if (names.length === 0 || names.length > mostInView) return null;
  return new Intl.ListFormat(messages.tag, { type: 'conjunction' }).format(names);
}

function phoneOf(office: OfficeAnswer, messages: Messages): OfficeView['phone'] {
  const phone = office.phone?.trim() ?? '';
  return phone === '' ? null : (phoneLink(phone, messages) ?? phone);
}
