// Whether a pointer is believed. Most of it stands in data/vectors; here is what vectors cannot hold.

import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from './bytes';
import { MAX_POINTER_BYTES, type Pointer } from './format';
import { KEY_ALGORITHM, keyIdOf, readPublicKey } from './keys';
import { type SigningKey, signPointer } from './sign';
import { type Trust, verifyPointer } from './verify-pointer';

const base: Pointer = {
  formatVersion: 1,
  releaseLine: 'line',
  sequence: 7,
  issuedAt: '2030-11-05T12:00:00Z',
  expiresAt: '2030-11-06T12:00:00Z',
  root: 'a'.repeat(64),
  pagesRoot: null,
  notices: [],
  elections: [],
};

interface Pair extends SigningKey {
  readonly publicKey: string;
}

let oldest: Pair;
let current: Pair;
let next: Pair;

async function makePair(): Promise<Pair> {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { id: await keyIdOf(raw), privateKey: pair.privateKey, publicKey: toBase64Url(raw) };
}

beforeAll(async () => {
  [oldest, current, next] = await Promise.all([makePair(), makePair(), makePair()]);
});

const trusting = (keys: readonly Pair[], fields: Partial<Trust> = {}): Trust => ({
  publicKeys: keys.map(({ publicKey }) => publicKey),
  revokedKeyIds: [],
  highestSequences: {},
  ...fields,
});

describe('several signatures', () => {
  it('are believed by the newest trusted key that signed', async () => {
    const bytes = await signPointer(base, current, next);
    const by = async (keys: readonly Pair[], fields?: Partial<Trust>) => {
      const verified = await verifyPointer(bytes, trusting(keys, fields));
      return verified.ok ? verified.value.keyId : verified.error.code;
    };
    expect(await by([current])).toBe(current.id);
    expect(await by([current, next])).toBe(next.id);
    expect(await by([current, next], { revokedKeyIds: [next.id] })).toBe(current.id);
    expect(await by([oldest])).toBe('wrongKey');
  });

  it('may not be more than four', async () => {
    const bytes = await signPointer(base, current, current, current, current, current);
    expect(await verifyPointer(bytes, trusting([current]))).toMatchObject({ error: { code: 'malformed' } });
  });
});

describe('revoked keys', () => {
  it('are remembered with those known before, and only elders of the signing key are heeded', async () => {
    const revokedKeys = [current.id, next.id, oldest.id, 'f'.repeat(16)];
    const bytes = await signPointer({ ...base, revokedKeys }, current);
    const trust = trusting([oldest, current, next], { revokedKeyIds: ['0'.repeat(16)] });
    const verified = await verifyPointer(bytes, trust);
    expect(verified.ok && verified.value.revokedKeyIds).toEqual(['0'.repeat(16), oldest.id].sort());
  });
});

describe('a pointer', () => {
  const sign = (fields: object) => signPointer({ ...base, ...fields } as Pointer, current);

  it.each<[string, object, string]>([
    ['no root', { root: 'not a name' }, 'malformed'],
    ['a root that is a path', { root: '../../secret' }, 'malformed'],
    ['a sequence that is no whole number', { sequence: 1.5 }, 'malformed'],
    ['a negative sequence', { sequence: -1 }, 'malformed'],
    ['no release line', { releaseLine: '' }, 'malformed'],
    ['an hour that is none', { expiresAt: 'tomorrow' }, 'malformed'],
    ['a notice of an unknown kind', { notices: [{ id: 'n', kind: 'joke' }] }, 'malformed'],
    ['another version', { formatVersion: 2 }, 'unsupportedVersion'],
  ])('with %s is refused though its signature is right', async (_, fields, code) => {
    const verified = await verifyPointer(await sign(fields), trusting([current]));
    expect(verified).toMatchObject({ ok: false, error: { code, file: '/v1/current.json' } });
  });

  it('may hold members of a later version', async () => {
    const verified = await verifyPointer(await sign({ later: true }), trusting([current]));
    expect(verified.ok).toBe(true);
  });

  it('is refused unread above the limit, without keys, and as nothing at all', async () => {
    const code = async (bytes: Uint8Array, trust: Trust) => {
      const verified = await verifyPointer(bytes, trust);
      return verified.ok ? 'ok' : verified.error.code;
    };
    expect(await code(new Uint8Array(MAX_POINTER_BYTES + 1), trusting([current]))).toBe('tooLarge');
    expect(await code(await sign({}), trusting([]))).toBe('noTrustedKey');
    expect(await code(await sign({}), { ...trusting([]), publicKeys: ['rubbish'] })).toBe('noTrustedKey');
    expect(await code(new TextEncoder().encode('null'), trusting([current]))).toBe('malformed');
    expect(await code(Uint8Array.of(0xff, 0xfe), trusting([current]))).toBe('cut');
  });

  it('of a release line named like a property of objects has its own history too', async () => {
    const verified = await verifyPointer(await sign({ releaseLine: 'constructor' }), trusting([current]));
    expect(verified.ok).toBe(true);
  });
});

describe('readPublicKey', () => {
  it.each(['', 'AAAA', '=', `BA${'A'.repeat(85)}`, 'B'.repeat(87)])('is null for %j', async (text) => {
    expect(await readPublicKey(text)).toBeNull();
  });

  it('gives the key id that the signer has', async () => {
    expect((await readPublicKey(current.publicKey))?.id).toBe(current.id);
  });
});
