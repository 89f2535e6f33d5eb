// Reading a release from end to end: bytes in, answers out; bytes that are wrong or missing never answer.

import { beforeAll, describe, expect, it } from 'vitest';
import { err, ok } from '@/lib/core/result';
import { toBase64Url } from './bytes';
import { compile } from './compile';
import { KEY_ALGORITHM, keyIdOf } from './keys';
import {
  exampleCounty,
  sampleCounty,
  VECTOR_EXPIRES,
  VECTOR_LINE,
  VECTOR_NOW,
  VECTOR_SEQUENCE,
  vectorReference,
} from './offices.fixture';
import { openRelease } from './reader';
import { signPointer } from './sign';
import type { ReleaseSource } from './verified-objects';
import type { Trust } from './verify-pointer';

let source: ReleaseSource;
let trust: Trust;

let broken: Set<string>;

beforeAll(async () => {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const compiled = await compile({
    datasets: [exampleCounty, sampleCounty],
    notices: [],
    reference: vectorReference,
    releaseLine: VECTOR_LINE,
    sequence: VECTOR_SEQUENCE,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  const { objects, pointer } = compiled.value;
  const bytes = await signPointer(pointer, { id: await keyIdOf(raw), privateKey: pair.privateKey });
  trust = { publicKeys: [toBase64Url(raw)], revokedKeyIds: [], highestSequences: {} };

  broken = new Set();
  source = {
    pointer: async () => ok(bytes),
    object: async (name) => {
      const object = objects.get(name);
      if (object === undefined) return err({ code: 'notFound', message: name });
      const kind = JSON.parse(new TextDecoder().decode(object)).kind;
      return broken.has(kind) ? err({ code: 'unreachable', message: name }) : ok(object);
    },
  };
});

async function open() {
  const release = await openRelease(source, trust, VECTOR_NOW);
  if (!release.ok) throw new Error(JSON.stringify(release.error));
  return release.value;
}

describe('answer', () => {
  it.each([
    ['5 Main St, Exampleton XX 00011', 'found', ['school']],
    ['4 Main St, Exampleton XX 00011', 'found', ['library']],
    ['12 S Lake Street 00011', 'found', ['school']],
    ['3 Mail Rd, 00012', 'byMail', ['library']],
    ['5 Hill St, Sampleville 00012', 'found', ['hall']],
    ['5 Nowhere St 00011', 'missing', []],
    ['5 Main St 00013', 'missing', []],
    ['5 Main St 00022', 'notCovered', []],
    ['5 Main St 00300', 'notCovered', []],
    ['5 Main St 99999', 'missing', []],
    ['5 Hill St, Sampleville', 'found', ['hall']],
    ['5 Main St', 'unreadable', []],
  ])('%s is %s', async (text, kind, places) => {
    const outcome = await (await open()).answer(text, VECTOR_NOW);
    expect([outcome.kind, outcome.pollingLocations.map(({ id }) => id)]).toEqual([kind, places]);
  });
});
