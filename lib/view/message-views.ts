// Owns the answers that show no place: why not, what that means, and what to do now.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { electionOffices, pollingPlaceLookup } from './national-links';
import { viewNotices } from './notice-view';
import { rangeTexts } from './number-ranges';
import { allPhonesLink, callWords, hasPhone, namesInWords, phoneSearchLinks } from './office-view';
import type { ListView, MessageView, Paragraph, Way } from './outcome-view';
import { fill } from './paragraph';
import { changedPlaces, nameOnly, placeContext, viewPlace } from './place-view';
import type { Reader } from './reader';
import { viewBase, type Wording } from './view-parts';
import { nearDayText } from './when';

type OutcomeOf<Kind extends LookupOutcome['kind']> = Extract<LookupOutcome, { kind: Kind }>;

/** No election, or not this one; and the next one where it is known. */
export function viewNoElection(outcome: OutcomeOf<'noElection'>, reader: Reader): MessageView {
  const { messages } = reader;
  const { noElection, noElectionNamed, noElectionNext, noElectionNoNext } = messages.outcome;
  const named = ({ name, date }: { name: string; date: string }) => ({
    name,
    date: nearDayText(date, messages, reader.now),
  });
  const { election, nextElection } = outcome;
  const next = nextElection === null ? noElectionNoNext : format(noElectionNext, named(nextElection));
  const headline = election === null ? noElection : format(noElectionNamed, named(election));
  return message(
    outcome,
    { headline, paragraphs: [[next]], tone: 'answer', isAnswer: true, ways: ['editAddress'] },
    reader,
  );
}

/** The address is not on the list: never said to mean that someone is not registered. */
export function viewMissing(outcome: OutcomeOf<'missing'>, reader: Reader): MessageView {
  const { messages } = reader;
  const { outcome: say } = messages;
  const call = fill(say.askWhere, { call: callWords(outcome, messages) });
  const [headline, why] = missingTexts(outcome, messages);
  const wording: Wording = {
    headline,
    paragraphs: [[why], call, [say.notNotRegistered]],
    tone: 'caution',
    ways: missingWays[outcome.reason],
    notices: (outcome.likely ?? []).length > 0 ? viewNotices(outcome, reader) : [],
    isPhoneFirst: hasPhone(outcome),
    links: phoneSearchLinks(outcome, messages),
  };
  return {
    ...message(outcome, wording, reader),
    lists: missingLists(outcome, messages),
    likely: viewLikely(outcome, reader),
  };
}

/** The ZIP lies wholly outside every office here. */
export function viewNotCovered(outcome: OutcomeOf<'notCovered'>, reader: Reader): MessageView {
  const { messages } = reader;
  const { outcome: say } = messages;
  const { zip } = outcome.understood;
  const places = namesInWords(outcome.covers ?? [], messages);
  const paragraphs: Paragraph[] = [];
  if (places !== null) paragraphs.push([format(say.notCoveredSite, { places })]);
  const where = coveredByText(outcome, messages);
  if (where !== null) paragraphs.push([where]);
  const wording: Wording = {
    headline: zip === null ? say.notCoveredNoZip : format(say.notCovered, { zip }),
    paragraphs,
    tone: 'caution',
    ways: ['editAddress'],
    links: [
      { text: say.nationalLookup, href: pollingPlaceLookup },
      { text: say.nationalOffices, href: electionOffices },
    ],
  };
  // The offices here are not this voter's: their phones would mislead.
  return { ...message(outcome, wording, reader), offices: [], officesSummary: null, reportLine: null };
}

/** What is missing from what was typed, with an example, and the ways in without it. */
export function viewUnreadable(outcome: OutcomeOf<'unreadable'>, reader: Reader): MessageView {
  const { messages } = reader;
  const { unreadable } = messages.outcome;
  const example = { example: messages.form.addressExample };
  const { reason } = outcome;
  const isMailOnly = reason === 'poBox' || reason === 'ruralRoute';
  const headline = isMailOnly ? unreadable[reason] : format(unreadable[reason], example);
  const paragraphs = isMailOnly ? [[format(unreadable[`${reason}Lead`], example)]] : [];
  const ways = unreadableWays[reason];
  return message(outcome, { headline, paragraphs, tone: 'ask', ways }, reader);
}

/** Our fault, said so; the phone above all. */
export function viewCannotCheck(outcome: OutcomeOf<'cannotCheck'>, reader: Reader): MessageView {
  const { messages } = reader;
  const { outcome: say } = messages;
  const wording: Wording = {
    headline: say.cannotCheck,
    paragraphs: [
      [`${say.cannotCheckOurs} ${say.cannotCheckNotRegistered}`],
      fill(say.askWhere, { call: callWords(outcome, messages) }),
      [say.cannotCheckReason[outcome.reason]],
    ],
    tone: 'ours',
    ways: outcome.reason === 'unsupported' ? ['allPlaces'] : ['tryAgain', 'allPlaces'],
    links: [allPhonesLink(messages), ...phoneSearchLinks(outcome, messages)],
    isPhoneFirst: hasPhone(outcome),
  };
  return message(outcome, wording, reader);
}

/** A view without a place, of any outcome. */
export function message(outcome: LookupOutcome, wording: Wording, reader: Reader): MessageView {
  return { ...viewBase(outcome, wording, reader), layout: 'message', lists: [], likely: null };
}

// About a screenful; a ZIP may have a thousand streets.
const longestUnfolded = 12;

const missingWays: Readonly<Record<OutcomeOf<'missing'>['reason'], readonly Way[]>> = {
  streetUnknown: ['editAddress', 'knowPrecinct', 'noStreetAddress', 'allPlaces'],
  numberUnknown: ['editAddress', 'knowPrecinct', 'allPlaces'],
  zipUnknown: ['editAddress', 'noZip', 'knowPrecinct', 'allPlaces'],
  streetsNotLoaded: ['knowPrecinct', 'allPlaces'],
};

const unreadableWays: Readonly<Record<OutcomeOf<'unreadable'>['reason'], readonly Way[]>> = {
  empty: ['noZip', 'noStreetAddress', 'knowPrecinct'],
  noHouseNumber: ['editAddress', 'noStreetAddress', 'knowPrecinct'],
  noStreet: ['editAddress', 'noStreetAddress', 'knowPrecinct'],
  noZipOrTown: ['editAddress', 'noZip', 'knowPrecinct'],
  poBox: ['editAddress', 'noStreetAddress', 'knowPrecinct'],
  ruralRoute: ['noStreetAddress', 'knowPrecinct', 'editAddress'],
  tooLong: ['editAddress'],
};

/** Headline and the reason below it. */
function missingTexts(outcome: OutcomeOf<'missing'>, messages: Messages): readonly [string, string] {
  const { outcome: say } = messages;
  const { zip, street, houseNumber } = outcome.understood;
  switch (outcome.reason) {
    case 'numberUnknown':
      return [
        street === null || houseNumber === null
          ? say.numberUnknownNoStreet
          : format(say.numberUnknown, { street, number: houseNumber }),
        say.numberUnknownWhy,
      ];
    case 'streetUnknown':
      return [
        zip === null ? say.streetUnknownNoZip : format(say.streetUnknown, { zip }),
        say.streetUnknownWhy,
      ];
    case 'zipUnknown':
      return [zip === null ? say.zipUnknownNoZip : format(say.zipUnknown, { zip }), say.zipUnknownWhy];
    case 'streetsNotLoaded':
      return [say.streetsNotLoaded, say.streetsNotLoadedWhy];
  }
}

function coveredByText({ coveredBy }: OutcomeOf<'notCovered'>, messages: Messages): string | null {
  if (coveredBy === null) return null;
  const { county } = coveredBy;
  const state = messages.states?.[coveredBy.state] ?? coveredBy.state;
  return county === null
    ? format(messages.outcome.notCoveredState, { state })
    : format(messages.outcome.notCoveredBy, { county: `${county}, ${state}` });
}

function missingLists(outcome: OutcomeOf<'missing'>, messages: Messages): readonly ListView[] {
  const { outcome: say } = messages;
  const { zip, street } = outcome.understood;
  const lists: ListView[] = [];
  const ranges = rangeTexts(outcome.ranges ?? [], messages);
  if (ranges.length > 0) {
    lists.push(viewList(format(say.rangesHeading, { street: street ?? '' }), ranges));
  }
  const streets = [...new Set(outcome.streets ?? [])];
  if (streets.length > 0) {
    const heading = zip === null ? say.streetsHeadingNoZip : format(say.streetsHeading, { zip });
    lists.push(viewList(heading, streets));
  }
  return lists;
}

function viewList(heading: string, items: readonly string[]): ListView {
  return { heading, items, isFolded: items.length > longestUnfolded };
}

function viewLikely(outcome: OutcomeOf<'missing'>, reader: Reader): MessageView['likely'] {
  const { messages } = reader;
  const likely = outcome.likely ?? [];
  // Without someone to call, a likely place would be taken for the answer.
  if (likely.length === 0 || !hasPhone(outcome)) return null;
  const context = placeContext(outcome, reader);
  return {
    heading: messages.outcome.likelyHeading,
    lead: fill(messages.outcome.likelyLead, { call: callWords(outcome, messages) }),
    places: changedPlaces(likely, context).map((each) => nameOnly(viewPlace(each, context))),
  };
}
