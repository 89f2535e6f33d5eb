// "A single number beats a range" in a state's one file: of each office's own part, as that office has declared it; from the file to what a voter
// is told.

import { beforeEach, describe, expect, it } from 'vitest';
import { feedWith, soundFeed } from '@/lib/ingest/feed.fixture';
import { openDataset } from '../compare/try-dataset';
import { checkDraft } from '../drafts/check-draft';
import type { Draft } from '../drafts/draft';
import { EDITOR, feedFiles, OFFICE, uploadedDraft } from '../drafts/draft-ports.fixture';
import { readProblems } from '../drafts/read-problems';
import { type MemoryPorts, memoryPortsOfOffice } from '../fixes/fix-memory.fixture';
import { offices } from '../offices/office';
import { type DivisionPart, divisionOf } from './division';
import { officeOf } from './state-file.fixture';

let ports: MemoryPorts;
beforeEach(async () => {
  ports = await memoryPortsOfOffice();
});

/** In each county number 50 has a row of its own in a range that leads elsewhere; on Birch Street the range is of one county, the number of the
 *  other. */
const file = feedFiles(
  feedWith({
    'locality.txt': [
      soundFeed['locality.txt']![0]!,
      'loc1,Oak,county,st39,ea1,America/New_York,',
      'loc2,Elm,county,st39,,America/New_York,',
    ],
    'precinct.txt': [
      soundFeed['precinct.txt']![0]!,
      'p1,North,loc1,pl1',
      'p2,South,loc1,pl2',
      'q1,East,loc2,pl1',
      'q2,West,loc2,pl2',
    ],
    'street_segment.txt': [
      soundFeed['street_segment.txt']![0]!,
      's1,2,98,even,OAK,ST,Springvale,OH,43999,p1',
      's2,50,50,even,OAK,ST,Springvale,OH,43999,p2',
      's3,2,98,even,ELM,ST,Springvale,OH,43999,q1',
      's4,50,50,even,ELM,ST,Springvale,OH,43999,q2',
      's5,2,98,even,BIRCH,ST,Springvale,OH,43999,q1',
      's6,50,50,even,BIRCH,ST,Springvale,OH,43999,p2',
    ],
  }),
);

/** The file at the desk, where these offices have declared it: `state`, `oak`, `elm`. */
async function readWith(declaring: readonly string[]): Promise<Draft> {
  const of = (id: string, name: string, kind: 'county' | 'state' = 'county') => ({
    ...officeOf(id, name, kind),
    state: 'OH',
    singleNumberBeatsRange: declaring.includes(id),
  });
  const state = { ...of('state', 'State', 'state'), id: OFFICE.id };
  const all = [state, of('oak', 'Oak County'), of('elm', 'Elm County')];
  const writes = all.map((each) => offices.write(each, [each.id]));
  await ports.state.commit({ id: ports.newId(), checks: [], writes });
  const { id } = await uploadedDraft(ports, file);
  const checked = await checkDraft(ports, { officeId: OFFICE.id, draftId: id, actor: EDITOR });
  if (!checked.ok) throw new Error(checked.error.message);
  return checked.value;
}

async function partsOf(draft: Draft): Promise<Readonly<Record<string, DivisionPart>>> {
  const division = await divisionOf(ports, draft.checked);
  return Object.fromEntries((division?.parts ?? []).map((part) => [part.officeId, part]));
}

/** What a voter of one office's part is told: its places' names, and which outcome. */
async function told(part: DivisionPart | undefined, address: string): Promise<string> {
  const release = await openDataset(ports, part?.checked?.dataset ?? '');
  const { kind, pollingLocations } = await release.answer(address, ports.now());
  return [kind, ...pollingLocations.map(({ name }) => name)].join(' ');
}

const onOak = '50 Oak St, Springvale, OH 43999';
const onElm = '50 Elm St, Springvale, OH 43999';

describe('a declaration of single numbers', () => {
  it('holds in the part of the county that made it, and in no other', async () => {
    const parts = await partsOf(await readWith(['oak']));
    expect([await told(parts.oak, onOak), await told(parts.elm, onElm)]).toEqual([
      'found Second School',
      'conflict First School Second School',
    ]);
    expect(await told(parts.oak, onOak.replace('50', '48'))).toBe('found First School');
    expect([parts.oak, parts.elm].map((part) => part?.checked?.singleNumberBeatsRange)).toEqual([
      true,
      false,
    ]);
    expect([parts.oak, parts.elm].map((part) => part?.checked?.conflicts)).toEqual([1, 3]);
  });

  it('is told in the part’s own problems', async () => {
    const draft = await readWith(['oak']);
    const { oak } = await partsOf(draft);
    const view = { filter: { severity: null, code: null, file: null }, sort: 'file', page: 1 } as const;
    const { problems } = await readProblems(ports, { ...draft, checked: oak?.checked ?? null }, view);
    expect(problems.map(({ code, row }) => `${code} ${row}`)).toEqual(
      expect.arrayContaining(['range-yields 2']),
    );
  });

  it('is of the whole where the state has made it, and of nobody where nobody has', async () => {
    const whole = await partsOf(await readWith(['state']));
    expect([await told(whole.oak, onOak), await told(whole.elm, onElm)]).toEqual([
      'found Second School',
      'found Second School',
    ]);
    const none = await partsOf(await readWith([]));
    expect(await told(none.oak, onOak)).toBe('conflict First School Second School');
  });

  it('settles nothing between two counties', async () => {
    const parts = await partsOf(await readWith(['oak', 'elm']));
    const onBirch = '50 Birch St, Springvale, OH 43999';
    // Each list still has the number: the desk sets one aside as a claim, and the state decides.
    expect([await told(parts.oak, onBirch), await told(parts.elm, onBirch)]).toEqual([
      'found Second School',
      'found First School',
    ]);
  });
});
