// Owns the calendar file of one place and election day (RFC 5545). It is made on the device and holds nothing of the
// voter: no address, no precinct. Fetched only when somebody asks for it.

import { format } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import type { HoursView, PlaceView, TimeText } from './outcome-view';

/** What the file says. `officeId` and `electionId` make its event the same one each time. */
export interface CalendarEntry {
  readonly place: PlaceView;
  readonly election: TimeText;
  readonly electionId: string;
  readonly officeId: string;
  /** The office's phone as it reads; null where none is known. */
  readonly phone: string | null;
  /** The place's page; null where there is none. */
  readonly link: string | null;
}

/** An iCalendar file as text, CRLF between lines; null where no day is known. Times are UTC instants, so that it needs no
 *  table of zones; without known times it is an event of the whole day. No alarm: that is the voter's own choice. */
export function calendarFile(entry: CalendarEntry, messages: AllMessages, now: Date): string | null {
  const { place, link } = entry;
  const { votingDay } = place;
  if (votingDay === null) return null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Levee//Polling place//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uidOf(entry)}`,
    `DTSTAMP:${utc(now.toISOString())}`,
    // A file that is fetched again after a late change replaces the event that the first one made.
    `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`,
    ...timesOf(votingDay),
    `SUMMARY:${escaped(format(messages.keep.eventTitle, { place: place.name }))}`,
    `LOCATION:${escaped([place.name, ...place.addressLines].join(', '))}`,
    `DESCRIPTION:${escaped(description(entry, messages))}`,
    ...(link === null ? [] : [`URL:${link}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** `vote-2026-11-03.ics`. */
export function calendarFileName({ place }: CalendarEntry): string {
  return `vote-${place.votingDay?.date ?? ''}.ics`;
}

/** By office, election and the place of the list, so that a moved place stays the same event (RFC 5545 §3.8.4.7). */
function uidOf({ officeId, electionId, place }: CalendarEntry): string {
  const parts = [officeId, electionId, place.listedId].map((part) => encodeURIComponent(part));
  return `${parts.join('.')}@levee`;
}

function timesOf({ date, startsAt, endsAt }: NonNullable<PlaceView['votingDay']>): readonly string[] {
  if (startsAt !== null && endsAt !== null) return [`DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`];
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return [`DTSTART;VALUE=DATE:${digits(date)}`, `DTEND;VALUE=DATE:${digits(next)}`];
}

function description({ place, election, phone, link }: CalendarEntry, messages: AllMessages): string {
  const { keep } = messages;
  return [
    election.text,
    place.hours === null ? null : hoursInWords(place.hours),
    place.entrance === null ? null : `${place.entrance.heading}: ${place.entrance.body.text}`,
    phone === null ? keep.eventCheck : format(keep.eventCheckCall, { phone }),
    link,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

function hoursInWords(hours: HoursView): string {
  switch (hours.kind) {
    case 'rows':
      return hours.rows.map((row) => `${hours.heading}: ${row.day}, ${row.hours}`).join('\n');
    case 'text':
      return `${hours.heading}: ${hours.body.text}`;
    case 'note':
      return hours.text;
  }
}

/** `2026-11-03T13:00:00.000Z` -> `20261103T130000Z` (RFC 5545 §3.3.5, form 2). */
function utc(instant: string): string {
  return `${digits(instant.slice(0, 19)).replace(/:/g, '')}Z`;
}

function digits(iso: string): string {
  return iso.replace(/-/g, '');
}

/** RFC 5545 §3.3.11: backslash, semicolon, comma and line breaks; other control characters may not stand in a text. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

const encoder = new TextEncoder();

/** RFC 5545 §3.1: at most 75 octets a line, its blank included; a letter of several octets is not divided. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
