// Owns the one way from an outcome to what a person reads. Everything that shows an answer calls this, so
// that the page and the plain pages say the same.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { Messages } from '@/lib/messages/messages';
import {
  viewCannotCheck,
  viewMissing,
  viewNoElection,
  viewNotCovered,
  viewUnreadable,
} from './message-views';
import type { OutcomeView } from './outcome-view';
import { type PlacesOutcome, viewOver, viewPlaces } from './places-views';
import { viewChoose, viewConfirm } from './question-views';

/** What a person reads for an outcome, in one language, at one moment.
 *  `viewOutcome(found, en, now)` -> `{layout: 'places', headline: 'If you are registered …', places: [...]}`. */
export function viewOutcome(outcome: LookupOutcome, messages: Messages, now: Date): OutcomeView {
  switch (outcome.kind) {
    case 'found':
    case 'anyPlace':
    case 'byMail':
    case 'conflict':
      return viewPlacesOrAsk(outcome, messages, now);
    case 'choose':
      return viewChoose(outcome, messages, now);
    case 'noElection':
      return viewNoElection(outcome, messages, now);
    case 'missing':
      return viewMissing(outcome, messages, now);
    case 'notCovered':
      return viewNotCovered(outcome, messages, now);
    case 'unreadable':
      return viewUnreadable(outcome, messages, now);
    case 'cannotCheck':
      return viewCannotCheck(outcome, messages, now);
  }
}

/** The outcome after the voter said yes to "Do you live in …?": pass it to `viewOutcome` again. */
export function confirmed<Outcome extends LookupOutcome>(outcome: Outcome): Outcome {
  return { ...outcome, confirmLocality: null };
}

/** Over first, for an old place needs no question; then the question; then the places. */
function viewPlacesOrAsk(outcome: PlacesOutcome, messages: Messages, now: Date): OutcomeView {
  if (outcome.election?.over === true) return viewOver(outcome, messages, now);
  if (outcome.confirmLocality !== null) return viewConfirm(outcome, outcome.confirmLocality, messages, now);
  return viewPlaces(outcome, messages, now);
}
