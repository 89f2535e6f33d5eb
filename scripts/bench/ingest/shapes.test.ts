import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readUpload } from '@/lib/ingest/read-upload';
import { diskFile } from '../../commands/sources';
import { knownOffice, type MadeShape, makeShape, type ShapeName, shapeNames } from './shapes';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'levee-shapes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rows = 2400;

async function readShape({ files, mappings }: MadeShape) {
  const sources = await Promise.all(files.map((path) => diskFile(path, basename(path))));
  return readUpload(sources, { known: knownOffice, mappings, officeId: 'made-up', officeState: 'OH' });
}

it.each(shapeNames)('%s is read without a row set aside or in conflict', async (name) => {
  const made = await makeShape(name, rows, folder);
  const { dataset, problems, counts } = await readShape(made);
  expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  expect(counts.rowsSetAside).toBe(0);
  expect(dataset?.streetSegments.length).toBeGreaterThan(name === 'addresses' ? rows / 20 : made.rows - 1);
  if (name !== 'xml') expect(made.rows).toBe(rows);
});

it('gives the same bytes again', async () => {
  const bytes = async (name: ShapeName) => readFile((await makeShape(name, 100, folder)).files[0]!);
  for (const name of shapeNames) expect((await bytes(name)).equals(await bytes(name)), name).toBe(true);
});
