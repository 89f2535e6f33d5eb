// Owns the parsers of what offices upload: CSV, zips, whole feeds, packed chunks, names of files. What each must never accept
// is said by code that shares nothing with theirs. Knows no store.

import { crc32, inflateRawSync } from 'node:zlib';
import { gzipSync, zipSync } from 'fflate';
import { sandboxSources } from '@/data/sandbox/sandbox';
import { byteFile, soundFeed } from '@/lib/ingest/feed.fixture';
import { expandZip } from '@/lib/ingest/files/expand-zip';
import { createProblemLog } from '@/lib/ingest/problems/problem';
import { readVipFlat } from '@/lib/ingest/read-vip-flat';
import { readCsv } from '@/lib/ingest/tables/csv';
import { tableOf } from '@/lib/ingest/tables/feed-files';
import { gunzipChunk } from '@/lib/office/drafts/gunzip-chunk';
import { fuzzParser, type Verdict } from '../fuzz-parser';
import { FUZZ_NOW } from '../made-release';
import { mutateBytes, mutateText } from '../mutate';
import { judgeFeed } from './judge-feed';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const CSV_WORDS = [
  '"',
  '""',
  ',',
  '\t',
  ';',
  '|',
  '\n',
  '\r\n',
  '\r',
  'id',
  'id,name',
  '\ufeff',
  '"a\nb"',
  'Ã©',
];

/** Every file of the practice county and of a small made-up feed, by name. */
function allFiles(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const practice = sandboxSources(FUZZ_NOW)[0]?.files ?? [];
  const sound = Object.entries(soundFeed).map(([name, rows]) => ({
    name,
    bytes: utf8(`${rows.join('\n')}\n`),
  }));
  return [...sound, ...practice];
}

interface CsvRead {
  readonly rows: readonly (readonly string[])[];
  readonly problems: string;
  readonly hasProblem: boolean;
}

async function readRows(bytes: Uint8Array, chunkBytes: number): Promise<CsvRead> {
  const rows: (readonly string[])[] = [];
  const log = createProblemLog();
  const keep = (cells: readonly string[]) => rows.push([...cells]) > 0;
  await readCsv(
    byteFile('a.csv', bytes, chunkBytes),
    {
      isKnownColumn: (name) => name === 'id' || name === 'name',
      header: keep,
      record: keep,
      refused: () => {},
    },
    log,
  );
  const problems = log.problems();
  return { rows, problems: JSON.stringify(problems), hasProblem: problems.length > 0 };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Cut elsewhere, it reads the same; written out again, too; and without quotation marks it is what splitting gives. */
async function judgeCsv(bytes: Uint8Array, read: CsvRead): Promise<Verdict> {
  // Short files byte by byte; long ones in pieces of odd sizes, since each piece is waited for.
  const cut = await readRows(bytes, bytes.length < 100 ? 1 : 41 + (bytes.length % 23));
  if (!same(cut.rows, read.rows) || cut.problems !== read.problems)
    return { wrong: 'cuts between chunks change what is read' };
  if (read.hasProblem || read.rows.length === 0) return 'refused';
  const header = read.rows[0] ?? [];
  if (header.includes('id')) {
    const text = read.rows
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\n');
    const again = await readRows(utf8(`${text}\n`), Number.POSITIVE_INFINITY);
    if (!again.hasProblem && !same(again.rows, read.rows))
      return { wrong: 'rows written out again read otherwise' };
  }
  const isPlain = bytes.every((byte) => byte < 0x80 && byte !== 0x22);
  // No text has NUL bytes but UTF-16, in one of its orders.
  const encodings = bytes.includes(0) ? ['utf-16le', 'utf-16be'] : ['utf-8'];
  return isPlain && !encodings.some((each) => isSplit(new TextDecoder(each).decode(bytes), read.rows))
    ? { wrong: 'not what splitting gives' }
    : 'accepted';
}

function withoutMark(text: string): string {
  return text.endsWith('\u001a') ? withoutMark(text.slice(0, -1)) : text;
}

/** By one of the separators, every row that is not blank is the text between line breaks, cut at the separator. */
function isSplit(text: string, rows: readonly (readonly string[])[]): boolean {
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  // DOS ends files with a mark of its own.
  const lines = withoutMark(text).split(newline);
  if (lines.at(-1) === '') lines.pop();
  return [',', '\t', ';', '|'].some((separator) => {
    const split = lines.map((line) => line.split(separator));
    const [head, ...rest] = split;
    const kept = rest.filter((cells) => cells.some((cell) => cell.trim() !== ''));
    return same(head === undefined ? [] : [head, ...kept], rows);
  });
}

const csvParser = (name: string, corpus: () => readonly Uint8Array[], words: readonly string[]) =>
  fuzzParser(name, async () => {
    const files = corpus();
    return {
      input: (random) => mutateBytes(files, random, words),
      read: (bytes) => readRows(bytes, Number.POSITIVE_INFINITY),
      judge: judgeCsv,
    };
  });

const csv = csvParser(
  'csv',
  () => [
    ...allFiles().map(({ bytes }) => bytes.slice(0, 2_000)),
    utf8('id,name\n1,"a ""b"", c"\n2,"x\ny"\r\n3,é\n'),
    utf8('id\tname\n1\tA\n'),
    Uint8Array.from([0xff, 0xfe, ...Buffer.from('id,name\n1,Ä\n', 'utf16le')]),
    Uint8Array.from([...utf8('id,name\n1,Caf'), 0xe9, 0x0a]),
  ],
  CSV_WORDS,
);

/** Two bytes a letter, in both orders, with a mark and without; cut and flipped they are half letters and no letters at all. */
const utf16 = csvParser(
  'utf-16',
  () =>
    ['id,name\n1,Ä\n2,"x\ny"\n', 'id\tname\r\n1\tOak St\r\n2\tElm “St”\r\n', 'id;name\n1;🗳️ Hall\n'].flatMap(
      (text) => {
        const little = Uint8Array.from(Buffer.from(text, 'utf16le'));
        const big = Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
        return [little, big, Uint8Array.from([0xff, 0xfe, ...little]), Uint8Array.from([0xfe, 0xff, ...big])];
      },
    ),
  ['\u0000', '\u0000,', ',\u0000', '\u0000"', '\n\u0000', '\u00ff\u00fe', 'i\u0000d\u0000', '\u0000\u00d8'],
);

const zip = fuzzParser('zip', async () => {
  const files = allFiles();
  const known = new Set(files.map(({ bytes }) => Buffer.from(bytes).toString('latin1')));
  const packed = (level: 0 | 6, most: number) =>
    zipSync(Object.fromEntries(files.slice(0, most).map(({ name, bytes }) => [name, bytes])), {
      level,
      mtime: '2026-10-01',
    });
  const corpus = [
    packed(0, 3),
    packed(6, 3),
    packed(6, files.length),
    zipSync({ 'feed/locality.txt': utf8('id\n1\n'), 'read.me': utf8('x') }, { mtime: '2026-10-01' }),
  ];
  known.add('id\n1\n');
  return {
    input: (random) =>
      mutateBytes(corpus, random, [
        'PK\u0001\u0002',
        'PK\u0003\u0004',
        'PK\u0005\u0006',
        'precinct.txt',
        '../locality.txt',
      ]),
    read: (bytes) => expandZip(bytes),
    judge: async (bytes, read) => {
      if (!read.ok) return 'refused';
      for (const file of read.value) {
        if (tableOf(file.name) === null) continue;
        const pieces: Uint8Array[] = [];
        for await (const piece of file.bytes()) pieces.push(piece);
        const content = Buffer.concat(pieces);
        if (content.length !== file.sizeBytes)
          return { wrong: `${file.name}: ${content.length} of ${file.sizeBytes} bytes` };
        // What has the right check sum and is no file that was ever packed has been stored by the mutator, as it is.
        if (!known.has(content.toString('latin1')) && !hasSum(bytes, crc32(content)))
          return { wrong: `${file.name} is none that was packed` };
      }
      return 'accepted';
    },
  };
});

/** Whether the sum stands in the archive at all: then the content may be accepted. */
function hasSum(bytes: Uint8Array, sum: number): boolean {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(sum);
  return Buffer.from(bytes).includes(four);
}

const chunk = fuzzParser('packed chunk', async () => {
  const corpus = allFiles().map(({ bytes }) => gzipSync(bytes, { mtime: 0 }));
  const MOST = 20_000;
  return {
    input: (random) => mutateBytes(corpus, random),
    read: (bytes) => gunzipChunk(bytes, MOST),
    judge: (bytes, content) => {
      if (content === null) return 'refused';
      if (content.length > MOST) return { wrong: `${content.length} bytes came out` };
      return inflated(bytes)?.equals(content) === false
        ? { wrong: 'zlib unpacks it to something else' }
        : 'accepted';
    },
  };
});

/** What Node's zlib makes of a gzip without extras; null where that is no plain one. */
function inflated(bytes: Uint8Array): Buffer | null {
  // Several in a row, or with a name or a comment: not what this cut is right for.
  if (bytes[3] !== 0 || Buffer.from(bytes).indexOf('1f8b08', 4, 'hex') !== -1) return null;
  try {
    return inflateRawSync(bytes.subarray(10, -8));
  } catch {
    return null;
  }
}

const feed = fuzzParser('vip feed', async () => {
  const files = allFiles().filter(({ name }) => name.endsWith('.txt'));
  const corpus = files.map(({ name, bytes }) => Buffer.concat([utf8(`${name}\n`), bytes]));
  const words = [
    ...CSV_WORDS,
    'p1',
    'pl1',
    'loc1',
    'st39',
    'odd',
    'even',
    'both',
    '43999',
    'OAK',
    '*',
    'true',
    '1',
    '99',
    '2026-11-03',
  ];
  return {
    // The first line says whose place in the sound feed the rest takes.
    input: (random) => mutateBytes(corpus, random, words),
    read: (bytes) => {
      const end = bytes.indexOf(0x0a);
      const name = new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)));
      const others = files.filter((file) => file.name !== name);
      return readVipFlat(
        [...others, { name, bytes: bytes.subarray(end + 1) }].map((file) => byteFile(file.name, file.bytes)),
      );
    },
    judge: (_, read) => judgeFeed(read),
  };
});

const fileName = fuzzParser('upload name', async () => {
  const corpus = [
    'feed/Precinct.TXT',
    'street_segment.csv',
    'a\\b\\locality.tsv',
    '__MACOSX/._precinct.txt',
    'feed.zip',
  ];
  return {
    input: (random) =>
      mutateText(corpus, random, ['/', '\\', '.txt', '.csv', '..', '__proto__.txt', 'constructor.csv']),
    read: tableOf,
    judge: (name, table) => {
      if (table === null) return 'refused';
      const stem = name
        .toLowerCase()
        .replaceAll('\\', '/')
        .split('/')
        .at(-1)
        ?.replace(/\.(?:txt|csv|tsv)$/, '');
      return stem === table ? 'accepted' : { wrong: `${name} is no ${table}` };
    },
  };
});

/** In the order in which they are tried. */
export const fileParsers = [csv, utf16, zip, chunk, feed, fileName];
