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
      return byMailWording(outcome, changed, context.messages);
    case 'conflict':
      return conflictWording(outcome, context.messages);
  }
}

function foundWording(
  outcome: PlacesOutcome,
  changed: readonly ChangedPlace[],
  context: PlaceContext,
): Wording {
  const { messages } = context;
  const { outcome: say } = messages;
  if (changed.length === 0) return withoutPlace(outcome, messages);
  if (changed.every((each) => each.isClosed)) return closedPlace(outcome, messages);
  const date = dateOf(context);
  const closed = closedFor(changed, context);
  if (changed.length === 1) {
    const open = date === null ? say.foundNoDate : format(say.found, { date });
    const headline = closed === null ? open : format(say.foundClosed, { time: closed });
    const call = [...withoutAddress(outcome, changed, messages), ...callFirst(outcome, context)];
    return answer(outcome, headline, call, messages);
  }
  // Several places without a party are nobody's answer; the look-up does not give them, and if it ever
  // did, "vote here" would be a guess.
  if (changed.some((each) => each.place.party === undefined)) return conflictWording(outcome, messages);
  const open = date === null ? say.foundPartyNoDate : format(say.foundParty, { date });
  const headline = closed === null ? open : format(say.placesClosed, { time: closed });
  return answer(
    outcome,
    headline,
    [[say.foundPartyLead], ...withoutAddress(outcome, changed, messages), ...callFirst(outcome, context)],
    messages,
  );
}

function anyPlaceWording(
  outcome: PlacesOutcome,
  changed: readonly ChangedPlace[],
  context: PlaceContext,
): Wording {
  const { messages } = context;
  const { outcome: say } = messages;
  if (changed.length === 0) return withoutPlace(outcome, messages);
  if (changed.every((each) => each.isClosed)) return closedPlace(outcome, messages);
  const date = dateOf(context);
  const closed = closedFor(changed, context);
  if (closed !== null) {
    return answer(outcome, format(say.placesClosed, { time: closed }), callFirst(outcome, context), messages);
  }
  const headline = date === null ? say.anyPlaceNoDate : format(say.anyPlace, { date });
  return answer(
    outcome,
    headline,
    [[say.anyPlaceLead], ...withoutAddress(outcome, changed, messages), ...callFirst(outcome, context)],
    messages,
  );
}

function byMailWording(
  outcome: PlacesOutcome,
  changed: readonly ChangedPlace[],
  messages: Messages,
): Wording {
  const { byMail, byMailLead, byMailNoPlaces } = messages.outcome;
  const call = fill(byMailNoPlaces, { call: callWords(outcome, messages) });
  return answer(outcome, byMail, changed.length === 0 ? [[byMailLead], call] : [[byMailLead]], messages);
}

/** An answer stands beside the way to check what it is tied to: the registration. */
function answer(
  outcome: PlacesOutcome,
  headline: string,
  paragraphs: readonly Paragraph[],
  messages: Messages,
): Wording {
  return {
    headline,
    paragraphs,
    tone: 'answer',
    registrationLink: { text: messages.result.registrationCheck, href: registrationCheck },
    links: phoneSearchLinks(outcome, messages),
  };
}

function conflictWording(outcome: PlacesOutcome, messages: Messages): Wording {
  const { conflictTwo, conflictMany, conflictLead } = messages.outcome;
  const count = outcome.pollingLocations.length;
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

/** Nobody is sent to a name alone: the office knows where that is. */
function withoutAddress(
  outcome: PlacesOutcome,
  changed: readonly ChangedPlace[],
  messages: Messages,
): readonly Paragraph[] {
  const isAddressed = ({ place: { line1, line2, line3 } }: ChangedPlace) =>
    [line1, line2, line3].some((line) => (line ?? '').trim() !== '');
  if (changed.every((each) => each.isClosed || isAddressed(each))) return [];
  return [fill(messages.outcome.placeWithoutAddress, { call: callWords(outcome, messages) })];
}

/** A "call first" notice puts the number beside the headline. */
function callFirst(outcome: PlacesOutcome, { notices, messages }: PlaceContext): readonly Paragraph[] {
  if (!notices.some((notice) => notice.kind === 'callFirst')) return [];
  return [fill(messages.outcome.beforeYouGo, { call: callWords(outcome, messages) })];
}

/** When the last of the places closed, where all have, for good, on election day; null while any may be open. */
function closedFor(changed: readonly ChangedPlace[], context: PlaceContext): string | null {
  const times = changed
    .filter((each) => !each.isClosed)
    .map((each) => (each.hoursChanged ? null : closedSince(hoursOf(each, context), context.now)));
  const known = times.filter((time) => time !== null).sort();
  const last = known.at(-1);
  return last === undefined || known.length < times.length ? null : clockText(last, context.messages);
}

/** A place's hours with what is needed to read them. */
export function hoursOf({ place }: ChangedPlace, { election }: PlaceContext): HoursInput {
  return { hours: place.hours, timeZone: place.timeZone, electionDate: election?.date ?? null };
}

function dateOf({ election, messages, now }: PlaceContext): string | null {
  return election === null ? null : nearDayText(election.date, messages, now);
}
