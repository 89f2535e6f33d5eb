// Owns the parser of VIP XML among those that are fuzzed. Knows no store.

import { byteFile, soundFeed } from '@/lib/ingest/feed.fixture';
import { createProblemLog } from '@/lib/ingest/problems/problem';
import { readFeed } from '@/lib/ingest/read-vip-flat';
import { flatFeed, xmlOf } from '@/lib/ingest/xml/vip-xml.fixture';
import { vipXmlTables } from '@/lib/ingest/xml/vip-xml-tables';
import { fuzzParser } from '../fuzz-parser';
import { mutateBytes } from '../mutate';
import { judgeFeed } from './judge-feed';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const XML_WORDS = [
  'Text',
  'id="p1"',
  '<Zip>43999</Zip>',
  '</StreetSegment>',
  '<precinct_id>p2</precinct_id>',
  'encoding="',
  'UTF-16',
];

const xml = fuzzParser('vip xml', async () => {
  const flat = await flatFeed(
    Object.entries(soundFeed).map(([name, rows]) => byteFile(name, utf8(`${rows.join('\n')}\n`))),
  );
  const corpus = [utf8(xmlOf(flat, '3.1')), utf8(xmlOf(flat, '6.0'))];
  const words = [
    '<',
    '>',
    '&',
    '&amp;',
    '&#1;',
    '<!DOCTYPE a [',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?',
    '/>',
    ...XML_WORDS,
  ];
  const read = async (bytes: Uint8Array, chunkBytes = Number.POSITIVE_INFINITY) => {
    const log = createProblemLog();
    return readFeed(await vipXmlTables(byteFile('feed.xml', bytes, chunkBytes), log), {}, log);
  };
  return {
    input: (random) => mutateBytes(corpus, random, words),
    read: (bytes) => read(bytes),
    judge: async (bytes, result) => {
      const cut = await read(bytes, 1_021);
      if (!same(cut, result)) return { wrong: 'cuts between chunks change what is read' };
      return judgeFeed(result);
    },
  };
});

export const xmlParsers = [xml];
