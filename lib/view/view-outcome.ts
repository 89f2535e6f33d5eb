// Owns the one way from an outcome to what a person reads. Everything that shows an answer calls this, so
// that the page and the plain pages say the same.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { unreachable } from '@/lib/core/result';
import type { Messages } from '@/lib/messages/messages';
import {
  viewCannotCheck,
  viewMissing,
  viewNoElection,
  viewNotCovered,
  viewUnreadable,
} from './message-views';
import type { OutcomeView } from './outcome-view';
import { viewOver, viewPlaces } from './places-views';
import type { PlacesOutcome } from './places-wording';
import { viewChoose, viewConfirm } from './question-views';
import type { Reader } from './reader';
import { isOver } from './view-parts';

/** What a person reads for an outcome, in one language, at one moment. `readerZone` is the device's IANA zone,
 *  for times that belong to no place.
 *  `viewOutcome(found, en, now)` -> `{layout: 'places', headline: 'If you are registered …', places: [...]}`. */
export function viewOutcome(
  outcome: LookupOutcome,
  messages: Messages,
  now: Date,
  readerZone: string | null = null,
): OutcomeView {
  const reader: Reader = { messages, now, timeZone: readerZone };
  switch (outcome.kind) {
    case 'found':
    case 'anyPlace':
    case 'byMail':
    case 'conflict':
      return viewPlacesOrAsk(outcome, reader);
    case 'choose':
      return viewChoose(outcome, reader);
    case 'noElection':
      return viewNoElection(outcome, reader);
    case 'missing':
      return viewMissing(outcome, reader);
    case 'notCovered':
      return viewNotCovered(outcome, reader);
    case 'unreadable':
      return viewUnreadable(outcome, reader);
    case 'cannotCheck':
      return viewCannotCheck(outcome, reader);
    default:
      return unreachable(outcome);
  }
}

/** The outcome after the voter said yes to "Do you live in …?": pass it to `viewOutcome` again. */
export function confirmed<Outcome extends LookupOutcome>(outcome: Outcome): Outcome {
  return { ...outcome, confirmLocality: null };
}

/** Over first, for an old place needs no question; then the question; then the places. */
function viewPlacesOrAsk(outcome: PlacesOutcome, reader: Reader): OutcomeView {
  if (isOver(outcome, reader.now)) return viewOver(outcome, reader);
  if (outcome.confirmLocality !== null) return viewConfirm(outcome, outcome.confirmLocality, reader);
  return viewPlaces(outcome, reader);
}
