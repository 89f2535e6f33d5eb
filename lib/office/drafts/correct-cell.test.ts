// Corrections: steps that are written down, while what was uploaded stays.

import { describe, expect, it } from 'vitest';
import { feedWith, filesOf, soundFeed } from '@/lib/ingest/feed.fixture';
import { flatFeed, xmlOf } from '@/lib/ingest/xml/vip-xml.fixture';
import { checkDraft } from './check-draft';
import { correctCell, undoOf } from './correct-cell';
import { loadDataset } from './datasets';
import { type Draft, drafts } from './draft';
import type { DraftPorts } from './draft-ports';
import { draftPorts, EDITOR, feedFiles, OFFICE, uploadedDraft } from './draft-ports.fixture';
import { readProblems } from './read-problems';
import { missingForSubmit, submitDraft, withdrawDraft } from './submit-draft';

const any = { filter: { severity: null, code: null, file: null }, sort: 'severity', page: 1 } as const;
const request = (draftId: string) => ({ officeId: OFFICE.id, draftId, actor: EDITOR });
/** Row 3: no range of numbers. */
const wrongNumber = feedWith({
  'street_segment.txt': soundFeed['street_segment.txt']!.map((row) => row.replace('ss2,2,98', 'ss2,2,9x8')),
});
const step = { file: 'street_segment.txt', row: 3, column: 'end_house_number', before: '9x8', after: '98' };

async function checked(ports: DraftPorts, draftId: string): Promise<Draft> {
  const result = await checkDraft(ports, request(draftId));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function wrongDraft() {
  const ports = await draftPorts();
  const draft = await checked(ports, (await uploadedDraft(ports, feedFiles(wrongNumber))).id);
  const correct = async (changes: Partial<typeof step> = {}) => {
    const result = await correctCell(ports, request(draft.id), { ...step, ...changes });
    return result.ok ? 'ok' : result.error.code;
  };
  return { ports, draft, correct };
}

describe('correctCell', () => {
  it('has the row of a problem to look at', async () => {
    const { ports, draft } = await wrongDraft();
    const { problems } = await readProblems(ports, draft, any);
    expect(problems[0]).toMatchObject({
      code: 'number-unreadable',
      row: 3,
      column: 'end_house_number',
      header: soundFeed['street_segment.txt']![0]!.split(','),
      cells: ['ss2', '2', '9x8', 'even', 'OAK', 'ST', 'Springvale', 'OH', '43999', 'p2'],
    });
  });

  it('has the rows of several tables of one XML file, each under its own columns, and corrects them', async () => {
    const ports = await draftPorts();
    const xml = xmlOf(await flatFeed(filesOf(soundFeed)), '6.0')
      .replace('<OddEvenBoth>even<', '<OddEvenBoth>evil<')
      .replace('<Zip>43999-1234<', '<Zip>4399<');
    const file = { name: 'feed.xml', bytes: new TextEncoder().encode(xml) };
    const draft = await checked(ports, (await uploadedDraft(ports, [file])).id);
    const { problems } = await readProblems(ports, draft, any);
    const shown = problems.filter(({ code }) => ['parity-unreadable', 'place-zip-unreadable'].includes(code));
    expect(shown.map(({ code }) => code).sort()).toEqual(['parity-unreadable', 'place-zip-unreadable']);
    for (const { header, cells, column, value, row } of shown) {
      expect(cells?.[header?.indexOf(column ?? '') ?? -1]).toBe(value);
      const after = column?.endsWith('Zip') ? '43999' : 'even';
      const cell = { file: 'feed.xml', row: row ?? 0, column: column ?? '', before: value ?? '', after };
      expect(await correctCell(ports, request(draft.id), cell)).toMatchObject({ ok: true });
      expect((await checkDraft(ports, request(draft.id))).ok).toBe(true);
    }
    const last = (await drafts.read(ports.state, OFFICE.id, draft.id))?.value;
    expect(last?.checked).toMatchObject({ errors: 0, segments: 2 });
  });

  it('is read instead of the cell when the draft is checked again, and can be undone by one more step', async () => {
    const { ports, draft, correct } = await wrongDraft();
    const uploaded = await ports.blobs.list('uploads/');
    expect(await correct()).toBe('ok');
    const corrected = await checked(ports, draft.id);
    expect(corrected.checked).toMatchObject({ errors: 0, segments: 2 });
    const dataset = await loadDataset(ports, corrected.checked?.dataset ?? '');
    expect(dataset.streetSegments.map(({ endHouseNumber }) => endHouseNumber)).toContain(98);
    expect(corrected.corrections).toMatchObject([{ ...step, by: { name: 'Edith' } }]);
    expect(await correctCell(ports, request(draft.id), undoOf(corrected.corrections, 0)!)).toMatchObject({
      ok: true,
    });
    const undone = await checked(ports, draft.id);
    expect(undone.checked).toEqual({ ...draft.checked, at: undone.checked?.at });
    expect(undone.corrections).toHaveLength(2);
    expect(await ports.blobs.list('uploads/')).toEqual(uploaded);
  });

  it('is refused where the cell is not what was seen, is in no row with a problem, or the check still runs', async () => {
    const { ports, draft, correct } = await wrongDraft();
    expect(await correct({ before: '97' })).toBe('changed');
    expect(await correct({ column: 'no_such_column' })).toBe('noSuchCell');
    expect(await correct({ row: 2 })).toBe('noSuchCell');
    expect(await correct({ row: 1 })).toBe('noSuchCell');
    expect(await correct({ after: 'x'.repeat(501) })).toBe('tooLarge');
    expect(await correct()).toBe('ok');
    expect(await correct()).toBe('checking');
    await checked(ports, draft.id);
    expect(await correct()).toBe('changed');
  });
});

describe('submitDraft', () => {
  it('waits for the check, refuses what cannot be read, and hands on once', async () => {
    const { ports, draft, correct } = await wrongDraft();
    await correct();
    expect(await submitDraft(ports, request(draft.id))).toMatchObject({ error: { code: 'fatal' } });
    await checked(ports, draft.id);
    expect(await submitDraft(ports, request(draft.id))).toMatchObject({
      ok: true,
      value: { state: 'submitted' },
    });
    expect(await submitDraft(ports, request(draft.id))).toMatchObject({ error: { code: 'wrongState' } });
    expect(await correct()).toBe('wrongState');
    expect(await checkDraft(ports, request(draft.id))).toMatchObject({ error: { code: 'wrongState' } });
    expect(await withdrawDraft(ports, request(draft.id))).toMatchObject({ ok: true });
    const noElection = await uploadedDraft(ports, feedFiles(feedWith({ 'election.txt': null })));
    expect(missingForSubmit(await checked(ports, noElection.id))[0]).toContain('stops the whole list');
  });
});
