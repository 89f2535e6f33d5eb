import { describe, expect, it } from 'vitest';
import { instantAt } from '@/lib/core/hours/local-time';
import { en } from '@/lib/messages/en';
import { es } from '@/lib/messages/es';
import { type CalendarEntry, calendarFile, calendarFileName } from './calendar-file';
import type { PlaceView } from './outcome-view';
import { aNotice, aPlace, aSchedule, someHours, twoWeeksAhead, withPlaces } from './outcomes.fixture';
import { viewOutcome } from './view-outcome';

function placeOf(place = aPlace(), notices = [] as readonly ReturnType<typeof aNotice>[]): PlaceView {
  const view = viewOutcome(withPlaces('found', [place], { notices }), en, twoWeeksAhead);
  const [only] = view.layout === 'places' ? view.places : [];
  if (only === undefined) throw new Error('no place');
  return only;
}

function entry(over: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    place: placeOf(),
    election: { text: 'General Election, Tuesday, November 3, 2026', dateTime: '2026-11-03' },
    electionId: 'e1',
    officeId: 'ms-sandbox',
    phone: '(601) 555-0100',
    link: null,
    ...over,
  };
}

/** Lines as a reader sees them, unfolded. */
function linesOf(file: string | null): readonly string[] {
  return (file ?? '').replace(/\r\n /g, '').split('\r\n');
}

const fileOf = (over: Partial<CalendarEntry> = {}, messages = en) =>
  linesOf(calendarFile(entry(over), messages, twoWeeksAhead));

describe('a calendar file', () => {
  it('has the place, its address, the day and the hours as UTC instants', () => {
    expect(fileOf()).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Levee//Polling place//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:ms-sandbox.e1.pl1@levee',
      'DTSTAMP:20261020T150000Z',
      `SEQUENCE:${twoWeeksAhead.getTime() / 60_000}`,
      // 7 am to 7 pm in Chicago, after summer time has ended.
      'DTSTART:20261103T130000Z',
      'DTEND:20261104T010000Z',
      'SUMMARY:Vote at LAKESIDE LIBRARY',
      'LOCATION:LAKESIDE LIBRARY\\, 10 RIVER ST\\, SANDBOX\\, MS 00001',
      'DESCRIPTION:General Election\\, Tuesday\\, November 3\\, 2026\\nHours: Tuesday\\, November 3\\, 7 am to 7 pm' +
        '\\nPlaces can change. Please check again before you go\\, or call (601) 555-0100.',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it.each([
    ['the zone is not known', aPlace({ timeZone: null })],
    ['the hours are words', aPlace({ hours: { schedules: [], text: 'all day' } })],
    ['one of the hours cannot be read', aPlace({ hours: someHours(aSchedule({ endTime: '06:00' })) })],
    [
      'the hours are those of other days',
      aPlace({ hours: someHours(aSchedule({ startDate: '2026-11-02', endDate: '2026-11-02' })) }),
    ],
    [
      'the feed’s offset contradicts the zone',
      aPlace({ hours: someHours(aSchedule({ utcOffset: '-05:00' })) }),
    ],
  ])('is of the whole day where %s', (_, place) => {
    const lines = fileOf({ place: placeOf(place) });
    expect(lines).toContain('DTSTART;VALUE=DATE:20261103');
    expect(lines).toContain('DTEND;VALUE=DATE:20261104');
  });

  it('is of the whole day where a notice changed the hours in words, and of the new hours where it tells them', () => {
    expect(fileOf({ place: placeOf(aPlace(), [aNotice('hours')]) })).toContain('DTSTART;VALUE=DATE:20261103');
    const later = aPlace({ hours: someHours(aSchedule({ endTime: '21:00' })) });
    expect(fileOf({ place: placeOf(aPlace(), [aNotice('hours', { newPlace: later })]) })).toContain(
      'DTEND:20261104T030000Z',
    );
  });

  it('stays the same event when the place moves', () => {
    const moved = fileOf({ place: placeOf(aPlace(), [aNotice('moved')]) });
    expect(moved).toContain('UID:ms-sandbox.e1.pl1@levee');
    expect(moved).toContain('SUMMARY:Vote at TOWN HALL');
  });

  it('is none for a place that is closed', () => {
    const place = placeOf(aPlace(), [aNotice('closed')]);
    expect(calendarFile(entry({ place }), en, twoWeeksAhead)).toBeNull();
  });

  it('folds lines at 75 octets, never within a letter', () => {
    const name = 'Centro de votación del niño José Peñafiel y señora, salón número ocho, ';
    const file =
      calendarFile(entry({ place: placeOf(aPlace({ name: name.repeat(3) })) }), es, twoWeeksAhead) ?? '';
    const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(Math.max(...octets)).toBeGreaterThan(73);
    expect(linesOf(file)).toContain(`SUMMARY:Votar en ${name.repeat(3).replace(/,/g, '\\,')}`);
  });

  it('lets no text begin a line of its own', () => {
    const lines = fileOf({ place: placeOf(aPlace({ name: 'A;B\\C\r\nATTENDEE:x\u0007' })) });
    expect(lines).toContain('SUMMARY:Vote at A\\;B\\\\C\\nATTENDEE:x ');
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
  });

  it('has no alarm, and nothing of the voter', () => {
    const file = fileOf({ link: 'https://vote.example/p/en/place-a-b.html' }).join('\n');
    expect(file).not.toMatch(/VALARM|112|LAKE ST/);
    expect(file).toContain('URL:https://vote.example/p/en/place-a-b.html');
  });

  it('is named by the day', () => {
    expect(calendarFileName(entry())).toBe('vote-2026-11-03.ics');
  });
});

describe('the instant of a local time', () => {
  it.each([
    ['2026-11-03', 420, 'America/Chicago', '2026-11-03T13:00:00.000Z'],
    ['2026-07-04', 420, 'America/Chicago', '2026-07-04T12:00:00.000Z'],
    ['2026-11-03', 1140, 'Pacific/Honolulu', '2026-11-04T05:00:00.000Z'],
    ['2026-11-03', 0, 'Pacific/Guam', '2026-11-02T14:00:00.000Z'],
    ['2026-11-01', 180, 'America/New_York', '2026-11-01T08:00:00.000Z'],
    ['2026-03-08', 180, 'America/New_York', '2026-03-08T07:00:00.000Z'],
    // The clock goes from 2 to 3 that night.
    ['2026-03-08', 150, 'America/New_York', undefined],
    ['2026-11-03', 420, 'Nowhere/Town', undefined],
  ])('%s, minute %i, %s', (date, minutes, zone, instant) => {
    expect(instantAt(date, minutes, zone)?.toISOString()).toBe(instant);
  });
});
