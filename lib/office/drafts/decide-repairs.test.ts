// Repairs on the desk: offered by a check, accepted or refused in one audited commit, applied by the next check, and taken back.

import { describe, expect, it } from 'vitest';
import { feedWith } from '@/lib/ingest/feed.fixture';
import { auditEntries } from '../audit/commit-audited';
import { checkDraft } from './check-draft';
import { decideRepairs, type RepairVerdict } from './decide-repairs';
import { type Draft, drafts } from './draft';
import type { DraftPorts } from './draft-ports';
import { draftPorts, EDITOR, feedFiles, OFFICE, uploadedDraft } from './draft-ports.fixture';
import { readProblems } from './read-problems';
import { loadSuggestions } from './stored-suggestions';

const spoilt = feedWith({
  'street_segment.txt': [
    'id,start_house_number,end_house_number,odd_even_both,street_name,street_suffix,city,state,zip,precinct_id',
    'ss1,1,99,odd,OAK,ST,Springvale,OH,43999.0,p1',
    'ss2,2,98.0,even,OAK,ST,Springvale,OH,43999,p2',
    'ss3,101,199,odd,OAK,ST,Springvale,OH,43999.0,p2',
    'ss4,100,198,even,OAK,ST,Springvale,OH,43999,p1',
  ],
});
const FILE = 'street_segment.txt';
const zips = { kind: 'number-format', file: FILE, column: 'zip' } as const;
const ends = { kind: 'number-format', file: FILE, column: 'end_house_number' } as const;

const request = ({ id }: Pick<Draft, 'id'>) => ({ officeId: OFFICE.id, draftId: id, actor: EDITOR });
const seenOf = (draft: Draft) => draft.checked?.suggestions?.blob ?? '';

async function checked(ports: DraftPorts, draft: Pick<Draft, 'id'>): Promise<Draft> {
  const result = await checkDraft(ports, request(draft));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function uploaded(ports: DraftPorts): Promise<Draft> {
  return checked(ports, await uploadedDraft(ports, feedFiles(spoilt)));
}

async function said(
  ports: DraftPorts,
  draft: Draft,
  verdict: RepairVerdict,
  groups: readonly (typeof zips | typeof ends)[] = [zips],
): Promise<Draft> {
  const result = await decideRepairs(ports, request(draft), { seen: seenOf(draft), groups, verdict });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('a check', () => {
  it('offers repairs and applies none', async () => {
    const ports = await draftPorts();
    const draft = await uploaded(ports);
    expect(draft.checked).toMatchObject({ errors: 3, segments: 1, suggestions: { groups: 2 } });
    expect(await loadSuggestions(ports, draft)).toMatchObject([
      { ...ends, count: 1, isApplied: false, examples: [{ row: 3, before: ['98.0'], after: ['98'] }] },
      { ...zips, count: 2, isApplied: false },
    ]);
  });

  it('keeps nothing where there is nothing to offer', async () => {
    const ports = await draftPorts();
    const draft = await checked(ports, await uploadedDraft(ports, feedFiles()));
    expect(draft.checked?.suggestions ?? null).toBeNull();
    expect(await loadSuggestions(ports, draft)).toEqual([]);
  });
});

describe('accepting', () => {
  it('is written down with who, when and how many, and the next check reads by it', async () => {
    const ports = await draftPorts();
    const draft = await said(ports, await uploaded(ports), 'accepted', [zips, ends]);
    const by = { id: 'edith', name: 'Edith', at: ports.now().toISOString() };
    expect(draft).toMatchObject({
      state: 'checking',
      repairs: [
        { ...zips, decision: 'accepted', count: 2, by },
        { ...ends, decision: 'accepted', count: 1, by },
      ],
    });
    expect((await auditEntries.list(ports.state)).at(-1)?.value).toMatchObject({
      action: 'repairs.accepted',
      actor: { name: 'Edith' },
      details: {
        groups: `number-format in ${FILE}, zip (2 rows); number-format in ${FILE}, end_house_number (1 rows)`,
        count: 3,
      },
    });
    const again = await checked(ports, draft);
    expect(again.checked).toMatchObject({ errors: 0, segments: 4, rowsSetAside: 0 });
    expect(await loadSuggestions(ports, again)).toMatchObject([{ isApplied: true }, { isApplied: true }]);
  });

  it('shows what is left to correct as it is read, so that a cell can be corrected by hand beside it', async () => {
    const ports = await draftPorts();
    const again = await checked(ports, await said(ports, await uploaded(ports), 'accepted', [ends]));
    const page = await readProblems(ports, again, {
      filter: { severity: 'error', code: null, file: null },
      sort: 'severity',
      page: 1,
    });
    expect(page.problems.map(({ row, cells }) => [row, cells?.[2]])).toEqual([
      [2, '99'],
      [4, '199'],
    ]);
  });

  it('is refused where the files were read anew, or nothing is offered, or the draft was handed on', async () => {
    const ports = await draftPorts();
    const draft = await uploaded(ports);
    const decide = (seen: string, groups: readonly object[]) =>
      decideRepairs(ports, request(draft), { seen, groups: groups as (typeof zips)[], verdict: 'accepted' });
    expect(await decide('suggestions/other', [zips])).toMatchObject({ error: { code: 'changed' } });
    expect(await decide(seenOf(draft), [])).toMatchObject({ error: { code: 'changed' } });
    const other = { ...zips, column: 'city' };
    expect(await decide(seenOf(draft), [zips, other])).toMatchObject({ error: { code: 'changed' } });
    expect((await drafts.read(ports.state, OFFICE.id, draft.id))?.value.repairs).toBeUndefined();
    const writes = [drafts.write({ ...draft, state: 'submitted' }, [OFFICE.id, draft.id])];
    await ports.state.commit({ id: ports.newId(), checks: [], writes });
    expect(await decide(seenOf(draft), [zips])).toMatchObject({ error: { code: 'wrongState' } });
  });
});

describe('refusing and taking back', () => {
  it('leaves the list as it was read, and is audited', async () => {
    const ports = await draftPorts();
    const refused = await said(ports, await uploaded(ports), 'refused');
    expect(refused).toMatchObject({
      state: 'checked',
      repairs: [{ ...zips, decision: 'refused', count: 2 }],
    });
    const open = await said(ports, refused, 'takenBack');
    expect(open).toMatchObject({ state: 'checked', repairs: [] });
    const actions = (await auditEntries.list(ports.state)).map(({ value }) => value.action);
    expect(actions.slice(-2)).toEqual(['repairs.refused', 'repairs.takenBack']);
  });

  it('makes an accepted one undone at the next check', async () => {
    const ports = await draftPorts();
    const first = await uploaded(ports);
    const applied = await checked(ports, await said(ports, first, 'accepted', [zips, ends]));
    const back = await said(ports, applied, 'takenBack', [zips]);
    expect(back).toMatchObject({ state: 'checking', repairs: [{ ...ends, decision: 'accepted' }] });
    const again = await checked(ports, back);
    expect(again.checked).toMatchObject({ errors: 2, segments: 2 });
    const all = await checked(ports, await said(ports, again, 'takenBack', [ends]));
    expect(all.checked?.dataset).toBe(first.checked?.dataset);
    expect(seenOf(all)).toBe(seenOf(first));
  });

  it('is not carried to another upload', async () => {
    const ports = await draftPorts();
    await checked(ports, await said(ports, await uploaded(ports), 'accepted'));
    expect((await uploaded(ports)).checked).toMatchObject({ errors: 3, suggestions: { groups: 2 } });
  });
});
