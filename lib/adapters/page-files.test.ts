import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { type PageFiles, removeOtherPages, stagePages } from './page-files';

const root = mkdtempSync(join(tmpdir(), 'levee-page-files-'));
let folder = root;
let count = 0;

beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const writePages = async (folder: string, files: PageFiles) => (await stagePages(folder, files)).put();

const START = '/p/en/index.html';
const ZIP = '/p/en/zip-00001.html';
const pages = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

it('leaves a page alone that says the same', async () => {
  await writePages(folder, pages({ [START]: 'a', [ZIP]: 'b' }));
  const before = new Date('2020-01-01');
  for (const path of [START, ZIP]) utimesSync(join(folder, path), before, before);
  await writePages(folder, pages({ [START]: 'a', [ZIP]: 'c' }));
  expect([read(START), read(ZIP)]).toEqual(['a', 'c']);
  expect(statSync(join(folder, START)).mtime).toEqual(before);
  expect(statSync(join(folder, ZIP)).mtime).not.toEqual(before);
});

it('removes pages of before, and nothing that cannot be one', async () => {
  await writePages(folder, pages({ [START]: 'a', [ZIP]: 'b', '/p/xx/index.html': 'x' }));
  writeFileSync(join(folder, 'p/en/notes.txt'), 'mine');
  writeFileSync(join(folder, 'p/README'), 'mine');
  mkdirSync(join(folder, 'p/en/zip-00002.html.d'));
  await removeOtherPages(folder, pages({ [START]: 'a' }));
  expect(readdirSync(join(folder, 'p/en')).sort()).toEqual(['index.html', 'notes.txt', 'zip-00002.html.d']);
  expect(readdirSync(join(folder, 'p/xx'))).toEqual([]);
  expect(existsSync(join(folder, 'p/README'))).toBe(true);
});

it('has nothing to remove where there never was a page', async () => {
  await removeOtherPages(folder, new Map());
  expect(existsSync(folder)).toBe(false);
});

it('writes nothing at all where one path is none', async () => {
  const bad = pages({ [START]: 'a', '/p/en/../../escaped.html': 'x' });
  await expect(writePages(folder, bad)).rejects.toThrow('no path of a page');
  expect(existsSync(folder)).toBe(false);
});

it('puts no page in place while one of them cannot be written', async () => {
  await writePages(folder, pages({ [START]: 'a' }));
  mkdirSync(join(folder, 'p/en', `zip-00001.html.${process.pid}.tmp`));
  await expect(writePages(folder, pages({ [START]: 'b', [ZIP]: 'b' }))).rejects.toThrow();
  expect(read(START)).toBe('a');
});

it('leaves nothing behind of pages that were made ready and are not wanted', async () => {
  const staged = await stagePages(folder, pages({ [START]: 'a' }));
  await staged.discard();
  expect(readdirSync(join(folder, 'p/en'))).toEqual([]);
});
