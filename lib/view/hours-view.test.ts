import { describe, expect, it } from 'vitest';
import { en } from '@/lib/messages/en';
import { es } from '@/lib/messages/es';
import { viewHours, viewInLine, viewOpenLine } from './hours-view';
import { aSchedule, someHours } from './outcomes.fixture';
import { clockText, dayText, momentText } from './when';

const chicago = { timeZone: 'America/Chicago', electionDate: '2026-11-03' };

describe('clockText', () => {
  it.each([
    ['07:00', '7 am', 'las 7\u00a0a.\u00a0m.'],
    ['07:30', '7:30 am', 'las 7:30\u00a0a.\u00a0m.'],
    ['12:00', '12 noon', 'las 12 del mediodía'],
    ['12:30', '12:30 pm', 'las 12:30\u00a0p.\u00a0m.'],
    ['13:00', '1 pm', 'la 1\u00a0p.\u00a0m.'],
    ['00:00', 'midnight', 'las 12 de la noche'],
    ['24:00', 'midnight', 'las 12 de la noche'],
    ['00:15', '12:15 am', 'las 12:15\u00a0a.\u00a0m.'],
    ['late', 'late', 'late'],
  ])('%s', (time, english, spanish) => {
    expect(clockText(time, en)).toBe(english);
    expect(clockText(time, es)).toBe(spanish);
  });

  it('writes a 24-hour clock where a language wants one', () => {
    const messages = { ...en, hours: { ...en.hours, clock: '24' as const } };
    expect(clockText('19:00', messages)).toBe('19:00');
    expect(clockText('00:30', messages)).toBe('0:30');
  });
});

describe('dayText', () => {
  it.each([
    ['2026-11-03', 'Tuesday, November 3', 'martes 3 de noviembre'],
    ['2028-02-29', 'Tuesday, February 29', 'martes 29 de febrero'],
    ['soon', 'soon', 'soon'],
  ])('%s', (date, english, spanish) => {
    expect(dayText(date, en, 'withoutYear')).toBe(english);
    expect(dayText(date, es, 'withoutYear')).toBe(spanish);
  });

  it('adds the year where asked', () => {
    expect(dayText('2026-11-03', en, 'withYear')).toBe('Tuesday, November 3, 2026');
    expect(dayText('2026-11-03', es, 'withYear')).toBe('martes 3 de noviembre de 2026');
  });
});

describe('momentText', () => {
  const moment = new Date('2026-11-04T00:10:00Z');

  it.each([
    ['America/Chicago', 'Tuesday, November 3, 6:10 pm', 'martes 3 de noviembre a las 6:10\u00a0p.\u00a0m.'],
    [null, 'Wednesday, November 4, 12:10 am UTC', 'miércoles 4 de noviembre a las 12:10\u00a0a.\u00a0m. UTC'],
    [
      'Nowhere/Here',
      'Wednesday, November 4, 12:10 am UTC',
      'miércoles 4 de noviembre a las 12:10\u00a0a.\u00a0m. UTC',
    ],
  ])('in %s', (zone, english, spanish) => {
    expect(momentText(moment, zone, en)).toBe(english);
    expect(momentText(moment, zone, es)).toBe(spanish);
  });
});

describe('viewHours', () => {
  const now = new Date('2026-10-01T12:00:00Z');

  it('has a row for each schedule, earliest first', () => {
    const early = aSchedule({
      startDate: '2026-10-20',
      endDate: '2026-10-31',
      startTime: '08:00',
      endTime: '12:00',
    });
    const appointment = aSchedule({ startDate: '2026-11-02', endDate: '2026-11-02', isByAppointment: true });
    const undated = aSchedule({ startDate: null, endDate: null });
    const view = viewHours(
      { ...chicago, hours: someHours(aSchedule(), appointment, early, undated) },
      en,
      now,
    );
    expect(view).toMatchObject({
      kind: 'rows',
      rows: [
        { day: 'Tuesday, November 3', date: '2026-11-03', hours: '7 am to 7 pm' },
        { day: 'Tuesday, October 20 to Saturday, October 31', date: null, hours: '8 am to 12 noon' },
        { day: 'Monday, November 2', hours: '7 am to 7 pm, by appointment' },
        { day: 'Tuesday, November 3' },
      ],
    });
  });

  it('says "Election day" for a schedule without dates where the day is not known', () => {
    const hours = someHours(aSchedule({ startDate: null, endDate: null }));
    expect(viewHours({ hours, timeZone: null, electionDate: null }, en, now)).toMatchObject({
      rows: [{ day: 'Election day', date: null }],
    });
  });

  it('reads well in Spanish', () => {
    expect(
      viewHours(
        { ...chicago, hours: someHours(aSchedule({ startTime: '06:30', endTime: '13:00' })) },
        es,
        now,
      ),
    ).toMatchObject({
      rows: [{ day: 'martes 3 de noviembre', hours: 'de las 6:30\u00a0a.\u00a0m. a la 1\u00a0p.\u00a0m.' }],
    });
  });

  it.each([
    [
      'the office’s words where a schedule cannot be read',
      someHours(aSchedule({ endTime: '06:00' })),
      'text',
    ],
    ['the office’s words where there are no schedules', { schedules: [], text: '' }, 'text'],
  ])('shows %s', (_, hours, kind) => {
    const text = '7AM-7PM (Tue.)';
    expect(viewHours({ ...chicago, hours: { ...hours, text } }, en, now)).toMatchObject({
      kind,
      body: { text, lang: 'en' },
    });
  });

  it.each([
    ['no hours', undefined],
    ['blank hours', { schedules: [], text: ' ' }],
    ['hours nobody can read', someHours(aSchedule({ startTime: '19:00', endTime: '07:00' }))],
  ])('says that the list does not say, for %s', (_, hours) => {
    expect(viewHours({ ...chicago, hours }, en, now)).toEqual({
      kind: 'note',
      heading: 'Hours',
      text: en.hours.unknown,
    });
  });
});

describe('the line for right now', () => {
  it.each([
    ['2026-11-03T18:00:00Z', 'Open now until 7 pm', 'Abierto ahora, hasta las 7\u00a0p.\u00a0m.'],
    ['2026-11-03T12:00:00Z', 'Opens at 7 am today', 'Abre hoy a las 7\u00a0a.\u00a0m.'],
    [
      '2026-11-02T12:00:00Z',
      'Opens at 7 am on Tuesday, November 3',
      'Abre el martes 3 de noviembre a las 7\u00a0a.\u00a0m.',
    ],
    ['2026-11-04T02:00:00Z', 'Closed at 7 pm', 'Cerró a las 7\u00a0p.\u00a0m.'],
    ['2026-11-05T02:00:00Z', 'Closed', 'Cerrado'],
  ])('at %s', (now, english, spanish) => {
    const input = { ...chicago, hours: someHours() };
    expect(viewOpenLine(input, en, new Date(now))).toBe(english);
    expect(viewOpenLine(input, es, new Date(now))).toBe(spanish);
  });

  it('says when it opens again after closing for the night or for lunch', () => {
    const hours = someHours(aSchedule({ endTime: '12:00' }), aSchedule({ startTime: '13:00' }));
    expect(viewOpenLine({ ...chicago, hours }, en, new Date('2026-11-03T18:30:00Z'))).toBe(
      'Closed at 12 noon. Opens at 1 pm today',
    );
  });

  it('is tied to an appointment where the hours are', () => {
    const hours = someHours(aSchedule({ isByAppointment: true }));
    expect(viewOpenLine({ ...chicago, hours }, en, new Date('2026-11-03T18:00:00Z'))).toBe(
      'Open now by appointment until 7 pm',
    );
  });

  it.each([
    ['the zone is unknown', { ...chicago, timeZone: null, hours: someHours() }],
    ['there are no hours', { ...chicago, hours: undefined }],
    ['the offset contradicts the zone', { ...chicago, hours: someHours(aSchedule({ utcOffset: '-05:00' })) }],
  ])('is silent where %s', (_, input) => {
    expect(viewOpenLine(input, en, new Date('2026-11-03T18:00:00Z'))).toBeNull();
    expect(viewInLine(input, en, new Date('2026-11-04T01:30:00Z'))).toBeNull();
  });
});

describe('"Stay in line"', () => {
  const input = { ...chicago, hours: someHours() };

  it.each([
    ['more than an hour before closing', '2026-11-03T23:59:00Z', false],
    ['an hour before closing', '2026-11-04T00:00:00Z', true],
    ['after closing', '2026-11-04T01:00:00Z', true],
    ['the last minute of the day', '2026-11-04T05:59:00Z', true],
    ['the next day', '2026-11-04T06:00:00Z', false],
    ['the evening before', '2026-11-03T01:30:00Z', false],
  ])('%s', (_, now, isSaid) => {
    expect(viewInLine(input, en, new Date(now)) !== null).toBe(isSaid);
  });

  it('is not said before lunch', () => {
    const hours = someHours(aSchedule({ endTime: '12:00' }), aSchedule({ startTime: '13:00' }));
    expect(viewInLine({ ...chicago, hours }, en, new Date('2026-11-03T17:30:00Z'))).toBeNull();
  });

  it('is not said of early voting', () => {
    const hours = someHours(aSchedule({ startDate: '2026-10-20', endDate: '2026-10-31' }), aSchedule());
    expect(viewInLine({ ...chicago, hours }, en, new Date('2026-10-21T00:30:00Z'))).toBeNull();
  });

  it('names the time in both languages', () => {
    const now = new Date('2026-11-04T01:00:00Z');
    expect(viewInLine(input, en, now)).toBe('In line by 7 pm? Stay in line. You can still vote.');
    expect(viewInLine(input, es, now)).toBe(
      '¿Está en la fila a las 7\u00a0p.\u00a0m.? Quédese en la fila. Todavía puede votar.',
    );
  });
});
