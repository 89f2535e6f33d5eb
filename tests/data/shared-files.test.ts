// Every file of the folders with lists and with files that break importers reads, or is refused for the right reason: the table beside
// this says which and why. A file without a row fails, and so does a row without its file.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byteFile } from '@/lib/ingest/feed.fixture';
import { openFiles } from '@/lib/ingest/files/open-files';
import type { SourceFile } from '@/lib/ingest/files/source-file';
import { proposeMapping } from '@/lib/ingest/mapping/guess-mapping';
import { mapTables } from '@/lib/ingest/mapping/map-tables';
import { mappingNeeds } from '@/lib/ingest/mapping/mapping-needs';
import { dataRecords, layoutOf, type TableLayout } from '@/lib/ingest/mapping/table-layout';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { createProblemLog } from '@/lib/ingest/problems/problem';
import { readUpload } from '@/lib/ingest/read-upload';
import type { RecordSource } from '@/lib/ingest/tables/record-source';
import { hasSharedData, sharedData } from '../shared-data';
import { readFiles, refusedFiles } from './shared-files.table';

const FOLDERS = ['messy', 'street-lists', 'polling-places'];

function filesBelow(folder: string): readonly string[] {
  return readdirSync(sharedData(folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => statSync(sharedData(path)).isFile());
}

/** The file as somebody uploads it, in chunks of any size. */
function fileOf(path: string): SourceFile {
  return byteFile(path.split('/').at(-1)!, new Uint8Array(readFileSync(sharedData(path))), 4093);
}

async function onlySource(path: string): Promise<RecordSource> {
  const log = createProblemLog();
  const { feed, foreign, boundaries } = await openFiles([fileOf(path)], log);
  expect(log.problems(), path).toEqual([]);
  expect([feed.length, boundaries.length, foreign.length], path).toEqual([0, 0, 1]);
  return foreign[0]!;
}

async function recordsOf(
  source: RecordSource,
): Promise<{ cells: readonly string[][]; codes: readonly string[] }> {
  const cells: string[][] = [];
  const log = createProblemLog();
  const keep = (record: readonly string[]) => cells.push([...record]) > 0;
  await source.read({ isKnownColumn: () => false, header: () => true, record: keep, refused: keep }, log);
  return { cells, codes: log.problems().map(({ code }) => code) };
}

const namedColumns = ({ columns }: TableMapping, { labels }: TableLayout) =>
  Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, labels[column]]));

describe.skipIf(!hasSharedData)('files that offices published', () => {
  it('have each a row in the table, and each row has its file', () => {
    const rows = [...Object.keys(readFiles), ...Object.keys(refusedFiles)];
    expect(rows.sort()).toEqual(FOLDERS.flatMap(filesBelow).sort());
  });

  it('propose nothing where they are notes', async () => {
    const source = await onlySource('README.md');
    expect(proposeMapping(source.name, await layoutOf(source), null).mapping.kind).toBe('ignored');
  });

  it.each(Object.entries(readFiles))('%s is read', async (path, wanted) => {
    const source = await onlySource(path);
    const layout = await layoutOf(source);
    const { mapping } = proposeMapping(source.name, layout, null);
    const { cells, codes } = await recordsOf(dataRecords(source, layout));
    expect({
      kind: mapping.kind,
      columns: namedColumns(mapping, layout),
      rows: cells.length,
      headerRow: layout.headerRow,
      asks: mappingNeeds(mapping),
    }).toEqual({
      kind: wanted.kind,
      columns: wanted.columns,
      rows: wanted.rows,
      headerRow: wanted.headerRow,
      asks: wanted.asks ?? [],
    });
    expect(codes).toEqual([]);
    // Nothing is read before somebody has confirmed it, and all of it then.
    const ask = { tables: [source], feed: [], live: null, officeState: null };
    const unsaid = createProblemLog();
    expect((await mapTables({ ...ask, mappings: [] }, unsaid)).feed).toEqual([]);
    expect(unsaid.problems().map(({ code }) => code)).toEqual(['columns-unconfirmed']);
    const always = { ...mapping.always, city: mapping.always.city ?? 'Exampleton' };
    const said = createProblemLog();
    const { feed } = await mapTables({ ...ask, mappings: [{ ...mapping, always }] }, said);
    const filled: string[] = [];
    for (const { table, source: made } of feed) {
      if ((await recordsOf(made)).cells.length > 0) filled.push(table);
    }
    expect(filled).toEqual(expect.arrayContaining([...wanted.becomes]));
  });

  const lists = Object.entries(readFiles).flatMap(([path, { gives }]) => (gives ? [{ path, gives }] : []));
  it.each(lists)('$path gives its places alone', async ({ path, gives: { state, ...wanted } }) => {
    const known = { name: 'County', phone: '555-0100', election: { name: 'General', date: '2026-11-03' } };
    const options = { known, officeState: state, officeId: 'made-up' };
    const [table] = (await readUpload([fileOf(path)], options)).foreign;
    const { mapping } = table!.proposal;
    const always = { ...mapping.always, city: 'Exampleton' };
    const { dataset, counts } = await readUpload([fileOf(path)], {
      ...options,
      mappings: [{ ...mapping, always }],
    });
    const { errors, conflicts } = counts;
    expect({
      precincts: dataset?.precincts.length,
      places: dataset?.pollingLocations.length,
      errors,
      conflicts,
    }).toEqual(wanted);
  });

  it.each(Object.entries(refusedFiles))('%s is refused', async (path, wanted) => {
    const { dataset, problems } = await readUpload([fileOf(path)]);
    expect(dataset).toBeNull();
    const [problem, ...others] = problems.filter(
      ({ severity, code }) => severity === 'fatal' && code !== 'file-missing',
    );
    expect(others).toEqual([]);
    expect({ code: problem?.code, column: problem?.column ?? undefined }).toEqual({
      code: wanted.code,
      column: wanted.column,
    });
    if (wanted.cell !== undefined) {
      const { cells } = await recordsOf(await onlySource(path));
      expect(cells.flat().map((cell) => cell.trim())).toContain(wanted.cell);
    }
    if (wanted.also !== undefined) {
      const { codes } = await recordsOf(await onlySource(path));
      expect(codes).toContain(wanted.also);
    }
  });
});
