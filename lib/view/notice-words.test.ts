import { expect, it } from 'vitest';
import { type NoticeFacts, noticeWords } from './notice-words';

const facts: NoticeFacts = {
  kind: 'moved',
  oldNames: ['First Church'],
  newPlace: 'City Hall, 5 Oak St',
  from: '2026-11-03T06:00',
  until: '2026-11-03T20:00',
  opens: null,
  closes: null,
  phone: '(601) 555-0100',
};

it.each<[Partial<NoticeFacts>, string, string]>([
  [
    {},
    'From Tuesday, November 3, 6 am until Tuesday, November 3, 8 pm, First Church is not in use. Vote at City Hall, 5 Oak St instead.',
    'no se vota en First Church. Vote en City Hall, 5 Oak St.',
  ],
  [
    { kind: 'closed' },
    'First Church is closed. Vote at City Hall, 5 Oak St instead.',
    'está cerrado. Vote en City Hall',
  ],
  [
    { kind: 'closed', newPlace: null },
    'Call (601) 555-0100, and we will tell you where to vote.',
    'Llame al (601) 555-0100',
  ],
  [
    { kind: 'hours', opens: '07:00', closes: '21:00', oldNames: ['A', 'B'] },
    'You can vote at A and B from 7 am to 9 pm.',
    'Puede votar en A y B de las 7',
  ],
  [
    { kind: 'callFirst', phone: null },
    'Call the election office before you go to First Church.',
    'Llame al número de la oficina electoral antes de ir',
  ],
  [
    { kind: 'callFirst', oldNames: ['A', 'B', 'C', 'D', 'E'] },
    'before you go to this polling place.',
    'antes de ir a este lugar de votación',
  ],
])('words for %j', (over, en, es) => {
  const words = noticeWords({ ...facts, ...over });
  expect(words.en).toContain(en);
  expect(words.es).toContain(es);
});

it('an end at midnight is the end of the day before', () => {
  const words = noticeWords({ ...facts, until: '2026-11-04T00:00' });
  expect(words.en).toContain('until the end of Tuesday, November 3, First Church');
  expect(words.es).toContain(
    'Desde el martes 3 de noviembre a las 6\u00a0a.\u00a0m. hasta el final del martes 3 de noviembre',
  );
});

it('what is not chosen yet is left open', () => {
  expect(noticeWords({ ...facts, from: '', oldNames: [] }).en).toContain('From … until');
});

it('the year is said where a change goes on into the next one', () => {
  const words = noticeWords({ ...facts, until: '2027-11-03T00:00' });
  expect(words.en).toContain(
    'From Tuesday, November 3, 2026, 6 am until the end of Tuesday, November 2, 2027, First Church',
  );
  expect(noticeWords({ ...facts, until: '2027-01-01T00:00' }).en).toContain(
    'until the end of Thursday, December 31, First',
  );
});

it('a sentence that ends in an hour has one full stop', () => {
  const words = noticeWords({ ...facts, kind: 'hours', opens: '07:00', closes: '21:00' });
  expect(words.es).toContain('a las 9\u00a0p.\u00a0m. ¿Está en la fila a las 9\u00a0p.\u00a0m.? Quédese');
  expect(words.es).not.toContain('..');
});
