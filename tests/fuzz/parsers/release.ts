// Owns the parsers of what a host or mirror hands out: every kind of object, manifests of pages, and a whole release
// of which one file is not what it was. Nothing altered may be believed. Knows no network.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { ok, type Result } from '@/lib/core/result';
import { canonicalBytes } from '@/lib/release/canonical-json';
import type { Sha256Hex } from '@/lib/release/format';
import { readPageManifest, readPagesRoot } from '@/lib/release/page-manifests';
import {
  type FormatError,
  readLocality,
  readRoot,
  readTownIndex,
  readZip3Page,
} from '@/lib/release/read-objects';
import { openRelease, openVerified } from '@/lib/release/reader';
import type { WireShard } from '@/lib/release/shard';
import { fetchObject, verifiedReader } from '@/lib/release/verified-objects';
import { type FuzzParser, fuzzParser } from '../fuzz-parser';
import { FUZZ_NOW, madeRelease } from '../made-release';
import { mutateBytes, mutateJson } from '../mutate';
import { readsAgain } from '../reads-again';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const WORDS = [
  'kind',
  'shards',
  'unknown',
  'elsewhere',
  '/p/en/index.html',
  '/p/../etc',
  'root',
  '00001',
  '0'.repeat(64),
  '2026-11-03T00:00:00Z',
];

function objectParser<Value>(
  kind: string,
  read: (bytes: Uint8Array) => Result<Value, FormatError>,
  check: (value: Value) => string | null = () => null,
): FuzzParser {
  return fuzzParser(`object ${kind}`, async () => {
    const { valuesOf } = await madeRelease();
    const corpus = valuesOf(kind);
    if (corpus.length === 0) throw new Error(`the practice release has no ${kind}`);
    const texts = corpus.map((value) => canonicalBytes(value));
    return {
      input: (random) =>
        random.chance(0.25) ? mutateBytes(texts, random, WORDS) : utf8(mutateJson(corpus, random, WORDS)),
      read,
      judge: (_, result) => {
        if (!result.ok) return 'refused';
        const wrong = check(result.value);
        return wrong === null ? readsAgain(result.value, read) : { wrong };
      },
    };
  });
}

/** A trusted key signs whatever it is: an answer comes of it, or that it cannot be had. */
const shard = fuzzParser('object shard', async () => {
  const { valuesOf, objects, pointer } = await madeRelease();
  const shards = [...objects].filter(([, bytes]) => /"kind":"shard"/.test(new TextDecoder().decode(bytes)));
  const names = new Set(shards.map(([name]) => name));
  const corpus = (valuesOf('shard') as readonly WireShard[]).map(withFewStreets);
  const texts = corpus.map((value) => canonicalBytes(value));
  const addresses = [
    '112 Heron St, Practice Falls, ZZ 00001',
    '12 Lake St S Apt 4, Practice Falls, ZZ 00001',
  ];
  return {
    input: (random) =>
      random.chance(0.25) ? mutateBytes(texts, random, WORDS) : utf8(mutateJson(corpus, random, WORDS)),
    read: async (bytes) => {
      const fetched = async (name: Sha256Hex) => {
        return ok(names.has(name) ? bytes : (objects.get(name) ?? new Uint8Array()));
      };
      const verified = { pointer, keyId: '', revokedKeyIds: [] };
      const opened = await openVerified(verified, verifiedReader(fetched), FUZZ_NOW);
      const address = addresses[bytes.length % addresses.length] ?? '';
      return opened.ok ? opened.value.answer(address, FUZZ_NOW) : null;
    },
    judge: (_, outcome) => (outcome === null || outcome.kind === 'cannotCheck' ? 'refused' : 'accepted'),
  };
});

/** A tenth of the streets, the asked ones among them: half a million of these are read. */
function withFewStreets(shard: WireShard): WireShard {
  const layers = shard.layers.map((layer) => ({
    ...layer,
    streets: layer.streets.filter(([core], index) => index % 10 === 0 || core === 'HERON' || core === 'LK'),
  }));
  return { ...shard, layers };
}

/** Any object, altered: it has another name, and is not taken for what was asked. */
const byName = fuzzParser('object by name', async () => {
  const { objects } = await madeRelease();
  const all = [...objects];
  const bytesOnly = all.map(([, bytes]) => bytes);
  let asked: Sha256Hex = '';
  return {
    input: (random) => {
      asked = random.pick(all)[0];
      return random.chance(0.1)
        ? random.pick(bytesOnly)
        : mutateBytes([objects.get(asked)!, ...bytesOnly], random);
    },
    read: (bytes) => fetchObject({ object: async () => ok(bytes) }, asked),
    judge: (bytes, read) => {
      const isSame = Buffer.from(bytes).equals(objects.get(asked)!);
      return read.ok === isSame
        ? isSame
          ? 'accepted'
          : 'refused'
        : { wrong: isSame ? 'the right bytes are refused' : 'bytes of another name' };
    },
  };
});

/** One file of a release is altered on the way: the answer is the right one, or says that it cannot be had. */
const whole = fuzzParser('whole release', async () => {
  const { objects, pointerBytes, trust } = await madeRelease();
  const address = '112 Heron St, Practice Falls, ZZ 00001';
  const answerWith = async (altered: string, bytes: Uint8Array): Promise<LookupOutcome | null> => {
    const source = {
      pointer: async () => ok(altered === 'pointer' ? bytes : pointerBytes),
      object: async (name: string) => ok(altered === name ? bytes : (objects.get(name) ?? new Uint8Array())),
    };
    const opened = await openRelease(source, trust, FUZZ_NOW);
    return opened.ok ? opened.value.answer(address, FUZZ_NOW) : null;
  };
  const right = JSON.stringify(await answerWith('nothing', pointerBytes));
  const asked: string[] = [];
  await openRelease(
    {
      pointer: async () => ok(pointerBytes),
      object: async (name) => {
        asked.push(name);
        return ok(objects.get(name)!);
      },
    },
    trust,
    FUZZ_NOW,
  ).then((opened) => (opened.ok ? opened.value.answer(address, FUZZ_NOW) : null));
  let altered = 'pointer';
  return {
    input: (random) => {
      altered = random.pick(['pointer', ...asked]);
      return mutateBytes([altered === 'pointer' ? pointerBytes : objects.get(altered)!], random);
    },
    read: (bytes) => answerWith(altered, bytes),
    judge: (_, outcome) => {
      if (outcome === null || outcome.kind === 'cannotCheck') return 'refused';
      return JSON.stringify(outcome) === right ? 'accepted' : { wrong: `another answer: ${outcome.kind}` };
    },
  };
});

const unsafePath = (path: string): boolean =>
  !/^\/p\/[A-Za-z0-9-]+\/[A-Za-z0-9._-]+\.html$/.test(path) || path.includes('..');

/** In the order in which they are tried. */
export const releaseParsers = [
  byName,
  whole,
  shard,
  objectParser('root', readRoot),
  objectParser('zip3', readZip3Page),
  objectParser('locality', readLocality),
  objectParser('towns', readTownIndex),
  objectParser('pages', readPagesRoot),
  objectParser('pageManifest', readPageManifest, ({ pages }) => Object.keys(pages).find(unsafePath) ?? null),
];
