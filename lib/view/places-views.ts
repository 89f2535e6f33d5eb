// Owns the answers that show places: found, any place, by mail, conflict; and the same once voting is over.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { closedSince, type HoursInput, viewInLine } from './hours-view';
import { registrationCheck } from './national-links';
import { currentNotices, viewNotice } from './notice-view';
import type { NoticeView, OverView, Paragraph, PlacesView } from './outcome-view';
import { fill } from './paragraph';
import { type ChangedPlace, changedPlaces, type PlaceContext, viewPlace } from './place-view';
import { callWords, hasPhone, viewBase, type Wording, zoneOf } from './view-parts';
import { clockText, dayText } from './when';

/** The outcomes that carry places. */
export type PlacesOutcome = Extract<LookupOutcome, { kind: 'found' | 'anyPlace' | 'byMail' | 'conflict' }>;

/** The view of an answer with places, before the election is over. */
export function viewPlaces(outcome: PlacesOutcome, messages: Messages, now: Date): PlacesView {
  const context = placeContext(outcome, messages, now);
  const changed = changedPlaces(outcome.pollingLocations, context);
  const only = changed.length === 1 ? changed[0] : undefined;
  const hours = only === undefined || only.isClosed || only.hoursChanged ? null : hoursOf(only, context);
  const wording = { ...wordingOf(outcome, changed, context), notices: viewNotices(outcome, messages, now) };
  return {
    ...viewBase(outcome, wording, messages, now),
    layout: 'places',
    inLine: hours === null ? null : viewInLine(hours, messages, now),
    placesHeading: placesHeading(outcome, changed, messages),
    printLabel: messages.print.action,
    places: changed.map((each) => viewPlace(each, context)),
  };
}

/** The view once the election is over. An unanswered "Do you live in …?" keeps the old
 *  places out. */
export function viewOver(outcome: PlacesOutcome, messages: Messages, now: Date): OverView {
  const { election, notices } = placeContext(outcome, messages, now);
  const date = election === null ? '' : dayText(election.date, messages, 'withoutYear');
  const headline = format(messages.outcome.over, { date });
  // No hours and no "open now": nobody is to set out for an old place.
  const context = { election, notices, messages, now };
  const places = outcome.confirmLocality === null ? changedPlaces(outcome.pollingLocations, context) : [];
  return {
    ...viewBase(outcome, { headline, paragraphs: [], tone: 'caution', saysOver: true }, messages, now),
    layout: 'over',
    showLabel: messages.outcome.overShowPlaces,
    placesLead: messages.outcome.overPlacesLead,
    places: places.map((each) => ({
      ...viewPlace(each, context),
      openLine: null,
      hours: null,
      directionsLink: null,
      officeDirections: null,
    })),
  };
}

/** Late changes as they read, those that have ended left out. */
export function viewNotices(outcome: LookupOutcome, messages: Messages, now: Date): readonly NoticeView[] {
  const zone = zoneOf(outcome);
  return currentNotices(outcome.notices, now).map((notice) => {
    const office = outcome.offices.find((each) => each.id === notice.officeId);
    return viewNotice(notice, office?.name ?? null, zone, messages);
  });
}

/** What places are shown by: the election, the late changes that hold, the language and the time. */
export function placeContext(outcome: LookupOutcome, messages: Messages, now: Date): PlaceContext {
  return { election: outcome.election, notices: currentNotices(outcome.notices, now), messages, now };
}

function wordingOf(outcome: PlacesOutcome, changed: readonly ChangedPlace[], context: PlaceContext): Wording {
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
  };
}

function withoutPlace(outcome: PlacesOutcome, messages: Messages): Wording {
  const lead = fill(messages.outcome.foundWithoutPlaceLead, { call: callWords(outcome, messages) });
  return {
    headline: messages.outcome.foundWithoutPlace,
    paragraphs: [lead],
    tone: 'caution',
    isPhoneFirst: hasPhone(outcome),
  };
}

function closedPlace(outcome: PlacesOutcome, messages: Messages): Wording {
  const lead = fill(messages.outcome.beforeYouGo, { call: callWords(outcome, messages) });
  return {
    headline: messages.outcome.foundPlaceClosed,
    paragraphs: [lead],
    tone: 'caution',
    isPhoneFirst: hasPhone(outcome),
  };
}

/** A "call first" notice puts the number beside the headline. */
function callFirst(outcome: PlacesOutcome, { notices, messages }: PlaceContext): readonly Paragraph[] {
  if (!notices.some((notice) => notice.kind === 'callFirst')) return [];
  return [fill(messages.outcome.beforeYouGo, { call: callWords(outcome, messages) })];
}

function placesHeading(
  outcome: PlacesOutcome,
  changed: readonly ChangedPlace[],
  messages: Messages,
): string | null {
  if (changed.length === 0) return null;
  if (outcome.kind === 'byMail') return messages.outcome.byMailPlaces;
  if (outcome.kind === 'conflict') return messages.outcome.conflictPlaces;
  return null;
}

function hoursOf({ place }: ChangedPlace, { election }: PlaceContext): HoursInput {
  return { hours: place.hours, timeZone: place.timeZone, electionDate: election?.date ?? null };
}

function dateOf({ election, messages }: PlaceContext): string | null {
  return election === null ? null : dayText(election.date, messages, 'withoutYear');
}
