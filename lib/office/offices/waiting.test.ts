// Owns the tests of what lies on a desk and what waits for whom.

import { describe, expect, it, test } from 'vitest';
import { type Draft, drafts } from '../drafts/draft';
import { memoryPorts } from '../ports/memory-ports.fixture';
import { jobStart } from '../publish/job-start';
import { readDesks } from './desk';
import { emptyOffice, person, withOffice } from './offices.fixture';
import { waiting } from './waiting';

const confirmed = {
  number: '(601) 555-0100',
  electionDayHours: '6 am to 9 pm',
  confirmed: { by: 'Ann', at: '2026-10-01T12:00:00Z' },
};

const draft: Draft = {
  id: 'draft-1',
  officeId: emptyOffice.id,
  state: 'checked',
  author: { id: 'account-ed', name: 'Ed', at: '2026-10-01T12:00:00Z', kind: 'person' },
  title: 'November precincts',
  files: [],
  corrections: [],
  checked: {
    at: '2026-10-01T12:00:00Z',
    dataset: 'a'.repeat(64),
    electionId: 'e1',
    electionName: 'General election',
    electionDate: '2026-11-03',
    segments: 10,
    precincts: 2,
    pollingLocations: 2,
    rowsIn: 10,
    rowsSetAside: 0,
    fatals: 0,
    errors: 0,
    conflicts: 0,
    warnings: 0,
    problems: 'p',
  },
  acknowledged: {},
  submitted: null,
  approved: null,
  returned: null,
  jobId: null,
};
const ed = { id: 'account-ed', name: 'Ed', at: '2026-10-01T12:00:00Z' };

async function deskWith(...all: readonly Partial<Draft>[]) {
  const ports = memoryPorts();
  await withOffice(ports, { phone: confirmed });
  const writes = all.map((over, index) => {
    const one = { ...draft, ...over, id: `draft-${index}` };
    return drafts.write(one, [one.officeId, one.id]);
  });
  await ports.state.commit({ id: ports.newId(), checks: [], writes });
  const people = {
    ed: await person(ports, 'Ed', 'editor'),
    ann: await person(ports, 'Ann', 'approver'),
    stan: await person(ports, 'Stan', 'state'),
  };
  return { ports, ...people, desk: (await readDesks(ports, emptyOffice.id)).desks[0]! };
}

describe('a new office', () => {
  it('is led from its phone to its first upload', async () => {
    const ports = memoryPorts();
    await withOffice(ports);
    const { desks, release } = await readDesks(ports, emptyOffice.id);
    expect(release).toBeNull();
    const ann = await person(ports, 'Ann', 'approver');
    expect(waiting(desks[0]!, ann).map(({ kind, who }) => [kind, who])).toEqual([
      ['givePhone', 'you'],
      ['firstUpload', 'you'],
    ]);
    const editor = await person(ports, 'Ed', 'editor');
    expect(waiting(desks[0]!, editor).map(({ kind, who }) => [kind, who])).toEqual([
      ['firstUpload', 'you'],
      ['givePhone', 'other'],
    ]);
  });

  it('that gave a phone is asked to have it called', async () => {
    const ports = memoryPorts();
    await withOffice(ports, { phone: { ...confirmed, confirmed: null } });
    const { desks } = await readDesks(ports, emptyOffice.id);
    const [first] = waiting(desks[0]!, await person(ports, 'Ann', 'approver'));
    expect(first).toMatchObject({ kind: 'confirmPhone', who: 'you', title: '(601) 555-0100' });
  });
});

describe('a draft', () => {
  test.each<[Partial<Draft>, string, string]>([
    [{ state: 'uploading', checked: null }, 'finishUpload', 'you'],
    [{ state: 'checking' }, 'checking', 'nobody'],
    [{}, 'submit', 'you'],
    [{ checked: { ...draft.checked!, dataset: null, fatals: 1 } }, 'cannotRead', 'you'],
    [
      {
        checked: {
          ...draft.checked!,
          dataset: null,
          foreign: { blob: 'columns/x', tables: 2, unconfirmed: 1 },
        },
      },
      'sayColumns',
      'you',
    ],
    [{ returned: { ...ed, reason: 'The old file' } }, 'returned', 'you'],
    [{ state: 'submitted', submitted: ed }, 'approveDraft', 'other'],
  ])('%j is for its author: %s, %s', async (over, kind, who) => {
    const { desk, ed: author } = await deskWith(over);
    expect(waiting(desk, author)).toMatchObject([{ kind, who, title: 'November precincts' }]);
  });

  it('that was submitted waits for somebody who neither made nor submitted it, also of the state', async () => {
    const { desk, ed, ann, stan } = await deskWith({
      state: 'submitted',
      submitted: { id: 'account-ann', name: 'Ann', at: '2026-10-01T12:00:00Z' },
    });
    const whoFor = (actor: typeof ed) => waiting(desk, actor)[0]?.who;
    expect([whoFor(ed), whoFor(ann), whoFor(stan)]).toEqual(['other', 'other', 'you']);
  });

  it('that is live or withdrawn waits for nobody', async () => {
    const { desk } = await deskWith({ state: 'live' }, { state: 'withdrawn' });
    expect(desk.drafts).toEqual([]);
  });

  it('stands above those that were made before it', async () => {
    const at = (time: string) => ({ author: { ...draft.author, at: time } });
    const { desk } = await deskWith(at('2026-10-01T12:00:00Z'), at('2026-10-02T12:00:00Z'));
    expect(desk.drafts.map(({ id }) => id)).toEqual(['draft-1', 'draft-0']);
  });
});

it('shows another office nothing of it', async () => {
  const { ports } = await deskWith({});
  await withOffice(ports, { id: 'ms-franklin', name: 'Franklin County' });
  const start = jobStart(ports, {
    officeId: emptyOffice.id,
    target: { kind: 'notices' },
    requestedBy: ed,
    approvedBy: ed,
  });
  await ports.state.commit({ id: ports.newId(), checks: [], writes: start.writes });
  const { desks } = await readDesks(ports, null);
  expect(desks.map(({ office, drafts, jobs }) => [office.id, drafts.length, jobs.length])).toEqual([
    ['ms-adams', 1, 1],
    ['ms-franklin', 0, 0],
  ]);
});
