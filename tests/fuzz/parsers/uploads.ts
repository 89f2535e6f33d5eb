// Owns the entrance of every upload among what is fuzzed: one file of any kind that is known, spoilt, under a name that says nothing.

import { strToU8, zipSync } from 'fflate';
import { byteFile, soundFeed } from '@/lib/ingest/feed.fixture';
import { openFiles } from '@/lib/ingest/files/open-files';
import { createProblemLog } from '@/lib/ingest/problems/problem';
import { readUpload } from '@/lib/ingest/read-upload';
import { madeWorkbook } from '@/lib/ingest/xlsx/workbook.fixture';
import { fuzzParser, type Verdict } from '../fuzz-parser';
import { mutateBytes } from '../mutate';
import { judgeFeed } from './judge-feed';

const LIST = 'LOW,HIGH,STREET,ZIP,PCT\n1,99,Oak St,43999,7\n2,98,Elm St,43999,8\n';
const feature = {
  type: 'Feature',
  properties: { name: 'North' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [-83, 40],
        [-82, 40],
        [-82, 41],
        [-83, 40],
      ],
    ],
  },
};

/** What it may be. */
function corpus(): readonly Uint8Array[] {
  const map = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
  const feed = Object.entries(soundFeed).map(
    ([name, rows]) => [name, strToU8(`${rows.join('\n')}\n`)] as const,
  );
  const little = Uint8Array.from(Buffer.from(LIST, 'utf16le'));
  const rows = LIST.trim()
    .split('\n')
    .map((line) => line.split(','));
  return [
    strToU8(LIST),
    strToU8(LIST.replaceAll(',', '\t')),
    little,
    Uint8Array.from([0xfe, 0xff, ...Buffer.from(LIST, 'utf16le').swap16()]),
    strToU8(map),
    strToU8('[{"a": 1}]'),
    strToU8('<html><table><tr><td>1</td></tr></table></html>'),
    strToU8(
      '<?xml version="1.0"?><VipObject schemaVersion="3.0"><precinct id="1"><name>a</name></precinct></VipObject>',
    ),
    strToU8('sep=;\nid;name\n1;2\n'),
    madeWorkbook({ sheets: [{ name: 'A', rows }] }),
    zipSync({ 'list.csv': strToU8(LIST), 'map.geojson': strToU8(map) }, { mtime: '2026-10-01' }),
    zipSync(Object.fromEntries(feed), { mtime: '2026-10-01' }),
  ];
}

const WORDS = [
  '"type": "FeatureCollection"',
  '{"',
  '[[',
  '<',
  '<html',
  'PK\u0003\u0004',
  '%PDF-',
  ',',
  '\t',
  '\n',
  '\u0000',
  'sep=|\n',
];

/** What it was taken for, and what was wrong with it. */
async function kindOf(bytes: Uint8Array, chunkBytes: number): Promise<string> {
  const log = createProblemLog();
  const { feed, foreign, boundaries } = await openFiles([byteFile('upload', bytes, chunkBytes)], log);
  const names = [
    ...feed.map(({ table, source }) => `${table} ${source.name}`),
    ...foreign.map(({ name }) => name),
  ];
  return JSON.stringify([names, boundaries.map(({ name }) => name), log.problems()]);
}

const upload = fuzzParser('any upload', async () => {
  const files = corpus();
  return {
    input: (random) => mutateBytes(files, random, WORDS),
    read: async (bytes) => ({
      read: await readUpload([byteFile('upload', bytes)]),
      kind: await kindOf(bytes, Number.POSITIVE_INFINITY),
    }),
    judge: async (bytes, { read, kind }): Promise<Verdict> => {
      if ((await kindOf(bytes, 1021)) !== kind) return { wrong: 'cuts between chunks change what it is' };
      // Nobody has confirmed a column: a table of an office's own gives nothing.
      const isSilent = read.foreign.some(({ confirmed }) => confirmed !== null);
      return isSilent ? { wrong: 'a table was read that nobody confirmed' } : judgeFeed(read);
    },
  };
});

export const uploadParsers = [upload];
