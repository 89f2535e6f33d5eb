// Owns which rows a file of addresses has, whatever it was written with: an answer must stand beside its address.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnCells } from './batch-rows';

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'levee-batch-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const ONE = '112 Heron St, Practice Falls, ZZ 00001';
const TWO = '45 Oak, Practice Falls, ZZ 00001';
const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;
const quoted = (text: string) => `"${text}"`;
const both = ['id,address', `1,${quoted(ONE)}`, `2,${quoted(TWO)}`];
const utf16 = (text: string, mark = '\ufeff') => Buffer.from(mark + text, 'utf16le');

async function cells(content: string | Uint8Array): Promise<readonly string[]> {
  const file = join(work, 'batch.csv');
  await writeFile(file, content);
  const found: string[] = [];
  for await (const cell of columnCells(file, 'address')) found.push(cell.trim());
  return found;
}

describe('columnCells', () => {
  it.each<readonly [string, string | Uint8Array, readonly string[]]>([
    ['a blank cell in quotes', lines('address', quoted(ONE), '""', TWO), [ONE, '', TWO]],
    [
      'a blank line in a list of addresses alone',
      lines('address', quoted(ONE), '', quoted(TWO)),
      [ONE, '', TWO],
    ],
    [
      'a blank line in a table, which is no row',
      lines(...both, '', `3,${quoted('7 Elm')}`, ''),
      [ONE, TWO, '7 Elm'],
    ],
    ['a row that is too short', lines(...both, '3', ','), [ONE, TWO, '', '']],
    ['addresses without quotes', lines('address', ONE, TWO), [ONE, TWO]],
    [
      'addresses without quotes in the last column',
      lines('id,address,,', `1,${ONE},,`, `2,${TWO}`),
      [ONE, TWO],
    ],
    ['a blank before the quotes', lines('id, address', `1, ${quoted(ONE)}`), [quoted(ONE)]],
    [
      'a stray quotation mark',
      lines('id,address', `1,"112 "Heron" St, 00001"`, `2,${ONE}`),
      ['112 "Heron" St, 00001', ONE],
    ],
    [
      'a line break in a cell',
      lines('address', `"112 Heron St\r\n00001"`, ONE),
      ['112 Heron St\r\n00001', ONE],
    ],
    ['no line break at the end', ['address', ONE].join('\r\n'), [ONE]],
    ['a line that says the separator', lines('sep=;', 'id;address', `1;${ONE}`), [ONE]],
    ['tabs', lines('id\taddress', `1\t${ONE}`), [ONE]],
    ['line breaks of old Macs', ['id,address', `1,${quoted(ONE)}`, ''].join('\r'), [ONE]],
    ['UTF-8 with its mark', `\ufeff${lines(...both)}`, [ONE, TWO]],
    ['UTF-16', utf16(lines(...both)), [ONE, TWO]],
    ['UTF-16 the other way round', utf16(lines(...both)).swap16(), [ONE, TWO]],
    ['UTF-16 without its mark', utf16(lines(...both), ''), [ONE, TWO]],
    ['a header alone', 'address\n', []],
  ])('%s', async (_name, content, expected) => {
    expect(await cells(content)).toEqual(expected);
  });

  it('letters of an office’s own machine', async () => {
    const content = Buffer.from(lines('address', '9 Peña St 00001'), 'latin1');
    expect(await cells(content)).toEqual(['9 Peña St 00001']);
  });

  it('a NUL in one row is that row’s fault', async () => {
    expect(await cells(lines('address', '9 Elm\0St', ONE))).toEqual(['9 Elm\0St', ONE]);
  });

  it.each([100, 70_000])(
    'a cut between two stretches changes nothing: %i characters a row',
    async (length) => {
      const rows = Array.from({ length: 40 }, (_, row) => `${row} ${'é"",\n'.repeat(length / 5)}`);
      const seen = rows.map((row) => row.replaceAll('""', '"').trim());
      expect(await cells(lines('id,address', ...rows.map((row) => `1,${quoted(row)}`)))).toEqual(seen);
    },
  );

  it.each([
    [
      'a quotation that does not end',
      lines(...both, `3,"${ONE}`, `4,${quoted(ONE)}`, '5,x'),
      { name: 'RowsBroken', row: 4 },
    ],
    [
      'a quotation as long as a book',
      lines(...both, `3,"${'x'.repeat(3_000_000)}`),
      { name: 'RowsBroken', row: 4 },
    ],
    ['a PDF', '%PDF-1.4\naddress\n', { name: 'NoText', looksLike: 'a PDF' }],
    ['no such column', 'id,where\n1,2\n', { name: 'ColumnMissing', columns: ['id', 'where'] }],
    ['nothing', '', { name: 'ColumnMissing', columns: [] }],
  ])('%s is refused', async (_name, content, error) => {
    await expect(cells(content)).rejects.toMatchObject(error);
  });
});
