// Owns the answers that show places: found, any place, by mail, conflict; and the same once voting is over.

import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { viewInLine } from './hours-view';
import { viewNotices } from './notice-view';
import type { OverView, PlacesView, PlaceView } from './outcome-view';
import {
  type ChangedPlace,
  changedPlaces,
  nameOnly,
  type PlaceContext,
  placeContext,
  viewPlace,
} from './place-view';
import { hoursOf, type PlacesOutcome, placesWording } from './places-wording';
import type { Reader } from './reader';
import { viewBase, type Wording } from './view-parts';
import { nearDayText } from './when';

/** The view of an answer with places, before the election is over. */
export function viewPlaces(outcome: PlacesOutcome, reader: Reader): PlacesView {
  const { messages } = reader;
  const context = placeContext(outcome, reader);
  const followed = changedPlaces(outcome.pollingLocations, context);
  const changed = outcome.kind === 'anyPlace' ? byTown(followed, outcome.understood.city) : followed;
  const notices = viewNotices(outcome, reader);
  const wording: Wording = { ...placesWording(outcome, changed, context), notices, isAnswer: true };
  const places = changed.map((each) => viewPlace(each, context));
  return {
    ...viewBase(outcome, wording, reader),
    layout: 'places',
    inLine: inLine(changed, context),
    placesHeading: placesHeading(outcome, changed, messages),
    printLabel: messages.print.action,
    registrationLink: wording.registrationLink ?? null,
    places: wording.tone === 'caution' ? places.map(withoutDirections) : places,
  };
}

/** The view once the election is over. An unanswered "Do you live in …?" keeps the old places out. */
export function viewOver(outcome: PlacesOutcome, reader: Reader): OverView {
  const { messages, now } = reader;
  // Late changes that have ended by now held on election day, and this is about election day.
  const context = { ...placeContext(outcome, reader), notices: outcome.notices };
  const date = context.election === null ? '' : nearDayText(context.election.date, messages, now);
  const headline = format(messages.outcome.over, { date });
  const places = outcome.confirmLocality === null ? changedPlaces(outcome.pollingLocations, context) : [];
  return {
    ...viewBase(
      outcome,
      { headline, paragraphs: [], tone: 'caution', isAnswer: true, saysOver: true },
      reader,
    ),
    layout: 'over',
    showLabel: messages.outcome.overShowPlaces,
    placesLead: messages.outcome.overPlacesLead,
    places: places.map((each) => nameOnly(viewPlace(each, context))),
  };
}

/** "Stay in line", where it is true of every place shown. */
function inLine(changed: readonly ChangedPlace[], context: PlaceContext): string | null {
  const lines = changed
    .filter((each) => !each.isClosed)
    .map((each) =>
      each.hoursChanged ? null : viewInLine(hoursOf(each, context), context.messages, context.now),
    );
  return lines.every((line) => line === lines[0]) ? (lines[0] ?? null) : null;
}

/** The voter's own town first, then by town and name. Where they live is not known better than that. */
function byTown(changed: readonly ChangedPlace[], ownTown: string | null): readonly ChangedPlace[] {
  const key = ({ place }: ChangedPlace) => {
    const isOwn = place.city.toUpperCase() === (ownTown ?? '').toUpperCase();
    return `${isOwn ? 0 : 1} ${place.city.toUpperCase()} ${place.name.toUpperCase()}`;
  };
  return [...changed].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Where someone has to call first, the call is the one thing to do. */
function withoutDirections(place: PlaceView): PlaceView {
  return { ...place, directionsLink: null };
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
