import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFiles, removeFile, writeCompressed } from './web-root';

const text = (word: string): Buffer => Buffer.from(`<p>${word}</p>`.repeat(100));
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'levee-root-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('puts beside a file what a server sends in its place, and the same bytes come out', async () => {
  await writeCompressed(root, '/en/index.html', text('old'));
  await writeCompressed(root, '/en/index.html', text('new'));
  const file = join(root, 'en/index.html');
  expect(await readFile(file)).toEqual(text('new'));
  expect(gunzipSync(await readFile(`${file}.gz`))).toEqual(text('new'));
  expect(brotliDecompressSync(await readFile(`${file}.br`))).toEqual(text('new'));
});

it('leaves no copy of what was there before where the new file needs none', async () => {
  await writeCompressed(root, '/robots.txt', text('long'));
  await writeCompressed(root, '/robots.txt', Buffer.from('short'));
  expect(await readdir(root)).toEqual(['robots.txt']);
});

it('makes no copies of what is compressed already', async () => {
  await writeCompressed(root, '/icon.png', text('png'));
  expect(await listFiles(root)).toEqual(['/icon.png']);
});

it('leaves file and copies as they were where the disk refuses, and nothing beside them', async () => {
  await writeCompressed(root, '/a/index.html', text('old'));
  await expect(writeCompressed(root, '/a/index.html/b.html', text('new'))).rejects.toThrow();
  expect([...(await listFiles(root))].sort()).toEqual([
    '/a/index.html',
    '/a/index.html.br',
    '/a/index.html.gz',
  ]);
});

it('takes copies away with their file', async () => {
  await writeCompressed(root, '/a/index.html', text('old'));
  await removeFile(root, '/a/index.html');
  expect(await listFiles(root)).toEqual([]);
});

it('lists nothing where there is no folder', async () => {
  expect(await listFiles(join(root, 'nowhere'))).toEqual([]);
});
