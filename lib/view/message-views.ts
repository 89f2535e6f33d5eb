// Owns the answers that show no place: why not, what that means, and what to do now.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { electionOffices, pollingPlaceLookup } from './national-links';
import { rangeText } from './number-ranges';
import type { ListView, MessageView, Paragraph, Way } from './outcome-view';
import { fill } from './paragraph';
import { changedPlaces, viewPlace } from './place-view';
import { placeContext, viewNotices } from './places-views';
import { callWords, hasPhone, officeNames, viewBase, type Wording } from './view-parts';
import { dayText } from './when';

type OutcomeOf<Kind extends LookupOutcome['kind']> = Extract<LookupOutcome, { kind: Kind }>;

/** No election, or not this one; and the next one where it is known. */
export function viewNoElection(outcome: OutcomeOf<'noElection'>, messages: Messages, now: Date): MessageView {
  const { noElection, noElectionNamed, noElectionNext, noElectionNoNext } = messages.outcome;
  const named = ({ name, date }: { name: string; date: string }) => ({
    name,
    date: dayText(date, messages, 'withoutYear'),
  });
  const { election, nextElection } = outcome;
  const next = nextElection === null ? noElectionNoNext : format(noElectionNext, named(nextElection));
  const headline = election === null ? noElection : format(noElectionNamed, named(election));
  return message(
    outcome,
    { headline, paragraphs: [[next]], tone: 'answer', ways: ['editAddress'] },
    messages,
    now,
  );
}

/** The address is not on the list: never said to mean that someone is not registered. */
export function viewMissing(outcome: OutcomeOf<'missing'>, messages: Messages, now: Date): MessageView {
  const { outcome: say } = messages;
  const call = fill(say.beforeYouGo, { call: callWords(outcome, messages) });
  const [headline, why] = missingTexts(outcome, messages);
  const wording: Wording = {
    headline,
    paragraphs: [[why], call, [say.notNotRegistered]],
    tone: 'caution',
    ways: missingWays[outcome.reason],
    notices: (outcome.likely ?? []).length > 0 ? viewNotices(outcome, messages, now) : [],
    isPhoneFirst: hasPhone(outcome),
    ...(hasPhone(outcome) ? {} : { links: [{ text: say.nationalOffices, href: electionOffices }] }),
  };
  return {
    ...message(outcome, wording, messages, now),
    lists: missingLists(outcome, messages),
    likely: viewLikely(outcome, messages, now),
  };
}

/** The ZIP lies wholly outside every office here. */
export function viewNotCovered(outcome: OutcomeOf<'notCovered'>, messages: Messages, now: Date): MessageView {
  const { outcome: say } = messages;
  const { zip } = outcome.understood;
  const office = officeNames(outcome, messages);
  const paragraphs: Paragraph[] = [];
  if (office !== null) paragraphs.push([format(say.notCoveredSite, { office })]);
  const { coveredBy } = outcome;
  if (coveredBy !== null) {
    const { county, state } = coveredBy;
    const where =
      county === null
        ? format(say.notCoveredState, { state })
        : format(say.notCoveredBy, { county: `${county}, ${state}` });
    paragraphs.push([where]);
  }
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
  return message(outcome, wording, messages, now);
}

/** What is missing from what was typed, with an example, and the ways in without it. */
export function viewUnreadable(outcome: OutcomeOf<'unreadable'>, messages: Messages, now: Date): MessageView {
  const { unreadable } = messages.outcome;
  const example = { example: messages.form.addressExample };
  const { reason } = outcome;
  const isMailOnly = reason === 'poBox' || reason === 'ruralRoute';
  const headline = isMailOnly ? unreadable[reason] : format(unreadable[reason], example);
  const paragraphs = isMailOnly ? [[format(unreadable[`${reason}Lead`], example)]] : [];
  const ways = unreadableWays[reason];
  return message(outcome, { headline, paragraphs, tone: 'ask', ways }, messages, now);
}

/** Our fault, said so; the phone above all. */
export function viewCannotCheck(
  outcome: OutcomeOf<'cannotCheck'>,
  messages: Messages,
  now: Date,
): MessageView {
  const { outcome: say } = messages;
  const wording: Wording = {
    headline: say.cannotCheck,
    paragraphs: [
      [`${say.cannotCheckOurs} ${say.cannotCheckNotRegistered}`],
      fill(say.beforeYouGo, { call: callWords(outcome, messages) }),
      [say.cannotCheckReason[outcome.reason]],
    ],
    tone: 'ours',
    ways: outcome.reason === 'unsupported' ? ['allPlaces'] : ['tryAgain', 'allPlaces'],
    links: hasPhone(outcome) ? [] : [{ text: say.nationalOffices, href: electionOffices }],
    isPhoneFirst: hasPhone(outcome),
  };
  return message(outcome, wording, messages, now);
}

/** A view without a place, of any outcome. */
export function message(
  outcome: LookupOutcome,
  wording: Wording,
  messages: Messages,
  now: Date,
): MessageView {
  return { ...viewBase(outcome, wording, messages, now), layout: 'message', lists: [], likely: null };
}

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

function missingLists(outcome: OutcomeOf<'missing'>, messages: Messages): readonly ListView[] {
  const { outcome: say } = messages;
  const { zip, street } = outcome.understood;
  const lists: ListView[] = [];
  const ranges = [...new Set((outcome.ranges ?? []).map((range) => rangeText(range, messages)))];
  if (ranges.length > 0) {
    lists.push({ heading: format(say.rangesHeading, { street: street ?? '' }), items: ranges });
  }
  const streets = [...new Set(outcome.streets ?? [])];
  if (streets.length > 0) {
    const heading = zip === null ? say.streetsHeadingNoZip : format(say.streetsHeading, { zip });
    lists.push({ heading, items: streets });
  }
  return lists;
}

function viewLikely(outcome: OutcomeOf<'missing'>, messages: Messages, now: Date): MessageView['likely'] {
  const likely = outcome.likely ?? [];
  // Without someone to call, a likely place would be taken for the answer.
  if (likely.length === 0 || !hasPhone(outcome)) return null;
  const context = placeContext(outcome, messages, now);
  return {
    heading: messages.outcome.likelyHeading,
    lead: fill(messages.outcome.likelyLead, { call: callWords(outcome, messages) }),
    places: changedPlaces(likely, context).map((each) => viewPlace(each, context)),
  };
}
