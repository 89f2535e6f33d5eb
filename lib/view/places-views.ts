// Owns the answers that show places: found, any place, by mail, conflict; and the same once voting is over.

import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { viewInLine } from './hours-view';
import { viewNotices } from './notice-view';
import type { OverView, PlacesView, PlaceView } from './outcome-view';
import { type ChangedPlace, changedPlaces, nameOnly, placeContext, viewPlace } from './place-view';
import { hoursOf, type PlacesOutcome, placesWording } from './places-wording';
import type { Reader } from './reader';
import { viewBase } from './view-parts';
import { nearDayText } from './when';

/** The view of an answer with places, before the election is over. */
export function viewPlaces(outcome: PlacesOutcome, reader: Reader): PlacesView {
  const { messages, now } = reader;
  const context = placeContext(outcome, reader);
  const changed = changedPlaces(outcome.pollingLocations, context);
  const only = changed.length === 1 ? changed[0] : undefined;
  const hours = only === undefined || only.isClosed || only.hoursChanged ? null : hoursOf(only, context);
  const notices = viewNotices(outcome, reader);
  const wording = { ...placesWording(outcome, changed, context), notices, isAnswer: true };
  const places = changed.map((each) => viewPlace(each, context));
  return {
    ...viewBase(outcome, wording, reader),
    layout: 'places',
    inLine: hours === null ? null : viewInLine(hours, messages, now),
    placesHeading: placesHeading(outcome, changed, messages),
    printLabel: messages.print.action,
    places: wording.tone === 'caution' ? places.map(withoutDirections) : places,
  };
}

/** The view once the election is over. An unanswered "Do you live in …?" keeps the old places out. */
export function viewOver(outcome: PlacesOutcome, reader: Reader): OverView {
  const { messages, now } = reader;
  const context = placeContext(outcome, reader);
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
