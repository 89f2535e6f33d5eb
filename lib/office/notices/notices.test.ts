// Late changes on stores in memory: who may do what to which, what the form may say, and what voters are told.

import { beforeEach, describe, expect, it } from 'vitest';
import { en } from '@/lib/messages/en';
import { exampleCounty, place, precinct } from '@/lib/release/offices.fixture';
import { openRelease } from '@/lib/release/reader';
import { viewOutcome } from '@/lib/view/view-outcome';
import type { PersonActor } from '../accounts/session';
import { person, withOffice } from '../offices/offices.fixture';
import { noticesInForce } from '../publish/notices-in-force';
import { livePointer } from '../publish/pointer';
import type { PublishPorts } from '../publish/publish-ports';
import { ANNA, BEN, driven, liveSource, publish, publishPorts, told } from '../publish/publish-ports.fixture';
import { type CallFirstWish, callFirst } from './call-first';
import { approveNotice, decideWithdrawal, refuseNotice, withdrawNotice } from './decide-notice';
import { type LivePlaces, livePlaces } from './live-places';
import { BY_KEY, noticeRecords } from './notice-record';
import { type NoticeWish, noticeOf } from './notice-wish';
import { requestNotice } from './request-notice';
import { seeNotice, unseenNotices } from './see-notice';
import { requestToAll, STATE_OFFICE } from './to-all';

const officeId = exampleCounty.officeId;
const timeZone = 'America/Chicago';
const clock = { now: new Date('2030-11-05T12:00:00Z') };
const text = { en: 'Words.', es: 'Palabras.' };
const wish: NoticeWish = {
  kind: 'moved',
  placeIds: ['school'],
  from: '2030-11-05T06:00',
  until: '2030-11-05T20:00',
  newPlace: { kind: 'known', id: 'library' },
  hours: null,
  text,
};

let ports: PublishPorts;
const ask = (over: Partial<NoticeWish> = {}, replaces: string | null = null) =>
  requestNotice(ports, { officeId, timeZone, wish: { ...wish, ...over }, replaces, by: ANNA });
const stateOf = async (id: string) => (await noticeRecords.read(ports.state, officeId, id))?.value.state;
const address = '1 Main St, Exampleton, 00011';

async function asked(over: Partial<NoticeWish> = {}, replaces: string | null = null): Promise<string> {
  const result = await ask(over, replaces);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.noticeId;
}

async function approved(noticeId: string): Promise<void> {
  const result = await approveNotice(ports, { officeId, noticeId, by: BEN });
  if (!result.ok || result.value.jobId === null) throw new Error('not approved');
  expect((await driven(ports, result.value.jobId)).state).toBe('done');
}

beforeEach(async () => {
  clock.now = new Date('2030-11-05T12:00:00Z');
  ports = await publishPorts({ now: () => clock.now });
  await publish(ports, exampleCounty);
});

describe('a late change', () => {
  it('about the same place from the same minute is not approved beside another, but in its place', async () => {
    const first = await asked();
    await approved(first);
    const beside = await asked({ kind: 'closed', newPlace: null });
    expect(await approveNotice(ports, { officeId, noticeId: beside, by: BEN })).toMatchObject({
      ok: false,
      error: { code: 'notNow', message: expect.stringContaining('begins at the same time') },
    });
    await approved(await asked({ from: '2030-11-05T06:01' }));
    const instead = await asked({ kind: 'closed', newPlace: null }, first);
    await approved(instead);
    expect(await stateOf(first)).toBe('replaced');
  });

  it('is seen by nobody until a second person has approved it', async () => {
    const id = await asked();
    expect(await noticesInForce(ports, clock.now)).toEqual([]);
    expect(await approveNotice(ports, { officeId, noticeId: id, by: ANNA })).toMatchObject({
      ok: false,
      error: { code: 'samePerson' },
    });
    await approved(id);
    const [notice] = await noticesInForce(ports, clock.now);
    expect(notice).toMatchObject({
      id,
      kind: 'moved',
      from: '2030-11-05T12:00:00Z',
      until: '2030-11-06T02:00:00Z',
    });
    expect(await told(ports, address)).toContain('found');
  });

  it('outranks shards that a device has kept: the same root answers with the new place', async () => {
    const rootOf = async () => (await livePointer(ports))?.value.root;
    const before = await rootOf();
    const source = await liveSource(ports);
    await approved(await asked());
    expect(await rootOf()).toBe(before);
    // Objects of before, the pointer of now.
    const kept = { object: source.object, pointer: (await liveSource(ports)).pointer };
    const trust = { publicKeys: ports.publicKeys, revokedKeyIds: [], highestSequences: {} };
    const release = await openRelease(kept, trust, clock.now);
    if (!release.ok) throw new Error(release.error.message);
    const outcome = await release.value.answer(address, clock.now);
    const view = viewOutcome(outcome, en, clock.now);
    expect(view.notices.map(({ heading }) => heading)).toEqual(['This polling place moved']);
    expect(view.layout === 'places' && view.places.map(({ name }) => name)).toEqual(['Example Library']);
  });

  it('shows on the plain page of the old place', async () => {
    await approved(await asked());
    const page = await (await liveSource(ports)).page(`/p/en/place-${officeId}.school.html`);
    const html = page.ok ? new TextDecoder().decode(page.value) : '';
    expect(html).toContain('This polling place moved');
    expect(html.indexOf('Example Library')).toBeLessThan(html.indexOf('It was: Example School'));
  });

  it('is approved once, whoever tries again', async () => {
    const id = await asked();
    await approved(id);
    const again = await approveNotice(ports, { officeId, noticeId: id, by: BEN });
    expect(again).toMatchObject({ ok: false, error: { code: 'notNow' } });
  });

  it('is out of reach of another office', async () => {
    const id = await asked();
    const other = await approveNotice(ports, { officeId: 'xx-sample', noticeId: id, by: BEN });
    expect(other).toMatchObject({ ok: false, error: { code: 'gone' } });
  });

  it('that was refused cannot be approved any more', async () => {
    const id = await asked();
    await refuseNotice(ports, { officeId, noticeId: id, by: ANNA });
    expect(await stateOf(id)).toBe('refused');
    expect(await approveNotice(ports, { officeId, noticeId: id, by: BEN })).toMatchObject({ ok: false });
  });

  it('takes the place of the one that it replaces in the moment it is approved', async () => {
    const first = await asked();
    await approved(first);
    const second = await asked({ kind: 'closed', newPlace: null }, first);
    expect(await stateOf(first)).toBe('live');
    await approved(second);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['replaced', 'live']);
    expect((await noticesInForce(ports, clock.now)).map(({ id }) => id)).toEqual([second]);
  });

  it('is taken down by two people', async () => {
    const id = await asked();
    await approved(id);
    expect(await withdrawNotice(ports, { officeId, noticeId: id, by: BEN })).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe('live');
    const decision = { officeId, noticeId: id, agrees: true };
    expect(await decideWithdrawal(ports, { ...decision, by: BEN })).toMatchObject({
      ok: false,
      error: { code: 'samePerson' },
    });
    await decideWithdrawal(ports, { ...decision, agrees: false, by: ANNA });
    await withdrawNotice(ports, { officeId, noticeId: id, by: BEN });
    expect(await decideWithdrawal(ports, { ...decision, by: ANNA })).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe('withdrawn');
    expect(await noticesInForce(ports, clock.now)).toEqual([]);
  });

  it('ends by itself', async () => {
    await approved(await asked());
    clock.now = new Date('2030-11-06T02:00:00Z');
    expect(await noticesInForce(ports, clock.now)).toEqual([]);
  });

  it('whose time is over cannot be approved', async () => {
    const id = await asked();
    clock.now = new Date('2030-11-06T03:00:00Z');
    expect(await approveNotice(ports, { officeId, noticeId: id, by: BEN })).toMatchObject({
      ok: false,
      error: { code: 'notNow' },
    });
  });

  it('cannot be made by an office of which nothing is live', async () => {
    const request = { officeId: 'xx-nobody', timeZone, wish, replaces: null, by: ANNA };
    expect(await requestNotice(ports, request)).toMatchObject({ ok: false, error: { code: 'notLive' } });
  });
});

describe('one person alone', () => {
  const { placeIds, from, until } = wish;
  let ann: PersonActor;
  let ben: PersonActor;
  beforeEach(async () => {
    const phone = { number: '(601) 555-0100', electionDayHours: '6 am to 9 pm', confirmed: null };
    await withOffice(ports, { id: officeId, phone, dutyApproverIds: ['account-sam'] });
    ann = await person(ports, 'Ann', 'approver');
    ben = await person(ports, 'Ben', 'approver');
  });
  const alone = (by: PersonActor, over: Partial<CallFirstWish> = {}) =>
    callFirst(ports, { officeId, timeZone, wish: { placeIds, from, until, ...over }, by });
  const upAlone = async () => {
    const result = await alone(ben);
    if (!result.ok) throw new Error(result.error.message);
    return result.value.noticeId;
  };

  it('may tell voters to call first, and take that down again', async () => {
    const id = await upAlone();
    expect(await stateOf(id)).toBe('live');
    await withdrawNotice(ports, { officeId, noticeId: id, by: ANNA });
    expect(await stateOf(id)).toBe('withdrawn');
  });

  it('says it in fixed words of both languages, whatever else the wish brings', async () => {
    await alone(ben, { text: { en: 'Voting is over.', es: 'x' }, kind: 'closed' } as object);
    const [notice] = await noticesInForce(ports, clock.now);
    expect(notice).toMatchObject({ kind: 'callFirst', newPlace: null });
    expect(notice?.text.en).toMatch(/^Call \(601\) 555-0100 before you go to Example School\./);
    expect(notice?.text.es).toMatch(/^Llame al \(601\) 555-0100 antes de ir a Example School\./);
  });

  it.each([
    ['an editor', 'Eve', 'editor', false],
    ['somebody of the state', 'Sue', 'state', false],
    ['the stand-in whom the office has named', 'Sam', 'state', true],
  ] as const)('as %s: %s, %s -> %s', async (_, name, role, may) => {
    expect(await alone(await person(ports, name, role))).toMatchObject(
      may ? { ok: true } : { ok: false, error: { code: 'notApprover' } },
    );
  });

  it('reaches five places of the office at a time, also in a race', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const pollingLocations = [...exampleCounty.pollingLocations, ...ids.map((id) => place({ id, name: id }))];
    const precincts = ids.map((id) => precinct({ id, localityId: '1', pollingLocationIds: [id] }));
    const all = [...exampleCounty.precincts, ...precincts];
    await publish(ports, { ...exampleCounty, pollingLocations, precincts: all });
    expect(await alone(ben, { placeIds: ids.slice(0, 6) })).toMatchObject({ error: { code: 'tooMany' } });
    expect(await alone(ben, { placeIds: ['a', 'b', 'c'] })).toMatchObject({ ok: true });
    expect(await alone(ann, { placeIds: ['d', 'e', 'f'] })).toMatchObject({ error: { code: 'tooMany' } });
    const both = await Promise.all([
      alone(ann, { placeIds: ['d', 'e'] }),
      alone(ben, { placeIds: ['f', 'g'] }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is told to everybody else until they say that they know, also once it is down', async () => {
    const sam = await person(ports, 'Sam', 'state');
    const noticeId = await upAlone();
    const told = async (who: PersonActor, of: string | null) =>
      (await unseenNotices(ports, who, of)).map(({ notice }) => notice.id);
    expect(await told(ben, officeId)).toEqual([]);
    expect([await told(ann, officeId), await told(sam, null)]).toEqual([[noticeId], [noticeId]]);
    await withdrawNotice(ports, { officeId, noticeId, by: BEN });
    expect(await told(ann, officeId)).toEqual([noticeId]);
    await seeNotice(ports, { officeId, noticeId, by: ann });
    await seeNotice(ports, { officeId, noticeId, by: ann });
    expect(await told(ann, officeId)).toEqual([]);
    const seen = (await noticeRecords.read(ports.state, officeId, noticeId))?.value.seenBy;
    expect(seen?.map(({ name }) => name)).toEqual(['Ben', 'Ann']);
  });

  it('does not count what was signed outside the office host, however many were behind it', async () => {
    const by = { id: BY_KEY, name: 'Signed outside', at: clock.now.toISOString() };
    const id = await upAlone();
    const known = await noticeRecords.read(ports.state, officeId, id);
    if (known === null) throw new Error('gone');
    const adopted = { ...known.value, requestedBy: by, approvedBy: by };
    await ports.state.commit({ id: 'x', checks: [], writes: [noticeRecords.write(adopted, [officeId, id])] });
    await withdrawNotice(ports, { officeId, noticeId: id, by: ANNA });
    expect(await stateOf(id)).toBe('live');
  });
});

describe('the form', () => {
  let live: LivePlaces;
  beforeEach(async () => {
    live = (await livePlaces(ports, officeId)) ?? { places: [], election: { id: '', name: '', date: '' } };
  });
  const typed = {
    kind: 'typed',
    name: 'City Hall',
    line1: '5 Oak St',
    city: 'Exampleton',
    state: 'xx',
    zip: '00011',
  } as const;

  it.each<[string, Partial<NoticeWish>, string]>([
    ['no place', { placeIds: [] }, 'placeIds'],
    ['a place of nobody', { placeIds: ['school', 'none'] }, 'placeIds'],
    ['two places that move at once', { placeIds: ['school', 'library'] }, 'placeIds'],
    ['an end before the beginning', { until: '2030-11-05T05:00' }, 'until'],
    ['an end that is over', { from: '2030-11-04T05:00', until: '2030-11-04T06:00' }, 'until'],
    ['an end long after election day', { until: '2030-11-09T06:00' }, 'until'],
    ['an end a minute after the day after election day', { until: '2030-11-07T00:01' }, 'until'],
    ['an end that no calendar has', { until: '2030-13-41T06:00' }, 'until'],
    ['a new place that closes first', { hours: { opens: '09:00', closes: '08:00' } }, 'hours'],
    ['an hour that the clock skips', { from: '2030-03-10T02:30' }, 'from'],
    ['a move to nowhere', { newPlace: null }, 'newPlace'],
    ['a move to itself', { newPlace: { kind: 'known', id: 'school' } }, 'newPlace'],
    ['a new place without a number', { newPlace: { ...typed, line1: 'Oak St' } }, 'newPlace'],
    ['a new place without a ZIP', { newPlace: { ...typed, zip: '123' } }, 'newPlace'],
    ['hours without hours', { kind: 'hours' }, 'hours'],
    [
      'hours that close before they open',
      { kind: 'hours', hours: { opens: '07:00', closes: '06:00' } },
      'hours',
    ],
    ['words in one language only', { text: { en: 'Words.', es: ' ' } }, 'text'],
    ['too many words', { text: { ...text, en: 'x'.repeat(501) } }, 'text'],
  ])('refuses %s, and says where', (_, over, field) => {
    expect(noticeOf({ ...wish, ...over }, live, timeZone, clock.now)).toMatchObject({
      ok: false,
      error: { field },
    });
  });

  it('keeps times as instants, whatever the clocks do on that night', () => {
    const night = { ...wish, from: '2030-11-03T00:30', until: '2030-11-03T03:00' };
    const notice = noticeOf(night, live, timeZone, new Date('2030-11-01T00:00:00Z'));
    expect(notice).toMatchObject({
      ok: true,
      value: { from: '2030-11-03T05:30:00Z', until: '2030-11-03T09:00:00Z' },
    });
  });

  it.each([
    ['America/Phoenix', '2030-11-03T19:00', '2030-11-04T02:00:00Z'],
    ['America/New_York', '2030-11-02T19:00', '2030-11-02T23:00:00Z'],
    [null, '2030-11-03T19:00', '2030-11-04T01:00:00Z'],
  ])('tells times on the place’s own clock (%s), else on the office’s', (zone, until, utc) => {
    const there = { ...live, places: live.places.map((each) => ({ ...each, timeZone: zone })) };
    const early = { ...wish, from: '2030-11-01T06:00', until };
    const notice = noticeOf(early, there, timeZone, new Date('2030-11-01T00:00:00Z'));
    expect(notice).toMatchObject({ ok: true, value: { until: utc } });
  });

  it('lasts until the end of the day after election day at most', () => {
    const last = noticeOf({ ...wish, until: '2030-11-07T00:00' }, live, timeZone, clock.now);
    expect(last).toMatchObject({ ok: true, value: { until: '2030-11-07T06:00:00Z' } });
  });

  it('opens the new place when it is said to, else as the list says, else as the old one was', () => {
    const opened = (over: Partial<NoticeWish>) => {
      const notice = noticeOf({ ...wish, ...over }, live, timeZone, clock.now);
      return notice.ok ? notice.value.newPlace?.hours?.schedules[0]?.startTime : notice.error.field;
    };
    expect(opened({ newPlace: typed })).toBe('07:00');
    expect(opened({ newPlace: typed, hours: { opens: '09:00', closes: '20:00' } })).toBe('09:00');
    live = { ...live, places: live.places.map(({ hours: _, ...rest }) => rest) };
    expect(opened({ newPlace: typed })).toBe('hours');
  });

  it('takes a place that is on no list, in the old one’s time zone', () => {
    const notice = noticeOf({ ...wish, newPlace: typed }, live, timeZone, clock.now);
    expect(notice).toMatchObject({
      ok: true,
      value: { newPlace: { name: 'City Hall', state: 'XX', latLng: null, timeZone: 'America/Chicago' } },
    });
  });

  it('gives one place its new hours, and says those of several in words alone', () => {
    const hours = { opens: '07:00', closes: '21:00' };
    const one = noticeOf({ ...wish, kind: 'hours', hours, newPlace: null }, live, timeZone, clock.now);
    expect(one).toMatchObject({
      ok: true,
      value: { newPlace: { id: 'school', hours: { schedules: [{ endTime: '21:00' }] } } },
    });
    const two = noticeOf(
      { ...wish, kind: 'hours', hours, newPlace: null, placeIds: ['school', 'library'] },
      live,
      timeZone,
      clock.now,
    );
    expect(two).toMatchObject({ ok: true, value: { newPlace: null } });
  });
});

describe('a notice to all', () => {
  const said = { from: '2030-11-05T06:00', until: '2030-11-06T00:00', text };
  const startPage = async () => {
    const page = await (await liveSource(ports)).page('/p/en/index.html');
    return page.ok ? new TextDecoder().decode(page.value) : '';
  };

  it('is asked for by one person and approved by another, stands on the first plain page and in no answer, and is taken down by two', async () => {
    const asked = await requestToAll(ports, said, ANNA);
    if (!asked.ok) throw new Error(asked.error.message);
    const { noticeId } = asked.value;
    const decision = { officeId: STATE_OFFICE, noticeId };
    expect(await noticesInForce(ports, clock.now)).toEqual([]);
    expect(await approveNotice(ports, { ...decision, by: ANNA })).toMatchObject({ ok: false });
    const before = await startPage();
    const approval = await approveNotice(ports, { ...decision, by: BEN });
    if (!approval.ok) throw new Error(approval.error.message);
    expect((await driven(ports, approval.value.jobId ?? '')).state).toBe('done');
    expect(await startPage()).toContain('A notice to all voters');
    expect(await startPage()).toContain('Words.');
    expect(await told(ports, address)).toContain('found');
    expect(await withdrawNotice(ports, { ...decision, by: ANNA })).toMatchObject({ ok: true });
    expect(await startPage()).toContain('Words.');
    const down = await decideWithdrawal(ports, { ...decision, by: BEN, agrees: true });
    if (!down.ok) throw new Error(down.error.message);
    expect((await driven(ports, down.value.jobId ?? '')).state).toBe('done');
    expect(await startPage()).toBe(before);
  });

  it.each([
    ['words in one language', { text: { en: 'Words.' } }, 'in Español, too'],
    ['an end before its beginning', { until: '2030-11-05T05:00' }, 'must end after it begins'],
    ['an end next month', { until: '2030-12-05T05:00' }, 'at the latest on the day after election day'],
  ])('is refused with %s', async (_title, over, sentence) => {
    const refused = await requestToAll(ports, { ...said, ...over }, ANNA);
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining(sentence) } });
  });
});
