// Owns the forms in which the same upload may come: its tables as text in any encoding, in a zip, as sheets of a workbook, as VIP XML.

import { zipSync } from 'fflate';
import Papa from 'papaparse';
import { byteFile, textFile } from '@/lib/ingest/feed.fixture';
import type { SourceFile } from '@/lib/ingest/files/source-file';
import type { FeedForm, Way } from '@/lib/ingest/problems/checked/checked-item';
import type { TextExample } from '@/lib/ingest/problems/examples/example';
import { exampleFiles } from '@/lib/ingest/problems/examples/real-files.fixture';
import { madeWorkbook } from '@/lib/ingest/xlsx/workbook.fixture';
import { flatFeed, type XmlVersion, xmlOf } from '@/lib/ingest/xml/vip-xml.fixture';

interface Text {
  readonly name: string;
  readonly text: string;
}

/** The way's files in a form; null where they are no plain texts, of which alone the others can be made. */
export async function filesIn(form: FeedForm, way: Way): Promise<readonly SourceFile[] | null> {
  const files = exampleFiles(way, way);
  if (!files.every(isPlain)) return null;
  return makers[form](files.map(({ name, lines }) => ({ name, text: `${lines.map(String).join('\n')}\n` })));
}

function isPlain(file: ReturnType<typeof exampleFiles>[number]): file is TextExample {
  return (
    file.kind === 'text' &&
    file.isCut === undefined &&
    file.encoding === undefined &&
    file.lines.every((line) => typeof line === 'string') &&
    /\.(?:txt|csv)$/.test(file.name)
  );
}

type Make = (texts: readonly Text[]) => readonly SourceFile[] | Promise<readonly SourceFile[]>;

const makers: Readonly<Record<FeedForm, Make>> = {
  text: (texts) => texts.map(({ name, text }) => textFile(name, text)),
  zip: (texts) => [
    byteFile(
      'feed.zip',
      zipSync(Object.fromEntries(texts.map(({ name, text }) => [`VIP/${name}`, utf8(text)]))),
    ),
  ],
  workbook: (texts) => [byteFile('feed.xlsx', workbook(texts))],
  'tabs in UTF-16BE': each((rows) => utf16(`\ufeff${joined(rows, '\t', '\r\n')}`, false)),
  'semicolons in UTF-16LE': each((rows) => utf16(`\ufeff${joined(rows, ';', '\n')}`, true)),
  pipes: each((rows) => utf8(joined(rows, '|', '\r\n'))),
  'UTF-8 with a byte order mark': each((rows) => utf8(`\ufeff${joined(rows, ',', '\n')}`)),
  'Windows-1252': each((rows) =>
    Uint8Array.from(joined(rows, ',', '\r\n'), (letter) => letter.charCodeAt(0)),
  ),
  'names that lie': (texts) => texts.map((text) => byteFile(`${stem(text.name)}.csv`, workbook([text]))),
  'XML 3.1': xml('3.1'),
  'XML 5.2': xml('5.2'),
  'XML 6.0': xml('6.0'),
};

function each(bytesOf: (rows: readonly (readonly string[])[]) => Uint8Array): Make {
  return (texts) => texts.map(({ name, text }) => byteFile(name, bytesOf(rowsOf(text))));
}

function xml(version: XmlVersion): Make {
  return async (texts) => [
    textFile('feed.xml', xmlOf(await flatFeed(texts.map(({ name, text }) => textFile(name, text))), version)),
  ];
}

function workbook(texts: readonly Text[]): Uint8Array {
  return madeWorkbook({
    sheets: texts.map(({ name, text }) => ({
      name: stem(name),
      rows: rowsOf(text).map((cells) => cells.map((cell) => (cell === '' ? null : cell))),
    })),
  });
}

const stem = (name: string): string => name.replace(/\.(?:txt|csv)$/, '');

const rowsOf = (text: string): readonly string[][] => Papa.parse<string[]>(text.replace(/\n$/, '')).data;

function joined(rows: readonly (readonly string[])[], by: string, end: string): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return rows.map((cells) => `${cells.map(quoted).join(by)}${end}`).join('');
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}
