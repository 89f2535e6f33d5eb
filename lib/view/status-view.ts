// Owns how the status page reads: how old the newest list is, where it can be read, what was seen from outside. Voters' words: nobody
// needs to know what a pointer or a probe is. It says nothing about any address.

import type { Notice } from '@/lib/core/lookup/outcome';
import { isFresh, type RungKind } from '@/lib/core/rung';
import { format, formatCount } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import type { StatusMessages } from '@/lib/messages/status-messages';
import { viewForAll } from './notice-view';
import type { NoticeView } from './outcome-view';
import type { Reader } from './reader';
import { STATUS_FRESH_MS, type StatusFile, type StatusHost } from './status-file';
import { momentText } from './when';

/** What a page of the status says: its own texts, and those of days and times. */
export interface StatusReader extends Reader<Messages> {
  readonly say: StatusMessages;
}

/** What asking one rung gave. `older`: it verifies, but this device has seen a newer one, and does not go back. */
export type RungAnswer =
  | {
      readonly kind: 'works' | 'older';
      readonly sequence: number;
      readonly issuedAt: string;
      readonly notices: readonly Notice[];
    }
  | { readonly kind: 'noAnswer' | 'empty' | 'refused' };

/** A rung, and its answer; null while it is being asked. `name`: a mirror's host. */
export interface RungSeen {
  readonly rung: RungKind;
  readonly name: string | null;
  readonly answer: RungAnswer | null;
}

/** One line: `{name: 'This site', text: 'It works, and has the newest list.', isWell: true}`. null: neither well nor amiss. */
export interface StatusLine {
  readonly name: string;
  readonly text: string;
  readonly isWell: boolean | null;
}

/** The newest list, in one paragraph or two; null while everybody is still being asked. */
export function viewNewest(seen: readonly RungSeen[], reader: StatusReader): readonly string[] | null {
  const { say, now } = reader;
  const newest = newestOf(seen);
  if (newest === null) return seen.some(({ answer }) => answer === null) ? null : [say.listNone];
  const { issuedAt, sequence } = newest;
  const line = format(say.list, { ...when(issuedAt, reader), number: String(sequence) });
  return isFresh(issuedAt, now) ? [line] : [line, say.listOld];
}

/** What offices say to all, by the newest list. Which office it is stands in the list itself, which this page does not read. */
export function viewToAll(seen: readonly RungSeen[], reader: StatusReader): readonly NoticeView[] {
  return viewForAll(newestOf(seen)?.notices ?? [], [], reader);
}

/** Each rung in its order. */
export function viewRungs(seen: readonly RungSeen[], reader: StatusReader): readonly StatusLine[] {
  const newest = newestOf(seen);
  return seen.map(({ rung, name, answer }) => ({
    name: rung === 'mirror' ? format(reader.say.mirror, { name: name ?? '' }) : reader.say[rung],
    text: answer === null ? reader.say.checking : answerText(answer, newest, reader),
    isWell: answer === null ? null : (WELL[answer.kind] ?? null),
  }));
}

/** Where there is no list, or an older one, nothing is wrong: that is what devices keep, and what sites come with. */
const WELL: Readonly<Partial<Record<RungAnswer['kind'], boolean>>> = {
  works: true,
  noAnswer: false,
  refused: false,
};

/** What was seen from outside. `lines` are one a host; `edge` is how much the site is asked. */
export interface OutsideView {
  readonly paragraphs: readonly string[];
  readonly lines: readonly StatusLine[];
  readonly edge: readonly string[];
}

/** A report; null: there is none, or it cannot be read. */
export function viewOutside(report: StatusFile | null, reader: StatusReader): OutsideView {
  const { say, now } = reader;
  if (report === null) return { paragraphs: [say.outsideNone], lines: [], edge: [] };
  const isOld = now.getTime() - Date.parse(report.probedAt) > STATUS_FRESH_MS;
  return {
    paragraphs: [format(say.outside, when(report.probedAt, reader)), ...(isOld ? [say.outsideOld] : [])],
    lines: report.hosts.map((host) => ({
      name: host.name,
      text: hostText(host, reader),
      isWell: host.failing.length === 0,
    })),
    edge: edgeTexts(report, reader),
  };
}

function newestOf(seen: readonly RungSeen[]) {
  const works = seen.flatMap(({ answer }) => (answer?.kind === 'works' ? [answer] : []));
  return works.sort((a, b) => b.sequence - a.sequence)[0] ?? null;
}

function answerText(
  answer: RungAnswer,
  newest: { readonly sequence: number } | null,
  reader: StatusReader,
): string {
  const { say, messages, now, timeZone } = reader;
  if (answer.kind === 'works' && answer.sequence === newest?.sequence) return say.works;
  if (answer.kind === 'works' || answer.kind === 'older') {
    return format(say.worksOlder, { time: momentText(new Date(answer.issuedAt), timeZone, messages, now) });
  }
  return say[answer.kind];
}

function hostText({ failing, golden }: StatusHost, { say, messages }: StatusReader): string {
  const number = new Intl.NumberFormat(messages.tag);
  if (failing.length === 0) {
    return format(say.outsideWell, {
      right: number.format(golden.right),
      asked: number.format(golden.asked),
    });
  }
  const words = new Set(failing.map((code) => say.faults[FAULTS.get(code) ?? 'other']));
  return format(say.outsideFault, { list: [...words].join(', ') });
}

/** The probe's codes, as far as they mean something to a voter. */
const FAULTS: ReadonlyMap<string, keyof StatusMessages['faults']> = new Map([
  ['unreachable', 'unreachable'],
  ['notVerified', 'refused'],
  ['otherLine', 'refused'],
  ['wrongAnswer', 'answers'],
  ['cannotCheck', 'answers'],
  ['oldPointer', 'old'],
  ['behind', 'old'],
  ['rolledBack', 'old'],
  ['wrongPages', 'pages'],
  ['wrongSite', 'pages'],
  ['slow', 'slow'],
]);

function edgeTexts({ edge }: StatusFile, { say, messages }: StatusReader): readonly string[] {
  if (edge === null || edge.requestsPerSecond === null) return [];
  const requests = formatCount(messages.tag, say.requests, Math.max(1, Math.round(edge.requestsPerSecond)));
  if (edge.answered === null) return [requests];
  // Never rounded up to all of them.
  const share = Math.floor(edge.answered * 1000) / 1000;
  const percent = new Intl.NumberFormat(messages.tag, { style: 'percent', maximumFractionDigits: 1 });
  return [requests, format(say.answered, { share: percent.format(share) })];
}

/** `{time: 'Tuesday, November 3, 6:10 pm', ago: '4 minutes ago'}`. */
function when(instant: string, reader: StatusReader): { readonly time: string; readonly ago: string } {
  const { messages, now, timeZone } = reader;
  const time = momentText(new Date(instant), timeZone, messages, now);
  return { time, ago: agoText(now.getTime() - Date.parse(instant), reader) };
}

/** "4 minutes ago", in the largest unit of which there are two; a clock that runs behind says "a moment ago". */
function agoText(ms: number, { say, messages }: StatusReader): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return say.now;
  if (minutes < 120) return formatCount(messages.tag, say.minutes, minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return formatCount(messages.tag, say.hours, hours);
  return formatCount(messages.tag, say.days, Math.floor(hours / 24));
}
