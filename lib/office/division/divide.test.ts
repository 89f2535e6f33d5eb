// A state's one file as its draft is checked: whose rows, whose problems, and which office of the desk.

import { describe, expect, it } from 'vitest';
import type { Locality } from '@/lib/core/vip';
import { deskOfficeOf } from '@/lib/ingest/desk-office';
import { feedWith, soundFeed } from '@/lib/ingest/feed.fixture';
import { locality } from '@/lib/release/offices.fixture';
import { checkDraft } from '../drafts/check-draft';
import { loadDataset } from '../drafts/datasets';
import { draftPorts, EDITOR, feedFiles, OFFICE, uploadedDraft } from '../drafts/draft-ports.fixture';
import { readProblems } from '../drafts/read-problems';
import { type Office, offices } from '../offices/office';
import { divisionOf } from './division';
import { officeOf } from './state-file.fixture';

const office = (id: string, name: string, kind: Office['kind'] = 'county'): Office => ({
  ...officeOf(id, name, kind),
  state: 'OH',
});

/** Oak and Elm; one row of each is set aside. */
const twoCounties = feedFiles(
  feedWith({
    'election_administration.txt': ['id,name,phone', 'ea1,Clerk of Oak,555-0100', 'ea2,Elm Board,555-0101'],
    'locality.txt': [
      soundFeed['locality.txt']![0]!,
      'loc1,Oak,county,st39,ea1,America/New_York,',
      'loc2,Elm,county,st39,ea2,America/New_York,',
    ],
    'precinct.txt': [soundFeed['precinct.txt']![0]!, 'p1,North,loc1,pl1', 'p2,South,loc2,pl2'],
    'street_segment.txt': [
      ...soundFeed['street_segment.txt']!,
      'ss3,1,9x9,odd,ELM,ST,Springvale,OH,43999,p2',
      'ss4,5,9x9,odd,FIR,ST,Springvale,OH,43999,p2',
    ],
  }),
);

describe('a draft of a state’s office', () => {
  it('has a list, problems and counts for each office that the desk knows', async () => {
    const ports = await draftPorts();
    const all = [{ ...OFFICE, kind: 'state' as const }, office('oh-oak', 'Oak County')];
    const writes = all.map((each) => offices.write(each, [each.id]));
    await ports.state.commit({ id: ports.newId(), checks: [], writes });
    const { id } = await uploadedDraft(ports, twoCounties);
    const checked = await checkDraft(ports, { officeId: OFFICE.id, draftId: id, actor: EDITOR });
    if (!checked.ok) throw new Error(checked.error.message);
    const division = await divisionOf(ports, checked.value.checked);
    expect(division?.parts).toMatchObject([
      { officeId: 'oh-oak', name: 'Oak', keptBack: null, checked: { segments: 1, errors: 0, precincts: 1 } },
      { officeId: 'oh-elm-county', name: 'Elm', keptBack: 'unknownOffice', checked: null },
    ]);
    const own = await loadDataset(ports, division?.parts[0]?.checked?.dataset ?? '');
    expect([own.officeId, own.streetSegments.map(({ id }) => id)]).toEqual(['oh-oak', ['ss1']]);

    await ports.state.commit({
      id: ports.newId(),
      checks: [],
      writes: [offices.write(office('oh-elm', 'Elm'), ['oh-elm'])],
    });
    const { id: next } = await uploadedDraft(ports, twoCounties);
    const again = await checkDraft(ports, { officeId: OFFICE.id, draftId: next, actor: EDITOR });
    if (!again.ok) throw new Error(again.error.message);
    const elm = (await divisionOf(ports, again.value.checked))?.parts[1];
    expect(elm).toMatchObject({ officeId: 'oh-elm', checked: { segments: 1, errors: 2, rowsSetAside: 2 } });
    const view = { filter: { severity: null, code: null, file: null }, sort: 'severity', page: 1 } as const;
    const { problems } = await readProblems(ports, { ...again.value, checked: elm?.checked ?? null }, view);
    expect(problems.map(({ row }) => row)).toEqual([4, 5]);
  });

  it('is no state’s file where it is one office’s', async () => {
    const ports = await draftPorts();
    const state = { ...OFFICE, kind: 'state' as const };
    await ports.state.commit({ id: ports.newId(), checks: [], writes: [offices.write(state, [OFFICE.id])] });
    const { id } = await uploadedDraft(ports, feedFiles());
    const checked = await checkDraft(ports, { officeId: OFFICE.id, draftId: id, actor: EDITOR });
    expect(checked).toMatchObject({ ok: true, value: { checked: { errors: 0 } } });
    if (checked.ok) expect(checked.value.checked?.division).toBeUndefined();
  });
});

describe('deskOfficeOf', () => {
  const county = (name: string, type: string | null = 'county') => locality({ id: '1', name, type });
  const board = { name: 'Board of Oak' } as NonNullable<Parameters<ReturnType<typeof deskOfficeOf>>[1]>;

  it.each<[string, readonly Office[], readonly Locality[], string | null]>([
    ['by name and type', [office('a', 'Oak County')], [county('Oak')], 'a'],
    ['by the name alone', [office('a', 'OAK')], [county('Oak')], 'a'],
    ['where the name has its type', [office('a', 'St. Oak County')], [county('ST OAK COUNTY')], 'a'],
    [
      'by who runs it, of several localities',
      [office('a', 'Board of Oak')],
      [county('Oak'), county('Elm')],
      'a',
    ],
    ['no city for a county', [office('a', 'Oak', 'city')], [county('Oak')], null],
    ['none of two', [office('a', 'Oak'), office('b', 'oak')], [county('Oak')], null],
    ['the one of its kind', [office('a', 'Oak', 'city'), office('b', 'Oak')], [county('Oak')], 'b'],
    ['no office of the state itself', [office('a', 'Oak', 'state')], [county('Oak')], null],
    ['no office of another state', [{ ...office('a', 'Oak'), state: 'KY' }], [county('Oak')], null],
    ['nobody without a name', [office('a', '–')], [county('')], null],
  ])('finds %s', (_, desk, localities, expected) => {
    expect(deskOfficeOf(desk, 'OH')(localities, localities.length > 1 ? board : null)).toBe(expected);
  });
});
