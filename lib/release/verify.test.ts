// Checking a whole release: what vectors cannot show, since a compiler would have to be wrong to sign it.

import { beforeAll, describe, expect, it } from 'vitest';
import { err, ok } from '@/lib/core/result';
import { sha256Hex, toBase64Url } from './bytes';
import { canonicalBytes } from './canonical-json';
import { compile } from './compile';
import { objectPath, type Pointer } from './format';
import { KEY_ALGORITHM, keyIdOf } from './keys';
import {
  exampleCounty,
  sampleCounty,
  VECTOR_EXPIRES,
  VECTOR_LINE,
  VECTOR_NOW,
  vectorReference,
} from './offices.fixture';
import { type SigningKey, signPointer } from './sign';
import type { ReleaseSource } from './verified-objects';
import { verifyRelease } from './verify';

type Parsed = Record<string, never>;

let key: SigningKey;
let publicKey: string;
let good: { readonly objects: ReadonlyMap<string, Uint8Array>; readonly pointer: Pointer };

beforeAll(async () => {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  key = { id: await keyIdOf(raw), privateKey: pair.privateKey };
  publicKey = toBase64Url(raw);
  const compiled = await compile({
    languages: [],
    origin: null,
    datasets: [exampleCounty, sampleCounty],
    notices: [],
    reference: vectorReference,
    releaseLine: VECTOR_LINE,
    sequence: 1,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  good = compiled.value;
});

async function check(objects: ReadonlyMap<string, Uint8Array>, pointer: Pointer) {
  const bytes = await signPointer(pointer, key);
  const source: ReleaseSource = {
    pointer: async () => ok(bytes),
    object: async (name) => {
      const object = objects.get(name);
      return object === undefined ? err({ code: 'notFound', message: name }) : ok(object);
    },
  };
  const trust = { publicKeys: [publicKey], revokedKeyIds: [], highestSequences: {} };
  return verifyRelease(source, trust, VECTOR_NOW);
}

/** A release by a compiler with a bug: every object goes through `edit`, and the links to it follow. */
async function miscompiled(edit: (object: Parsed) => void) {
  const objects = new Map<string, Uint8Array>();
  const renamed = new Map<string, string>();
  const store = async (kind: string) => {
    for (const [name, bytes] of good.objects) {
      let text = new TextDecoder().decode(bytes);
      for (const [from, to] of renamed) text = text.replaceAll(from, to);
      const object = JSON.parse(text);
      if (object.kind !== kind) continue;
      edit(object);
      const edited = canonicalBytes(object);
      renamed.set(name, await sha256Hex(edited));
      objects.set(renamed.get(name)!, edited);
    }
  };
  for (const kind of ['locality', 'shard', 'zip3', 'towns', 'root']) await store(kind);
  return check(objects, { ...good.pointer, root: renamed.get(good.pointer.root)! });
}

describe('a whole release', () => {
  it('is counted, file by file', async () => {
    const report = await check(good.objects, good.pointer);
    const bytes = [...good.objects.values()].reduce((sum, object) => sum + object.length, 0);
    expect(report).toMatchObject({
      problems: [],
      objects: good.objects.size,
      objectBytes: bytes,
      keyId: key.id,
    });
  });

  it('names every file that is missing', async () => {
    for (const name of good.objects.keys()) {
      const report = await check(
        new Map([...good.objects].filter(([other]) => other !== name)),
        good.pointer,
      );
      expect(report.problems).toEqual([
        { code: 'notFound', severity: 'error', file: objectPath(name), message: name },
      ]);
    }
  });
});

describe('a release signed with a wrong link', () => {
  const edits: readonly (readonly [string, string, (object: never) => void])[] = [
    ['a page of another ZIP3', 'wrongLink', on('zip3', (page) => Object.assign(page, { zip3: '999' }))],
    ['a shard of another ZIP', 'wrongLink', on('shard', (shard) => Object.assign(shard, { zip: '99999' }))],
    [
      'a locality of another office',
      'wrongLink',
      on('locality', (one) => Object.assign(one, { officeId: 'zz' })),
    ],
    [
      'a page with a locality unknown to the root',
      'wrongLink',
      on('root', (root) => Object.assign(root, { localities: [] })),
    ],
    [
      'a town with a ZIP of no page',
      'wrongLink',
      on('towns', (towns) => Object.assign(towns, { states: { XX: [['T', ['99999']]] } })),
    ],
    [
      'a ZIP in the page of another ZIP3',
      'wrongLink',
      on('zip3', (page) => Object.assign(page.zips, { '99999': { unknown: [] } })),
    ],
    [
      'an index beyond the counties',
      'badIndex',
      on('zip3', (page) => Object.assign(page.zips, { '00022': { elsewhere: 9 } })),
    ],
    [
      'an index beyond the localities',
      'badIndex',
      on('zip3', (page) => Object.assign(page.zips, { '00013': { unknown: [9] } })),
    ],
    [
      'a ZIP without any shard',
      'badIndex',
      on('zip3', (page) => Object.assign(page.zips, { '00013': { shards: [], localities: [] } })),
    ],
    [
      'a precinct index beyond the precincts',
      'badIndex',
      onLayer((layer) => Object.assign(layer, { precincts: [] })),
    ],
    ['a place index beyond the places', 'badIndex', onLayer((layer) => Object.assign(layer, { places: [] }))],
    ['a town index beyond the towns', 'badIndex', onLayer((layer) => Object.assign(layer, { cities: [] }))],
    [
      'a locality index beyond the localities',
      'badIndex',
      onLayer((layer) => Object.assign(layer, { localities: [] })),
    ],
    [
      'an entry of two kinds',
      'malformed',
      on('zip3', (page) => Object.assign(page.zips, { '00013': { unknown: [], elsewhere: 0 } })),
    ],
    [
      'an unknown way of voting',
      'malformed',
      onLayer((layer) => {
        for (const precinct of layer.precincts) precinct[5] = 9;
      }),
    ],
    [
      'a page in place of the town index',
      'malformed',
      on('root', (root) => Object.assign(root, { towns: Object.values(root.pages)[0] })),
    ],
  ];

  it.each(edits)('%s: %s', async (_, code, edit) => {
    const report = await miscompiled(edit as (object: Parsed) => void);
    expect(report.problems.length).toBeGreaterThan(0);
    expect(new Set(report.problems.map((problem) => problem.code))).toEqual(new Set([code]));
  });
});

// biome-ignore lint/suspicious/noExplicitAny: whatever a wrong compiler may have written
type Loose = any;

function on(kind: string, edit: (object: Loose) => void): (object: never) => void {
  return (object: Loose) => {
    if (object.kind === kind) edit(object);
  };
}

function onLayer(edit: (layer: Loose) => void): (object: never) => void {
  return on('shard', (shard) => shard.layers.forEach(edit));
}
