// `levee notice` straight into what a web server serves: beside no file may there be a compressed copy of another text,
// since that copy is what voters would get.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { releaseSource, writeRelease } from '@/lib/adapters/release-files';
import { listFiles } from '@/lib/adapters/web-root';
import { runInProcess } from '../run-levee';
import { webRootFrom, wrongCopies } from './web-root.fixture';

const folder = mkdtempSync(join(tmpdir(), 'levee-notice-root-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('rewrites the copies with what it rewrites, and takes those of pages away that are gone', async () => {
  const [compiled, root] = [join(folder, 'compiled'), join(folder, 'www')];
  expect((await runInProcess(['compile', '--sandbox', '--out', compiled])).code).toBe(0);
  await webRootFrom(compiled, root);
  expect(existsSync(join(root, 'v1/current.json.gz'))).toBe(true);
  const text = ['--text-en', 'Water in the hall.', '--text-es', 'Hay agua en la sala.'];
  const change = ['--kind', 'callFirst', '--place', 'pl-01', ...text, '--yes'];
  expect(await runInProcess(['notice', '--from', root, '--to', root, ...change])).toMatchObject({ code: 0 });

  expect(await wrongCopies(root)).toEqual([]);
  const sent = readFileSync(join(root, 'p/en/place-sandbox-county.pl-01.html.br'));
  expect(brotliDecompressSync(sent).toString()).toContain('Water in the hall.');
  const objects = (await listFiles(root)).filter((path) => path.startsWith('/v1/objects/'));
  expect(objects.filter((path) => path.endsWith('.json')).length).toBeGreaterThan(
    (await listFiles(compiled)).filter((path) => path.startsWith('/v1/objects/')).length,
  );

  const pointer = await releaseSource(root).pointer();
  const none = { put: new Map(), all: new Map() };
  if (pointer.ok) await writeRelease(root, { objects: new Map(), pages: none, pointer: pointer.value });
  expect((await listFiles(root)).filter((path) => path.startsWith('/p/'))).toEqual([]);
  expect(await wrongCopies(root)).toEqual([]);
});
