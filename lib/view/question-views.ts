// Owns the answers that ask back. No place is in them: it is not shown until the voter has answered.

import type { Candidate, ConfirmLocality, LookupOutcome } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { message } from './message-views';
import { electionOffices, pollingPlaceLookup } from './national-links';
import { callWords, hasPhone, phoneSearchLinks } from './office-view';
import type { ChoiceView, ChooseView, ConfirmView } from './outcome-view';
import { fill } from './paragraph';
import type { Reader } from './reader';
import { viewBase } from './view-parts';

type Choose = Extract<LookupOutcome, { kind: 'choose' }>;

/** "Which one is yours?", or "We could not find that street. Is it one of these?" */
export function viewChoose(outcome: Choose, reader: Reader): ChooseView {
  const { messages } = reader;
  const { outcome: say } = messages;
  const isOne = outcome.candidates.length === 1;
  const [headline, lead] = questionOf(outcome, isOne, messages);
  const ifNone = {
    headline: say.noneOfTheseHeadline,
    paragraphs: [fill(say.noneOfTheseLead, { call: callWords(outcome, messages) }), [say.notNotRegistered]],
    tone: 'caution',
    isPhoneFirst: hasPhone(outcome),
    ways: ['editAddress', 'knowPrecinct', 'allPlaces'],
    links: phoneSearchLinks(outcome, messages),
  } as const;
  return {
    ...viewBase(outcome, { headline, paragraphs: [[lead]], tone: 'ask' }, reader),
    layout: 'choose',
    legend: say.chooseLegend,
    choices: outcome.candidates.map((candidate, index) => viewChoice(candidate, index, outcome)),
    noneOfThese: isOne ? say.notThisOne : say.noneOfThese,
    ifNone: message(outcome, ifNone, reader),
  };
}

function questionOf(
  { didYouMean }: Choose,
  isOne: boolean,
  { outcome: say }: Messages,
): readonly [headline: string, lead: string] {
  if (didYouMean) return [isOne ? say.didYouMeanOne : say.didYouMean, say.didYouMeanLead];
  return isOne ? [say.chooseOne, say.chooseOneLead] : [say.choose, say.chooseLead];
}

/** "Do you live in Adams County?" */
export function viewConfirm(outcome: LookupOutcome, { name }: ConfirmLocality, reader: Reader): ConfirmView {
  const { messages } = reader;
  const { outcome: say } = messages;
  const locality = { locality: name };
  const question = {
    headline: format(say.confirmLocality, locality),
    paragraphs: [[say.confirmLocalityWhy]],
    tone: 'ask',
  } as const;
  const elsewhere = {
    headline: format(say.confirmNoHeadline, locality),
    paragraphs: [[say.confirmNoLead]],
    tone: 'caution',
    ways: ['editAddress'],
    links: [
      { text: say.nationalLookup, href: pollingPlaceLookup },
      { text: say.nationalOffices, href: electionOffices },
    ],
  } as const;
  return {
    ...viewBase(outcome, question, reader),
    layout: 'confirm',
    yes: say.confirmYes,
    no: format(say.confirmNo, locality),
    ifNo: message(outcome, elsewhere, reader),
  };
}

function viewChoice(
  { street, unit, city, zip }: Candidate,
  index: number,
  { understood }: Choose,
): ChoiceView {
  const line = filled([understood.houseNumber, street]).join(' ');
  const unitText = unit === null || unit === '' ? null : unitWithDesignator(unit);
  const town = filled([city, filled([understood.state, zip]).join(' ')]).join(', ');
  return {
    id: String(index),
    text: filled([line, unitText]).join(', '),
    detail: town,
    ask: filled([line, unitText, town]).join(', '),
  };
}

/** `4B` -> `# 4B`; `APT 4B` stays. Without it, a bare unit would read as part of the town. */
function unitWithDesignator(unit: string): string {
  return /^[a-z#]+\.?\s/i.test(unit) || unit.startsWith('#') ? unit : `# ${unit}`;
}

function filled(parts: readonly (string | null)[]): readonly string[] {
  return parts.filter((part): part is string => part !== null && part !== '');
}
