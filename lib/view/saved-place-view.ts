// Owns how a saved place reads: what was shown, what became of it since, and how sure that is. Late changes count.
// Knows neither storage nor network.

import { electionOver } from '@/lib/core/hours/election-day';
import type { Notice, PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { IsoDate } from '@/lib/core/vip';
import { format } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import { currentNotices } from './notice-view';
import { addressLines, changedPlaces } from './place-view';
import type { Reader } from './reader';
import { momentText } from './when';

/** A place as it was shown, late changes included: what is compared, and what a card without a network can say. */
export interface ShownPlace {
  readonly name: string;
  readonly lines: readonly string[];
  readonly party: string | null;
  readonly isClosed: boolean;
  readonly hoursChanged: boolean;
}

/** What checking a saved place came to. `gone`: the precinct's streets are not what they were, or it has no place. */
export type SavedCheck =
  | { readonly kind: 'same' | 'changed'; readonly shown: readonly ShownPlace[] }
  | { readonly kind: 'gone' | 'over' | 'unchecked' };

/** One quiet card; `isUrgent` where it must not be overlooked. */
export interface SavedPlaceView {
  readonly isUrgent: boolean;
  readonly heading: string;
  /** "Vote here now:" above places that are new. */
  readonly lead: string | null;
  readonly places: readonly SavedPlaceLine[];
  readonly formerLines: readonly string[];
  readonly status: string | null;
  readonly canKeepNew: boolean;
  readonly canLookUpAgain: boolean;
}

/** `labels` say the party, or that the place is closed. */
export interface SavedPlaceLine {
  readonly labels: readonly string[];
  readonly name: string;
  readonly lines: readonly string[];
}

/** Places of the list as late changes leave them, in the list's order. */
export function shownPlaces(
  places: readonly PlaceAnswer[],
  election: { readonly date: IsoDate },
  notices: readonly Notice[],
  reader: Reader<AllMessages>,
): readonly ShownPlace[] {
  const context = { ...reader, election, notices: currentNotices(notices, reader.now) };
  return changedPlaces(places, context).map(({ place, isClosed, hoursChanged }) => ({
    name: place.name,
    lines: addressLines(place),
    party: place.party ?? null,
    isClosed,
    hoursChanged,
  }));
}

/** Whether two lists of places send a voter to the same doors; their order says nothing. */
export function areSame(before: readonly ShownPlace[], now: readonly ShownPlace[]): boolean {
  const keys = (places: readonly ShownPlace[]) =>
    places
      .map((place) => keyOf(place))
      .sort()
      .join('\n');
  return keys(before) === keys(now);
}

function keyOf({ name, lines, party, isClosed, hoursChanged }: ShownPlace): string {
  return JSON.stringify([name, lines, party, isClosed, hoursChanged]);
}

/** From the day after the election there is nothing left to check, whoever is asked. */
export function isOver(date: IsoDate, now: Date): boolean {
  return electionOver(date, null, now);
}

/** Whether a check must not be overlooked: the card then stands above the form. */
export function isUrgent(check: SavedCheck | null): boolean {
  return check?.kind === 'changed' || check?.kind === 'gone';
}

/** `check` is null while it is still being made. `asOf`: the list that was last found to say the same. */
export function viewSavedPlace(
  saved: { readonly shown: readonly ShownPlace[]; readonly asOf: string },
  check: SavedCheck | null,
  reader: Reader<AllMessages>,
): SavedPlaceView {
  const { messages, timeZone } = reader;
  const say = messages.savedPlace;
  const time = momentText(new Date(saved.asOf), timeZone, messages, reader.now);
  const hasChanged = check?.kind === 'changed';
  const shown = hasChanged ? check.shown : saved.shown;
  const isClosed = shown.every((place) => place.isClosed);
  const isLost = check?.kind === 'gone' || check?.kind === 'over' || isClosed;
  const now = shown.map(inWords);
  const former = hasChanged ? saved.shown.map(inWords).filter((words) => !now.includes(words)) : [];
  return {
    isUrgent: isUrgent(check),
    heading: hasChanged ? say.changed : say.heading,
    // "Vote here now" is said of another place alone, never of one that is closed.
    lead: former.length > 0 && !shown.some((place) => place.isClosed) ? say.now : null,
    places: check?.kind === 'over' ? [] : shown.map((place) => lineOf(place, messages)),
    formerLines: former.map((place) => format(say.was, { place })),
    status: isClosed && check?.kind !== 'over' ? say.closed : statusOf(check, time, messages),
    canKeepNew: hasChanged,
    canLookUpAgain: isLost,
  };
}

function statusOf(check: SavedCheck | null, time: string, { savedPlace }: AllMessages): string | null {
  switch (check?.kind) {
    case 'same':
      return format(savedPlace.same, { time });
    case 'unchecked':
      return format(savedPlace.unchecked, { time });
    case 'gone':
      return savedPlace.gone;
    case 'over':
      return savedPlace.over;
    default:
      return null;
  }
}

function lineOf(
  { name, lines, party, isClosed, hoursChanged }: ShownPlace,
  messages: AllMessages,
): SavedPlaceLine {
  const labels = [
    ...(party === null ? [] : [format(messages.result.party, { party })]),
    ...(isClosed ? [messages.result.placeClosed] : []),
    ...(hoursChanged && !isClosed ? [messages.hours.changed] : []),
  ];
  return { labels, name, lines };
}

function inWords({ name, lines }: ShownPlace): string {
  return [name, ...lines].join(', ');
}
