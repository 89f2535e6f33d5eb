// Saying which column holds what: kept with the draft, remembered for the office, asked again once it is forgotten.

import { describe, expect, it } from 'vitest';
import { mappingsForName } from '@/lib/ingest/mapping/pinned-mappings';
import { auditEntries } from '../audit/commit-audited';
import { confirmColumns } from './confirm-columns';
import { drafts } from './draft';
import type { DraftPorts } from './draft-ports';
import { draftPorts, EDITOR, OFFICE } from './draft-ports.fixture';
import { loadForeign, storeForeign } from './foreign-tables';
import { draftWithTables, RANGES, rangesTable } from './foreign-tables.fixture';
import { forgetMapping, listMappings, mappingsFor } from './mappings';

const request = (draftId: string) => ({ officeId: OFFICE.id, draftId, actor: EDITOR });

async function confirmed(ports: DraftPorts, mapping = RANGES) {
  const draft = await draftWithTables(ports, [rangesTable]);
  const step = { seen: draft.checked?.foreign?.blob ?? '', mappings: [mapping] };
  return confirmColumns(ports, request(draft.id), step);
}

describe('confirmColumns', () => {
  it('keeps it with the draft and for the office, by whom and when, in one audited commit', async () => {
    const ports = await draftPorts();
    const result = await confirmed(ports);
    if (!result.ok) throw new Error(result.error.message);
    const by = { id: 'edith', name: 'Edith', at: ports.now().toISOString() };
    const said = { table: 'streets.csv', mapping: RANGES, by };
    expect(result.value).toMatchObject({ state: 'checking', mappings: [said] });
    expect(await listMappings(ports.state, OFFICE.id)).toMatchObject([said]);
    const last = (await auditEntries.list(ports.state)).at(-1)?.value;
    expect(last).toMatchObject({
      action: 'columns.confirmed',
      details: { tables: 'streets.csv (ranges)' },
    });
  });

  it('says the sentences of what a table lacks, and changes nothing', async () => {
    const ports = await draftPorts();
    const { streetWhole: _, ...columns } = RANGES.columns;
    const result = await confirmed(ports, { ...RANGES, columns });
    expect(result).toMatchObject({
      error: { code: 'needsColumns', message: 'streets.csv: Say which column holds the street.' },
    });
    expect(await listMappings(ports.state, OFFICE.id)).toEqual([]);
    expect((await drafts.list(ports.state, OFFICE.id))[0]?.value.state).toBe('checked');
  });

  it.each([
    ['of another width', { ...RANGES, width: 8 }],
    ['with fewer names', { ...RANGES, header: ['Street'] }],
    ['with a column past the last', { ...RANGES, columns: { ...RANGES.columns, unit: 7 } }],
  ])('takes nothing %s', async (_, mapping) => {
    expect(await confirmed(await draftPorts(), mapping)).toMatchObject({ error: { code: 'needsColumns' } });
  });

  it('takes nothing of tables that were read anew, nor of a draft that was handed on', async () => {
    const ports = await draftPorts();
    const draft = await draftWithTables(ports, [rangesTable]);
    const step = { seen: draft.checked?.foreign?.blob ?? '', mappings: [RANGES] };
    const other = await confirmColumns(ports, request(draft.id), { ...step, seen: 'columns/other' });
    expect(other).toMatchObject({ error: { code: 'changed' } });
    const submitted = { ...draft, state: 'submitted' as const };
    const writes = [drafts.write(submitted, [OFFICE.id, draft.id])];
    await ports.state.commit({ id: ports.newId(), checks: [], writes });
    const late = await confirmColumns(ports, request(draft.id), step);
    expect(late).toMatchObject({ error: { code: 'wrongState' } });
  });

  const otherWay = { ...RANGES, always: { ...RANGES.always, city: 'Sampleton' } };

  it('reads two tables with the same columns in two ways, each by its own name, until it is said anew of one', async () => {
    const ports = await draftPorts();
    const south = { ...rangesTable, name: 'lists/South 2026-05-01.csv' };
    const draft = await draftWithTables(ports, [rangesTable, south]);
    const seen = draft.checked?.foreign?.blob ?? '';
    // What was said of all with these columns goes for neither any more.
    await confirmed(ports);
    const step = { seen, mappings: [RANGES, otherWay] };
    expect(await confirmColumns(ports, request(draft.id), step)).toMatchObject({ ok: true });
    const all = () => listMappings(ports.state, OFFICE.id);
    const tables = async () => (await all()).map(({ mapping }) => mapping.table).sort();
    expect(await tables()).toEqual(['lists/South 2026-05-01.csv', 'streets.csv']);
    const known = (await all()).map(({ mapping }) => mapping);
    expect(mappingsForName(known, 'South_20261103.csv').map(({ always }) => always.city)).toEqual([
      'Sampleton',
    ]);
    expect(mappingsForName(known, 'West.csv')).toEqual([]);
    // Alone and otherwise: still of its own name, since the other table is read in another way.
    const again = await draftWithTables(ports, [rangesTable]);
    const anew = {
      seen: again.checked?.foreign?.blob ?? '',
      mappings: [{ ...RANGES, kind: 'ignored' as const }],
    };
    expect(await confirmColumns(ports, request(again.id), anew)).toMatchObject({ ok: true });
    expect(await tables()).toEqual(['lists/South 2026-05-01.csv', 'streets.csv']);
  });

  it('takes no two ways of reading tables whose names differ by a date alone', async () => {
    const ports = await draftPorts();
    const draft = await draftWithTables(ports, [
      rangesTable,
      { ...rangesTable, name: 'streets_2026-05-01.csv' },
    ]);
    const seen = draft.checked?.foreign?.blob ?? '';
    expect(
      await confirmColumns(ports, request(draft.id), { seen, mappings: [RANGES, otherWay] }),
    ).toMatchObject({
      error: { code: 'needsColumns', message: expect.stringContaining('streets.csv and streets_2026') },
    });
  });

  it('takes another row of names, or none, where the table has it', async () => {
    const bare = { ...RANGES, header: null };
    const rows = rangesTable.start.lines.map(({ cells }) => cells);
    const named = { ...RANGES, header: [...rows[2]!] };
    for (const mapping of [bare, named]) {
      expect(await confirmed(await draftPorts(), mapping)).toMatchObject({ ok: true });
    }
    const other = { ...RANGES, header: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] };
    expect(await confirmed(await draftPorts(), other)).toMatchObject({ error: { code: 'needsColumns' } });
  });
});

describe('what is remembered', () => {
  it('is replaced by what is said of the same columns later, and a draft’s own word goes before it', async () => {
    const ports = await draftPorts();
    const first = await confirmed(ports);
    ports.clock.now = new Date(ports.clock.now.getTime() + 60_000);
    const second = { ...RANGES, columns: { ...RANGES.columns, unit: 6 } };
    await confirmed(ports, second);
    expect((await listMappings(ports.state, OFFICE.id)).map(({ mapping }) => mapping)).toEqual([second]);
    if (!first.ok) throw new Error(first.error.message);
    const all = await mappingsFor(ports.state, first.value);
    expect(all.map(({ mapping }) => mapping)).toEqual([RANGES, second]);
  });

  it('is forgotten once, with a line of the audit', async () => {
    const ports = await draftPorts();
    await confirmed(ports);
    const [saved] = await listMappings(ports.state, OFFICE.id);
    const forget = { officeId: OFFICE.id, mappingId: saved?.id ?? '', actor: EDITOR };
    expect(await forgetMapping(ports, forget)).toEqual({ ok: true, value: null });
    expect(await listMappings(ports.state, OFFICE.id)).toEqual([]);
    expect(await forgetMapping(ports, forget)).toMatchObject({ error: { code: 'gone' } });
    const actions = (await auditEntries.list(ports.state)).map(({ value }) => value.action);
    expect(actions.at(-1)).toBe('columns.forgotten');
  });
});

describe('storeForeign', () => {
  it('says who said what was applied, and cuts samples short', async () => {
    const ports = await draftPorts();
    const by = { id: 'edith', name: 'Edith', at: '2026-10-01T12:00:00.000Z' };
    const long = { ...rangesTable.proposal, samples: Array(9).fill(['x'.repeat(500)]) };
    const foreign = await storeForeign(
      ports,
      [{ ...rangesTable, proposal: long, confirmed: RANGES, applied: RANGES }, rangesTable],
      [{ table: 'streets.csv', mapping: RANGES, by }],
      false,
    );
    expect(foreign).toMatchObject({ tables: 2, unconfirmed: 1 });
    const draft = await draftWithTables(ports, []);
    const checked = { ...draft.checked!, foreign };
    const [applied, open] = await loadForeign(ports, { checked });
    expect([applied?.by, open?.by]).toEqual([by, null]);
    expect(applied?.proposal.samples).toEqual(Array(5).fill(['x'.repeat(200)]));
  });
});
