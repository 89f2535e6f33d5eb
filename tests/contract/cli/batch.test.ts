// levee lookup --batch: one answer for each row whatever the file was written with, so that answers stand beside their addresses.

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLevee } from '../run-levee';
import { NOW, SLOW_MS, sandboxRelease, workFolder } from './cli-work.fixture';

let [work, release] = ['', ''];

beforeAll(async () => {
  work = await workFolder();
  release = await sandboxRelease(work);
}, SLOW_MS);
afterAll(() => rm(work, { recursive: true, force: true }));

const FOUND = '112 Heron St, Practice Falls, ZZ 00001';
const CHOOSE = '45 Oak, Practice Falls, ZZ 00001';
const CONFLICT = '75 Willow Way, Practice Falls, ZZ 00001';
const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;
const quoted = (text: string) => `"${text}"`;
const two = ['id,address', `1,${quoted(FOUND)}`, `2,${quoted(CHOOSE)}`];
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const asked = ['lookup', '--now', NOW, '--column', 'address', '--release'] as const;

async function answers(content: string | Uint8Array) {
  const file = join(work, 'batch.csv');
  await writeFile(file, content);
  const [disk, pipe] = await Promise.all([
    runLevee([...asked, release, '--batch', file]),
    runLevee([...asked, release, '--batch', '-'], { input: content }),
  ]);
  const kinds = (out: string) =>
    out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line).kind);
  expect(kinds(pipe.out)).toEqual(kinds(disk.out));
  expect(pipe.code).toBe(disk.code);
  return { code: disk.code, err: disk.err, kinds: kinds(disk.out) };
}

describe('a row for each answer', () => {
  it.each<readonly [string, string | Uint8Array, readonly string[]]>([
    [
      'a blank line in a list of addresses alone',
      lines('address', quoted(FOUND), '', quoted(CHOOSE)),
      ['found', 'unreadable', 'choose'],
    ],
    ['UTF-16', utf16(lines(...two)), ['found', 'choose']],
  ])('%s', async (_name, content, expected) => {
    expect(await answers(content)).toEqual({ code: 0, err: '', kinds: expected });
  });

  it('ends where nobody can say any more which row is which, and says so', async () => {
    const cut = lines(...two, `3,"${CONFLICT}`, `4,${quoted(FOUND)}`, `5,${quoted(FOUND)}`);
    const { code, err, kinds } = await answers(cut);
    expect({ code, kinds }).toEqual({ code: 1, kinds: ['found', 'choose'] });
    expect(err).toContain('row 4: a quotation mark');
    expect(err).not.toContain('Willow');
  });

  it('says of a file that is no text what it is', async () => {
    const { code, err, kinds } = await answers('%PDF-1.4\n%address\n1 0 obj\n');
    expect({ code, kinds }).toEqual({ code: 1, kinds: [] });
    expect(err).toContain('PDF');
  });

  it('answers many rows in their order', async () => {
    const pattern = [FOUND, CHOOSE, CONFLICT];
    const many = Array.from({ length: 3_000 }, (_, index) => quoted(pattern[index % 3] ?? ''));
    const { kinds } = await answers(lines('address', ...many));
    expect(kinds).toEqual(many.map((_, index) => ['found', 'choose', 'conflict'][index % 3]));
  });
});
