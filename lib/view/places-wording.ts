// Owns what is said above places: "vote here" only where one place is the answer and stands open to it.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { closedSince, type HoursInput } from './hours-view';
import { registrationCheck } from './national-links';
import { callWords, hasPhone, phoneSearchLinks } from './office-view';
import type { Paragraph } from './outcome-view';
import { fill } from './paragraph';
import type { ChangedPlace, PlaceContext } from './place-view';
import type { Wording } from './view-parts';
import { clockText, nearDayText } from './when';

/** The outcomes that carry places. */
export type PlacesOutcome = Extract<LookupOutcome, { kind: 'found' | 'anyPlace' | 'byMail' | 'conflict' }>;

/** Headline, lead and tone for an outcome and its places as late changes left them. */
export function placesWording(
  outcome: PlacesOutcome,
  changed: readonly ChangedPlace[],
  context: PlaceContext,
): Wording {
  switch (outcome.kind) {
    case 'found':
      return foundWording(outcome, changed, context);
    case 'anyPlace':
      return anyPlaceWording(outcome, changed, context);
    case 'byMail':
      return byMailWording(changed, context.messages);
    case 'conflict':
      return conflictWording(outcome, changed.length, context.messages);
  }
}

function foundWording(
  outcome: PlacesOutcome,
  changed: readonly ChangedPlace[],
  context: PlaceContext,
): Wording {
  const { messages, now } = context;
  const { outcome: say } = messages;
  if (changed.length === 0) return withoutPlace(outcome, messages);
  if (changed.every((each) => each.isClosed)) return closedPlace(outcome, messages);
  const links = [{ text: messages.result.registrationCheck, href: registrationCheck }];
  const date = dateOf(context);
  if (changed.length > 1) {
    // Several places without a party are nobody's answer; the look-up does not give them, and if it ever
    // did, "vote here" would be a guess.
    if (changed.some((each) => each.place.party === undefined)) {
      return conflictWording(outcome, changed.length, messages);
    }
    const headline = date === null ? say.anyPlaceNoDate : format(say.foundParty, { date });
    return { headline, paragraphs: [[say.foundPartyLead]], tone: 'answer', links };
  }
  const paragraphs = callFirst(outcome, context);
  const [only] = changed;
  const closed = only === undefined || only.hoursChanged ? null : closedSince(hoursOf(only, context), now);
  if (closed !== null) {
    return {
      headline: format(say.foundClosed, { time: clockText(closed, messages) }),
      paragraphs,
      tone: 'answer',
      links,
    };
  }
  const headline = date === null ? say.foundNoDate : format(say.found, { date });
  return { headline, paragraphs, tone: 'answer', links };
}

function anyPlaceWording(
  outcome: PlacesOutcome,
  changed: readonly ChangedPlace[],
  context: PlaceContext,
): Wording {
  const { messages } = context;
  if (changed.length === 0) return withoutPlace(outcome, messages);
  if (changed.every((each) => each.isClosed)) return closedPlace(outcome, messages);
  const date = dateOf(context);
  const { anyPlace, anyPlaceNoDate, anyPlaceLead } = messages.outcome;
  return {
    headline: date === null ? anyPlaceNoDate : format(anyPlace, { date }),
    paragraphs: [[anyPlaceLead], ...callFirst(outcome, context)],
    tone: 'answer',
    links: [{ text: messages.result.registrationCheck, href: registrationCheck }],
  };
}

function byMailWording(changed: readonly ChangedPlace[], messages: Messages): Wording {
  const { byMail, byMailLead, byMailNoPlaces } = messages.outcome;
  const paragraphs = changed.length === 0 ? [[byMailLead], [byMailNoPlaces]] : [[byMailLead]];
  return {
    headline: byMail,
    paragraphs,
    tone: 'answer',
    links: [{ text: messages.result.registrationCheck, href: registrationCheck }],
  };
}

function conflictWording(outcome: PlacesOutcome, count: number, messages: Messages): Wording {
  const { conflictTwo, conflictMany, conflictLead } = messages.outcome;
  return {
    headline: count === 2 ? conflictTwo : format(conflictMany, { count: String(count) }),
    paragraphs: [fill(conflictLead, { call: callWords(outcome, messages) })],
    tone: 'caution',
    isPhoneFirst: hasPhone(outcome),
    links: phoneSearchLinks(outcome, messages),
  };
}

function withoutPlace(outcome: PlacesOutcome, messages: Messages): Wording {
  const lead = fill(messages.outcome.foundWithoutPlaceLead, { call: callWords(outcome, messages) });
  return {
    headline: messages.outcome.foundWithoutPlace,
    paragraphs: [lead],
    tone: 'caution',
    isPhoneFirst: hasPhone(outcome),
    links: phoneSearchLinks(outcome, messages),
  };
}

function closedPlace(outcome: PlacesOutcome, messages: Messages): Wording {
  const lead = fill(messages.outcome.beforeYouGo, { call: callWords(outcome, messages) });
  return {
    headline: messages.outcome.foundPlaceClosed,
    paragraphs: [lead],
    tone: 'caution',
    isPhoneFirst: hasPhone(outcome),
    links: phoneSearchLinks(outcome, messages),
  };
}

/** A "call first" notice puts the number beside the headline. */
function callFirst(outcome: PlacesOutcome, { notices, messages }: PlaceContext): readonly Paragraph[] {
  if (!notices.some((notice) => notice.kind === 'callFirst')) return [];
  return [fill(messages.outcome.beforeYouGo, { call: callWords(outcome, messages) })];
}

/** A place's hours with what is needed to read them. */
export function hoursOf({ place }: ChangedPlace, { election }: PlaceContext): HoursInput {
  return { hours: place.hours, timeZone: place.timeZone, electionDate: election?.date ?? null };
}

function dateOf({ election, messages, now }: PlaceContext): string | null {
  return election === null ? null : nearDayText(election.date, messages, now);
}
