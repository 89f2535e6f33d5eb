import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { byteFile, filesOf, textFile } from '../feed.fixture';
import { csvOf, mappingOf, messyAddresses, messyRanges } from '../mapping/convert/messy-lists.fixture';
import { messyFeed } from '../messy-feed.fixture';
import { readUpload, type UploadOptions } from '../read-upload';
import { madeWorkbook } from '../xlsx/workbook.fixture';
import { flatFeed, xmlOf } from '../xml/vip-xml.fixture';
import type { SourceFile } from './source-file';

const known = { name: 'Made-up', phone: '555-0100', election: { name: 'General', date: '2026-11-03' } };
const ranges = messyRanges(25_000, 1);
const addresses = messyAddresses(15_000, 2);
const feed = filesOf(messyFeed(25_000, 3));

async function bytesOf({ bytes }: SourceFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const shapes: readonly (readonly [string, () => Promise<readonly SourceFile[]>, UploadOptions])[] = [
  ['a flat feed', async () => feed, {}],
  [
    'a zip',
    async () => {
      const entries = await Promise.all(feed.map(async (file) => [file.name, await bytesOf(file)] as const));
      return [byteFile('feed.zip', zipSync(Object.fromEntries(entries)), 65_536)];
    },
    {},
  ],
  ['VIP XML', async () => [textFile('feed.xml', xmlOf(await flatFeed(feed), '6.0'))], {}],
  ['ranges', async () => [textFile('list.csv', csvOf(ranges))], { mappings: [mappingOf(ranges)] }],
  ['addresses', async () => [textFile('list.csv', csvOf(addresses))], { mappings: [mappingOf(addresses)] }],
  [
    'a workbook',
    async () => {
      const rows = [ranges.columns.map(([name]) => name), ...ranges.rows];
      return [byteFile('list.xlsx', madeWorkbook({ sheets: [{ name: 'S', rows }] }), 65_536)];
    },
    { mappings: [mappingOf(ranges)] },
  ],
];

it.each(shapes)(
  'the progress of %s moves before the first row and never goes back',
  async (_, files, options) => {
    const steps: { readonly bytes: number; readonly rows: number }[] = [{ bytes: 0, rows: 0 }];
    const last = () => steps.at(-1)!;
    await readUpload(await files(), {
      ...options,
      known,
      onBytes: (bytes) => steps.push({ ...last(), bytes }),
      onProgress: (rows) => steps.push({ ...last(), rows }),
    });
    for (const [at, { bytes, rows }] of steps.entries()) {
      expect(bytes).toBeGreaterThanOrEqual(steps[at - 1]?.bytes ?? 0);
      expect(rows).toBeGreaterThanOrEqual(steps[at - 1]?.rows ?? 0);
    }
    expect(steps.filter(({ rows }) => rows === 0).length).toBeGreaterThan(1);
    expect(last().rows).toBeGreaterThan(9_999);
  },
);
