// Owns the proof that work on speed and memory changes no answer: all that is read of each shape of an upload, as a hash. Where a hash
// changes, what is read has changed: it was meant to, and is written anew with the reason, or it is a mistake.

import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { byteFile, filesOf, textFile } from './feed.fixture';
import type { SourceFile } from './files/source-file';
import {
  csvOf,
  type MessyList,
  mappingOf,
  messyAddresses,
  messyRanges,
  placesOf,
  streetsOf,
} from './mapping/convert/messy-lists.fixture';
import { messyFeed } from './messy-feed.fixture';
import { readUpload, type UploadOptions } from './read-upload';
import { madeWorkbook } from './xlsx/workbook.fixture';
import { flatFeed, xmlOf } from './xml/vip-xml.fixture';

const known = {
  name: 'Made-up County',
  phone: '555-0100',
  election: { name: 'General Election', date: '2026-11-03' },
};

async function hashOf(files: readonly SourceFile[], options: UploadOptions = {}): Promise<string> {
  const read = await readUpload(files, { officeId: 'made-up', officeState: 'OH', known, ...options });
  const { dataset, problems, counts } = read;
  expect(dataset?.streetSegments.length).toBeGreaterThan(100);
  return createHash('sha256')
    .update(JSON.stringify({ dataset, problems, counts }))
    .digest('hex')
    .slice(0, 16);
}

const hashOfLists = (...lists: readonly (readonly [name: string, list: MessyList])[]): Promise<string> =>
  hashOf(
    lists.map(([name, list]) => textFile(name, csvOf(list))),
    { mappings: lists.map(([, list]) => mappingOf(list)) },
  );

const ranges = messyRanges(3000, 1);
const addresses = messyAddresses(3000, 2);
const feed = filesOf(messyFeed(3000, 3));

function workbook(list: MessyList): Uint8Array {
  const header = list.columns.map(([name]) => name);
  const half = list.rows.length / 2;
  return madeWorkbook({
    sheets: [
      { name: 'North', rows: [header, ...list.rows.slice(0, half)] },
      { name: 'South', rows: [header, ...list.rows.slice(half)] },
    ],
  });
}

async function zipped(files: readonly SourceFile[]): Promise<Uint8Array> {
  const entries: Record<string, Uint8Array> = {};
  for (const { name, bytes } of files) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes()) chunks.push(chunk);
    entries[name] = Buffer.concat(chunks);
  }
  return zipSync(entries);
}

it.each<[shape: string, hash: string, read: () => Promise<string>]>([
  ['a flat feed', 'c31cfe711956c45d', () => hashOf(feed)],
  [
    'a flat feed in a zip',
    'c31cfe711956c45d',
    async () => hashOf([byteFile('feed.zip', await zipped(feed), 5000)]),
  ],
  [
    'VIP XML 3.1',
    'd03fdcb0289c5fee',
    async () => hashOf([textFile('feed.xml', xmlOf(await flatFeed(feed), '3.1'))]),
  ],
  [
    'VIP XML 6.0',
    '481b36952930dd94',
    async () => hashOf([textFile('feed.xml', xmlOf(await flatFeed(feed), '6.0'))]),
  ],
  ['one joined table of ranges', '513312c200a2e19f', () => hashOfLists(['list.csv', ranges])],
  ['one joined table of addresses', '8462745265235e1b', () => hashOfLists(['voters.csv', addresses])],
  [
    'ranges and a list of places',
    '1dcbe368fd5d865a',
    () => hashOfLists(['streets.csv', streetsOf(ranges)], ['places.csv', placesOf(ranges)]),
  ],
  [
    'addresses and a list of places',
    '2a0d309f0c84786b',
    () => hashOfLists(['voters.csv', streetsOf(addresses)], ['places.csv', placesOf(addresses)]),
  ],
  [
    'ranges on two sheets of a workbook',
    '23f4e2d935cc4f8f',
    () => hashOf([byteFile('list.xlsx', workbook(ranges), 7000)], { mappings: [mappingOf(ranges)] }),
  ],
])('%s is read as it was', async (_shape, hash, read) => {
  expect(await read()).toBe(hash);
});
