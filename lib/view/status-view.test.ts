// How the status page reads: ages in words, what works and what does not, and a report that is whole, old, cut or not there. It never says
// that somebody is not on a list.

import { describe, expect, it } from 'vitest';
import { en } from '@/lib/messages/en';
import { es } from '@/lib/messages/es';
import type { Catalogue } from '@/lib/messages/messages';
import { readStatusFile, type StatusFile } from './status-file';
import { type RungAnswer, type RungSeen, viewNewest, viewOutside, viewRungs } from './status-view';

const NOW = new Date('2026-11-03T18:00:00Z');
const reader = (messages: Catalogue, now = NOW) => ({
  messages,
  say: messages.status,
  now,
  timeZone: 'America/Chicago',
});
const works = (sequence: number, issuedAt = '2026-11-03T17:56:00Z'): RungAnswer => ({
  kind: 'works',
  sequence,
  issuedAt,
  notices: [],
});
const seen = (...answers: readonly (RungAnswer | null)[]): readonly RungSeen[] => {
  const rungs = ['live', 'mirror', 'device', 'builtIn'] as const;
  return answers.map((answer, index) => ({
    rung: rungs[index]!,
    name: index === 1 ? 'm.example' : null,
    answer,
  }));
};

describe('the newest list', () => {
  it('is that with the highest number, whoever gave it', () => {
    expect(viewNewest(seen(works(7, '2026-11-03T17:00:00Z'), works(8)), reader(en))).toEqual([
      'The newest list that we can read here was confirmed on Tuesday, November 3, 11:56 am (4 minutes ago). It has the number 8.',
    ]);
  });

  it('says to call where it is older than half an hour, though it works', () => {
    const [, old] = viewNewest(seen(works(7, '2026-11-03T17:00:00Z')), reader(en)) ?? [];
    expect(old).toContain('Please call your election office');
  });

  it('is not known while somebody is asked, and cannot be read when nobody gives one', () => {
    expect(viewNewest(seen({ kind: 'noAnswer' }, null), reader(en))).toBeNull();
    expect(viewNewest(seen({ kind: 'noAnswer' }, { kind: 'refused' }), reader(en))).toEqual([
      en.status.listNone,
    ]);
  });

  it.each([
    ['2026-11-03T17:59:30Z', 'a moment ago', 'hace un momento'],
    ['2026-11-03T18:05:00Z', 'a moment ago', 'hace un momento'],
    ['2026-11-03T17:59:00Z', '1 minute ago', 'hace 1 minuto'],
    ['2026-11-03T16:01:00Z', '119 minutes ago', 'hace 119 minutos'],
    ['2026-11-03T15:00:00Z', '3 hours ago', 'hace 3 horas'],
    ['2026-10-27T18:00:00Z', '7 days ago', 'hace 7 días'],
  ])('tells %s as %s', (issuedAt, english, spanish) => {
    const texts = (messages: Catalogue) => viewNewest(seen(works(1, issuedAt)), reader(messages))?.[0];
    expect(texts(en)).toContain(`(${english})`);
    expect(texts(es)).toContain(`(${spanish})`);
  });
});

describe('where it can be read', () => {
  it('names each place, and says what it gives', () => {
    const older: RungAnswer = { ...works(5, '2026-11-02T18:00:00Z'), kind: 'older' } as RungAnswer;
    expect(viewRungs(seen(works(8), { kind: 'refused' }, older, { kind: 'empty' }), reader(en))).toEqual([
      { name: 'This site', text: en.status.works, isWell: true },
      { name: 'Our second site, m.example', text: en.status.refused, isWell: false },
      {
        name: 'Kept on this device',
        text: 'It works. Its list is older, from Monday, November 2, 12 noon.',
        isWell: null,
      },
      { name: 'Came with this site', text: en.status.empty, isWell: null },
    ]);
  });

  it('says so while it asks', () => {
    expect(viewRungs(seen(null), reader(en))).toEqual([
      { name: 'This site', text: 'Asking now.', isWell: null },
    ]);
  });
});

const report: StatusFile = {
  formatVersion: 1,
  probedAt: '2026-11-03T17:56:00Z',
  hosts: [
    {
      kind: 'live',
      name: 'vote.example.gov',
      failing: [],
      sequence: 8,
      issuedAt: '2026-11-03T17:56:00Z',
      latencyMs: 12,
      golden: { asked: 1_200, right: 1_200 },
    },
  ],
  edge: { at: '2026-11-03T17:56:00Z', requestsPerSecond: 3_120.4, connections: 9, answered: 0.99999 },
};

describe('what was seen from outside', () => {
  it('is told with its age, and never rounds up to all', () => {
    const view = viewOutside(report, reader(en));
    expect(view.paragraphs).toEqual([
      'A computer in another place checks this site. It last did so on Tuesday, November 3, 11:56 am (4 minutes ago).',
    ]);
    expect(view.lines[0]?.text).toBe(
      'All is well. It asked for 1,200 test addresses, and 1,200 answers were right.',
    );
    expect(view.edge).toEqual([
      'This site is asked about 3,120 times a second.',
      'Of those, 99.9% got what they asked for.',
    ]);
  });

  it('says that an old report is old, and of none that it says nothing', () => {
    const later = new Date('2026-11-03T19:00:00Z');
    expect(viewOutside(report, reader(en, later)).paragraphs[1]).toBe(en.status.outsideOld);
    expect(viewOutside(null, reader(es))).toEqual({
      paragraphs: [es.status.outsideNone],
      lines: [],
      edge: [],
    });
  });

  it('says what was wrong in plain words, each once, also for codes of a later version', () => {
    const failing = ['oldPointer', 'behind', 'somethingNew', 'constructor'];
    const [host] = report.hosts;
    const view = viewOutside({ ...report, hosts: [{ ...host!, failing }] }, reader(en));
    expect(view.lines[0]).toEqual({
      name: 'vote.example.gov',
      text: 'Not all is well: its list was old, something needs work.',
      isWell: false,
    });
  });
});

describe('reading a report', () => {
  const text = JSON.stringify(report);

  it('takes a whole one', () => {
    expect(readStatusFile(text)).toEqual(report);
  });

  it('takes no cut one, wherever it was cut', () => {
    for (let end = 0; end < text.length; end += 1) expect(readStatusFile(text.slice(0, end))).toBeNull();
  });

  it.each([
    ['another version', { ...report, formatVersion: 2 }],
    ['no time', { ...report, probedAt: 'soon' }],
    ['hosts that are none', { ...report, hosts: [{ name: 'x' }] }],
    ['figures that are none', { ...report, edge: { ...report.edge, answered: 2 } }],
    ['nothing', null],
    ['a list', []],
  ])('takes none with %s', (_title, value) => {
    expect(readStatusFile(JSON.stringify(value))).toBeNull();
  });
});
