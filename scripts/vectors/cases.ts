// Owns the test vectors: one good release, one overlay for each way of tampering with it, and what a reader
// must make of each. Pure but for hashing: the same files come out every time.

import { canonicalBytes } from '@/lib/release/canonical-json';
import { type CompiledRelease, compile } from '@/lib/release/compile';
import { objectPath, type Pointer } from '@/lib/release/format';
import {
  exampleCounty,
  sampleCounty,
  VECTOR_EXPIRES,
  VECTOR_LINE,
  VECTOR_NOW,
  VECTOR_SEQUENCE,
  vectorReference,
} from '@/lib/release/offices.fixture';
import type { Trust } from '@/lib/release/verify-pointer';
import { signVector, type VectorKey, type VectorKeys, vectorKeys } from './vector-keys';

/** What a reader is given, and what it must say. */
export interface VectorCase {
  readonly name: string;
  readonly about: string;
  /** Folders below data/vectors, the later over the earlier. */
  readonly layers: readonly string[];
  readonly trust: Trust;
  readonly now: string;
  readonly address: string;
  readonly expect: Expectation;
}

/** `open` is `ok`, or the `detail` of the refusal with its file; `answer` only where it opens. */
export interface Expectation {
  readonly open: string;
  readonly file?: string;
  readonly expired?: boolean;
  readonly revokedKeyIds?: readonly string[];
  readonly answer?: { readonly kind: string; readonly reason?: string; readonly places?: readonly string[] };
  /** What checking the whole release finds: code and file, sorted. */
  readonly problems: readonly (readonly [code: string, file: string])[];
}

/** All files of data/vectors but its README, and the cases that index.json lists. */
export interface Vectors {
  /** Path below data/vectors -> bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly cases: readonly VectorCase[];
}

const POINTER = '/v1/current.json';
const ADDRESS = '5 Main St, Exampleton XX 00011';
const FOUND = { kind: 'found', places: ['school'] } as const;

/** Make all vectors. No clock, no randomness. */
export async function makeVectors(): Promise<Vectors> {
  const keys = await vectorKeys();
  const { objects, pointer } = await goodRelease();
  const make = new VectorMaker(keys, objects, pointer);
  make.answers();
  make.tamperedObjects();
  make.tamperedPointers();
  make.trustAndTime();
  const index = { formatVersion: 1, keys, cases: make.cases };
  make.files.set('index.json', pretty(index));
  return { files: make.files, cases: make.cases };
}

async function goodRelease(): Promise<CompiledRelease> {
  const compiled = await compile({
    languages: [],
    origin: null,
    datasets: [exampleCounty, sampleCounty],
    notices: [],
    reference: vectorReference,
    releaseLine: VECTOR_LINE,
    sequence: VECTOR_SEQUENCE,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  return compiled.value;
}

type CaseFields = Partial<Omit<VectorCase, 'name' | 'about' | 'expect'>> & { readonly expect: Expectation };

class VectorMaker {
  readonly files = new Map<string, Uint8Array>();
  readonly cases: VectorCase[] = [];
  readonly #keys: VectorKeys;
  readonly #objects: ReadonlyMap<string, Uint8Array>;
  readonly #pointer: Pointer;

  constructor(keys: VectorKeys, objects: ReadonlyMap<string, Uint8Array>, pointer: Pointer) {
    this.#keys = keys;
    this.#objects = objects;
    this.#pointer = pointer;
    this.#sign('good', {});
    for (const [name, bytes] of objects) this.files.set(`good${objectPath(name)}`, bytes);
  }

  answers(): void {
    const expected: readonly (readonly [string, string, Expectation['answer']])[] = [
      ['good', ADDRESS, FOUND],
      ['good-even-side', '4 Main St, Exampleton XX 00011', { kind: 'found', places: ['library'] }],
      ['good-other-office', '5 Hill St, Sampleville XX 00012', { kind: 'found', places: ['hall'] }],
      ['good-by-mail', '5 Mail Rd, Exampleton XX 00012', { kind: 'byMail', places: ['library'] }],
      ['good-by-town', '5 Hill St, Sampleville', { kind: 'found', places: ['hall'] }],
      [
        'good-street-unknown',
        '5 Nowhere Blvd, Exampleton XX 00011',
        { kind: 'missing', reason: 'streetUnknown' },
      ],
      [
        'good-number-unknown',
        '7000 Main St, Exampleton XX 00011',
        { kind: 'missing', reason: 'numberUnknown' },
      ],
      ['good-zip-unknown', '5 Main St, Exampleton XX 00013', { kind: 'missing', reason: 'zipUnknown' }],
      ['good-elsewhere-zip', '5 Main St, Otherton XX 00022', { kind: 'notCovered' }],
      ['good-elsewhere-zip3', '5 Main St, Farawayville YY 00301', { kind: 'notCovered' }],
      ['good-no-zip', '5 Main St', { kind: 'unreadable', reason: 'noZipOrTown' }],
    ];
    for (const [name, address, answer] of expected) {
      this.#add(name, 'The release as it was signed.', { address, expect: opens(answer!, []) });
    }
  }

  tamperedObjects(): void {
    const shard = this.#nameOf('shard', '00011');
    const other = this.#nameOf('shard', '00012');
    const { root } = this.#pointer;
    const path = (name: string) => objectPath(name);
    const wrongHash = (name: string): Expectation =>
      opens({ kind: 'cannotCheck', reason: 'notVerified' }, [['wrongHash', path(name)]]);

    this.#overlay('altered-shard', shard, replaceText(this.#bytes(shard), 'Example School', 'Wrong School'));
    this.#add('altered-shard', 'A place was renamed in a shard.', { expect: wrongHash(shard) });
    this.#add('altered-shard-neighbour', 'Another ZIP of the same release still answers.', {
      layers: ['good', 'altered-shard'],
      address: '5 Hill St, Sampleville XX 00012',
      expect: opens({ kind: 'found', places: ['hall'] }, [['wrongHash', path(shard)]]),
    });
    this.#overlay('swapped-shard', shard, this.#bytes(other));
    this.#add('swapped-shard', "Another ZIP's shard stands under the name.", { expect: wrongHash(shard) });
    const whole = this.#bytes(shard);
    this.#overlay('cut-shard', shard, whole.slice(0, whole.length / 2));
    this.#add('cut-shard', 'A shard ends half-way.', { expect: wrongHash(shard) });
    this.#overlay('empty-shard', shard, new Uint8Array());
    this.#add('empty-shard', 'A shard is empty.', { expect: wrongHash(shard) });
    this.#overlay('altered-root', root, replaceText(this.#bytes(root), '555-0100', '555-9999'));
    this.#add('altered-root', "An office's phone was changed in the root.", {
      expect: { open: 'wrongHash', file: path(root), problems: [['wrongHash', path(root)]] },
    });
  }

  tamperedPointers(): void {
    const whole = this.files.get(`good${POINTER}`)!;
    const refused = (open: string): Expectation => ({ open, file: POINTER, problems: [[open, POINTER]] });

    this.files.set(`cut-pointer${POINTER}`, whole.slice(0, whole.length - 40));
    this.#add('cut-pointer', 'The pointer ends before its signature does.', { expect: refused('cut') });
    this.files.set(`empty-pointer${POINTER}`, new Uint8Array());
    this.#add('empty-pointer', 'The pointer is empty.', { expect: refused('cut') });
    this.files.set(`bad-signature${POINTER}`, replaceText(whole, 'sequence\\":1000', 'sequence\\":9000'));
    this.#add('bad-signature', 'The payload was changed after signing.', { expect: refused('badSignature') });
    this.#sign('wrong-key', {}, this.#keys.stranger);
    this.#add('wrong-key', 'Signed by a key that nobody trusts.', { expect: refused('wrongKey') });
    this.files.set(
      `forged-key-id${POINTER}`,
      replaceText(this.files.get(`wrong-key${POINTER}`)!, this.#keys.stranger.id, this.#keys.current.id),
    );
    this.#add('forged-key-id', "Signed by a stranger under a trusted key's id.", {
      expect: refused('badSignature'),
    });
    this.#sign('other-version', { formatVersion: 2 as 1 });
    this.#add('other-version', 'A pointer of a later format.', { expect: refused('unsupportedVersion') });
  }

  trustAndTime(): void {
    const { current, next } = this.#keys;
    const refused = (open: string): Expectation => ({ open, file: POINTER, problems: [[open, POINTER]] });

    this.#add('same-sequence', 'The sequence that was seen last is fine.', {
      layers: ['good'],
      trust: this.#trust({ highestSequences: { [VECTOR_LINE]: VECTOR_SEQUENCE } }),
      expect: opens(FOUND, []),
    });
    this.#add('lower-sequence', 'A later release of this line was seen before.', {
      layers: ['good'],
      trust: this.#trust({ highestSequences: { [VECTOR_LINE]: VECTOR_SEQUENCE + 1 } }),
      expect: refused('lowerSequence'),
    });
    this.#sign('other-release-line', { releaseLine: 'vector-line-2', sequence: 1 });
    this.#add('other-release-line', 'Another installation: its sequence is compared with nothing.', {
      trust: this.#trust({ highestSequences: { [VECTOR_LINE]: VECTOR_SEQUENCE } }),
      expect: opens(FOUND, []),
    });
    this.#add('revoked-key', 'An earlier pointer has revoked the signing key.', {
      layers: ['good'],
      trust: this.#trust({ revokedKeyIds: [current.id] }),
      expect: refused('revokedKey'),
    });
    this.#sign('next-key-revokes', { revokedKeys: [current.id] }, next);
    this.#add('next-key-revokes', 'The next key signs and revokes the current one: remember it.', {
      expect: { ...opens(FOUND, []), revokedKeyIds: [current.id] },
    });
    this.#sign('current-key-revokes-next', { revokedKeys: [next.id] });
    this.#add('current-key-revokes-next', 'An older key cannot revoke a newer one: not heeded.', {
      expect: { ...opens(FOUND, []), revokedKeyIds: [] },
    });
    this.#add('expired', 'Past its expiry: it warns and answers.', {
      layers: ['good'],
      now: '2030-11-06T12:00:01Z',
      expect: { ...opens(FOUND, [['expired', POINTER]]), expired: true },
    });
  }

  #add(name: string, about: string, { expect, ...fields }: CaseFields): void {
    const isTampered = [...this.files.keys()].some((path) => path.startsWith(`${name}/`));
    this.cases.push({
      name,
      about,
      layers: isTampered && name !== 'good' ? ['good', name] : ['good'],
      trust: this.#trust({}),
      now: VECTOR_NOW.toISOString(),
      address: ADDRESS,
      ...fields,
      expect,
    });
  }

  #trust(fields: Partial<Trust>): Trust {
    const publicKeys = [this.#keys.current.publicKey, this.#keys.next.publicKey];
    return { publicKeys, revokedKeyIds: [], highestSequences: {}, ...fields };
  }

  #sign(folder: string, fields: Partial<Pointer>, key: VectorKey = this.#keys.current): void {
    this.files.set(`${folder}${POINTER}`, signVector({ ...this.#pointer, ...fields }, key));
  }

  #overlay(folder: string, name: string, bytes: Uint8Array): void {
    this.files.set(`${folder}${objectPath(name)}`, bytes);
  }

  #bytes(name: string): Uint8Array {
    return this.#objects.get(name)!;
  }

  #nameOf(kind: string, zip: string): string {
    const found = [...this.#objects].find(([, bytes]) => {
      const object = JSON.parse(new TextDecoder().decode(bytes));
      return object.kind === kind && object.zip === zip;
    });
    return found![0];
  }
}

function opens(answer: Expectation['answer'] & object, problems: Expectation['problems']): Expectation {
  return { open: 'ok', expired: false, answer, problems };
}

function replaceText(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  if (!text.includes(from)) throw new Error(`not in the file: ${from}`);
  return new TextEncoder().encode(text.replace(from, to));
}

/** Canonical, but for people to read. */
function pretty(value: unknown): Uint8Array {
  const sorted = JSON.parse(new TextDecoder().decode(canonicalBytes(value)));
  return new TextEncoder().encode(`${JSON.stringify(sorted, null, 1)}\n`);
}
