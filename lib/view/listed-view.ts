// Owns how the numbers of a street and what they lead to read in a printed list. The answers' words are those of a
// look-up's answer: each is viewed as the outcome that it is.

import { sharedOf } from '@/lib/core/lookup/answer';
import type { ListedAnswer, ListedNumbers, ListedStreet } from '@/lib/core/lookup/number-list';
import type { LookupOutcome, Notice, Understood } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Catalogue } from '@/lib/messages/messages';
import { viewNoElection } from './message-views';
import { formRangeTexts } from './number-ranges';
import { callWords } from './office-view';
import type { NoticeView, Paragraph, PlaceView } from './outcome-view';
import { fill } from './paragraph';
import { viewPlaces } from './places-views';
import type { Reader } from './reader';
import { sentence } from './view-parts';
import { withoutNow } from './written-ahead';

/** A place of a list, with the office whose it is: its page goes by both. */
export interface ListedPlaceView {
  readonly officeId: string;
  readonly place: PlaceView;
}

/** What some numbers lead to. */
export interface ListedAnswerView {
  /** "Units 1-10"; null where the whole building is meant. */
  readonly units: string | null;
  /** What has to be said before the places; for an ordinary place, nothing. */
  readonly lead: readonly Paragraph[];
  readonly notices: readonly NoticeView[];
  readonly places: readonly ListedPlaceView[];
  /** "Use this only if you live in Adams County." */
  readonly confirm: string | null;
}

/** "LAKE ST S"; with its town where the list has several; "All other streets in Carey". */
export function viewListedStreet(
  { name, town, isEvery }: Pick<ListedStreet, 'name' | 'town' | 'isEvery'>,
  withTown: boolean,
  { plain }: Catalogue,
): string {
  if (isEvery) return town === '' ? plain.everyStreet : format(plain.everyStreetOfTown, { town });
  return withTown && town !== '' ? format(plain.townStreet, { street: name, town }) : name;
}

/** "1 to 99, odd numbers", each range on its own. */
export function viewNumbers({ ranges, form }: ListedNumbers, messages: Catalogue): readonly string[] {
  return formRangeTexts(ranges, form, messages);
}

const NOBODY: Understood = {
  houseNumber: null,
  street: null,
  unit: null,
  city: null,
  state: null,
  zip: null,
};

/** The answers of a run of numbers: one, or one for each part of a split building. */
export function viewListedAnswers(
  answers: readonly ListedAnswer[],
  notices: readonly Notice[],
  reader: Reader<Catalogue>,
): readonly ListedAnswerView[] {
  const { plain } = reader.messages;
  return answers.map((answer) => {
    const isRest = answer.units === null && answers.length > 1;
    const units = answer.units === null ? null : format(plain.units, { units: answer.units });
    return { ...viewAnswer(answer, notices, reader), units: isRest ? plain.otherUnits : units };
  });
}

function viewAnswer(
  { kind, places, claims }: ListedAnswer,
  notices: readonly Notice[],
  reader: Reader<Catalogue>,
): Omit<ListedAnswerView, 'units'> {
  const { messages, now } = reader;
  const shared = { ...sharedOf(NOBODY, claims, places, { now, asOf: '', sequence: 0, notices }), asOf: null };
  const nothing = { notices: [], places: [], confirm: null };
  if (kind === 'noElection') {
    const { headline } = viewNoElection({ kind, ...shared, nextElection: null }, reader);
    return { ...nothing, lead: [[sentence(headline)]] };
  }
  if (kind === 'missing') {
    const { foundWithoutPlace, foundWithoutPlaceLead } = messages.outcome;
    const call = fill(foundWithoutPlaceLead, { call: callWords(shared, messages) });
    return { ...nothing, lead: [[sentence(foundWithoutPlace)], call] };
  }
  const outcome: Extract<LookupOutcome, { kind: typeof kind }> = { kind, ...shared };
  const view = viewPlaces(outcome, reader);
  const officeOf = new Map(
    claims.flatMap(({ ref: { layer }, precinct }) =>
      precinct.places.map((at) => [layer.places[at]?.id, layer.officeId] as const),
    ),
  );
  // "Vote here" is said once for the page; everything else is said where it holds.
  const isOrdinary = kind === 'found' && view.tone === 'answer' && view.places.length === 1;
  const heading = view.placesHeading === null ? [] : [[view.placesHeading]];
  const { confirmLocality } = shared;
  return {
    lead: [...(isOrdinary ? [] : [[sentence(view.headline)]]), ...view.paragraphs, ...heading],
    notices: view.notices,
    places: view.places.map((place) => ({
      officeId: officeOf.get(place.listedId) ?? '',
      place: withoutNow(place),
    })),
    confirm:
      confirmLocality === null
        ? null
        : format(messages.plain.confirmOnly, { locality: confirmLocality.name }),
  };
}
