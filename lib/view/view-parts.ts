// Owns the parts that every kind of answer shares: offices and their phones, the line of the election,
// how old the list is, what to do next.

import { electionOver } from '@/lib/core/hours/election-day';
import { isTimeZone } from '@/lib/core/hours/local-time';
import type { LookupOutcome, PlaceAnswer, PrecinctAnswer, Understood } from '@/lib/core/lookup/outcome';
import { isFresh } from '@/lib/core/rung';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { callWords, officeNames, officesSummary, viewOffices } from './office-view';
import type { LinkView, OutcomeView, Paragraph, TimeText, Way, WayView } from './outcome-view';
import { fill, plainText } from './paragraph';
import type { Reader } from './reader';
import { dayText, momentText, nearDayText } from './when';

/** What all views have; each kind adds to it. */
export type ViewBase = Omit<Extract<OutcomeView, { layout: 'message' }>, 'layout' | 'lists' | 'likely'>;

/** What one kind of answer says for itself. */
export interface Wording {
  readonly headline: string;
  readonly paragraphs: readonly Paragraph[];
  readonly tone: ViewBase['tone'];
  readonly ways?: readonly Way[];
  readonly links?: ViewBase['links'];
  /** Where to check what an answer is tied to: the registration. */
  readonly registrationLink?: LinkView;
  readonly notices?: ViewBase['notices'];
  readonly isPhoneFirst?: boolean;
  /** Says which address it is for; a question or a "not on the list" has understood too little. */
  readonly isAnswer?: boolean;
  /** The headline itself says that voting is over. */
  readonly saysOver?: boolean;
}

/** The shared parts of a view, with a kind's own wording. */
export function viewBase(outcome: LookupOutcome, wording: Wording, reader: Reader): ViewBase {
  const { messages } = reader;
  const paragraphs = [...overLine(outcome, wording, reader), ...wording.paragraphs];
  const hasAnswer = wording.isAnswer === true;
  const said = paragraphs.map(plainText).join(' ');
  return {
    outcome: outcome.kind,
    lang: messages.tag,
    headline: wording.headline,
    paragraphs,
    tone: wording.tone,
    announcement: [sentence(wording.headline), said].filter((text) => text !== '').join(' '),
    electionLine: electionLine(outcome, messages),
    understoodLine: hasAnswer ? understoodLine(outcome.understood, messages) : null,
    notCheckedLine: hasAnswer && wording.saysOver !== true ? notCheckedLine(outcome, reader) : null,
    notices: wording.notices ?? [],
    officesHeading: messages.office.heading,
    officesSummary: officesSummary(outcome, messages),
    offices: viewOffices(outcome, messages),
    officesNote: hasAnswer && outcome.pollingLocations.length > 0 ? messages.office.confirm : null,
    relayLine: messages.office.relay,
    isPhoneFirst: wording.isPhoneFirst ?? false,
    links: wording.links ?? [],
    waysHeading: messages.result.nextSteps,
    ways: (wording.ways ?? []).map((way, index) =>
      viewWay(way, messages, index === 0 && isMain(way, wording)),
    ),
    asOfLine: asOfLine(outcome, reader),
    sourceLine: sourceLine(outcome, messages),
    precinctLine: hasAnswer ? precinctLine(outcome, messages) : null,
    reportLine:
      outcome.asOf === null
        ? null
        : fill(messages.result.reportProblem, { call: callWords(outcome, messages) }),
  };
}

/** True once voting is over where the voter votes, also on a page left open since before. */
export function isOver(outcome: LookupOutcome, now: Date): boolean {
  const { election } = outcome;
  if (election === null) return false;
  return election.over || electionOver(election.date, zoneOf(outcome), now);
}

/** The zone to tell times in: of the places the outcome holds; null where none is known. */
export function zoneOf(outcome: LookupOutcome): string | null {
  const places: readonly PlaceAnswer[] = [
    ...outcome.pollingLocations,
    ...(outcome.kind === 'choose' ? outcome.candidates.flatMap((each) => each.pollingLocations) : []),
    ...(outcome.kind === 'missing' ? (outcome.likely ?? []) : []),
  ];
  return places.map((place) => place.timeZone).find((zone) => zone !== null && isTimeZone(zone)) ?? null;
}

/** Where nothing else is to be done: typing again, or trying again. A phone number that matters more comes first. */
function isMain(way: Way, { tone }: Wording): boolean {
  return (tone === 'ask' || tone === 'ours') && (way === 'editAddress' || way === 'tryAgain');
}

function viewWay(way: Way, messages: Messages, isMainWay: boolean): WayView {
  const { waysIn, result } = messages;
  const texts: Readonly<Record<Way, string>> = {
    editAddress: result.editAddress,
    tryAgain: result.tryAgain,
    noZip: waysIn.noZip,
    noStreetAddress: waysIn.noStreetAddress,
    knowPrecinct: waysIn.knowPrecinct,
    allPlaces: waysIn.allPlaces,
    saveCounty: waysIn.saveCounty,
  };
  return { way, text: texts[way], isMain: isMainWay };
}

/** Over is said before anything else: nobody is to look for an address in an election that has ended. */
function overLine(
  outcome: LookupOutcome,
  { saysOver }: Wording,
  { messages, now }: Reader,
): readonly Paragraph[] {
  const { election } = outcome;
  if (election === null || !isOver(outcome, now) || saysOver === true) return [];
  return [[sentence(format(messages.outcome.over, { date: nearDayText(election.date, messages, now) }))]];
}

function electionLine({ election }: LookupOutcome, messages: Messages): TimeText | null {
  if (election === null) return null;
  const date = dayText(election.date, messages, 'withYear');
  return { text: format(messages.result.election, { name: election.name, date }), dateTime: election.date };
}

function understoodLine(understood: Understood, messages: Messages): string | null {
  const { houseNumber, street, unit, city, state, zip } = understood;
  if (street === null) return null;
  const line = joined(' ', [houseNumber, street]);
  const address = joined(', ', [line, unit, city, joined(' ', [state, zip])]);
  return format(messages.result.understood, { address });
}

function sourceLine(outcome: LookupOutcome, messages: Messages): string | null {
  const office = outcome.asOf === null ? null : officeNames(outcome, messages);
  return office === null ? null : format(messages.result.source, { office });
}

/** `104 Practice Falls 4`; the number once where the name says it. */
export function precinctName({ name, number }: Pick<PrecinctAnswer, 'name' | 'number'>): string {
  const isNumbered = number !== null && !hasNumber(name, number);
  return joined(' ', [isNumbered ? number : null, name]);
}

function precinctLine({ precincts }: LookupOutcome, messages: Messages): string | null {
  const [only, another] = precincts;
  if (only === undefined || another !== undefined) return null;
  const precinct = precinctName(only);
  return precinct === '' ? null : format(messages.result.precinct, { precinct });
}

/** `0033` and `033 - THIRTY-THREE` are one number, written twice; the 1 in `Ward 12` is none. */
function hasNumber(name: string, number: string): boolean {
  const words = (text: string) =>
    ` ${text
      .toUpperCase()
      .split(/[^\p{L}\p{N}]+/u)
      .map((word) => word.replace(/^0+(?=.)/, ''))
      .filter((word) => word !== '')
      .join(' ')} `;
  return words(name).includes(words(number));
}

function asOfLine(outcome: LookupOutcome, { messages, now, timeZone }: Reader): TimeText | null {
  if (outcome.asOf === null) return null;
  const asOf = new Date(outcome.asOf);
  if (Number.isNaN(asOf.getTime())) return null;
  const time = momentText(asOf, zoneOf(outcome) ?? timeZone, messages, now);
  const text = format(isFresh(outcome.asOf, now) ? messages.result.asOf : messages.result.lastConfirmed, {
    time,
  });
  return { text, dateTime: asOf.toISOString() };
}

/** The place may have moved since, and nobody could tell: said where the place stands, not only above it. */
function notCheckedLine(outcome: LookupOutcome, { messages, now, timeZone }: Reader): Paragraph | null {
  const { asOf } = outcome;
  if (asOf === null || isFresh(asOf, now)) return null;
  const time = momentText(new Date(asOf), zoneOf(outcome) ?? timeZone, messages, now);
  return fill(messages.ladder.notChecked, { time, call: callWords(outcome, messages) });
}

function joined(separator: string, parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(separator);
}

/** A headline has no full stop on the page; read aloud before other sentences it needs one. */
export function sentence(headline: string): string {
  return /[.?:]$/.test(headline) ? headline : `${headline}.`;
}
