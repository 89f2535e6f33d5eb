// Keys on disk: made once, private to their owner, and refused where they are none.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPublicKey } from '@/lib/release/keys';
import {
  createKeyFile,
  DEV_KEY_FILE,
  devSigningKey,
  hostSigningKeys,
  loadSigningKey,
  trustedPublicKeys,
} from './signing-key';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'levee-signing-key-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the development key', () => {
  it('is made on first use, readable by its owner alone, and kept', async () => {
    const [first, again] = [await devSigningKey(folder), await devSigningKey(folder)];
    expect(first.ok && again.ok && first.value.publicKey === again.value.publicKey).toBe(true);
    expect(statSync(join(folder, DEV_KEY_FILE)).mode & 0o777).toBe(0o600);
  });

  it('is one, whoever asks first', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => devSigningKey(folder)));
    expect(new Set(keys.map((key) => key.ok && key.value.id)).size).toBe(1);
  });

  it('is not replaced where its file is broken', async () => {
    await devSigningKey(folder);
    writeFileSync(join(folder, DEV_KEY_FILE), '{}');
    expect(await devSigningKey(folder)).toMatchObject({ ok: false, error: { code: 'badKey' } });
    expect(readFileSync(join(folder, DEV_KEY_FILE), 'utf8')).toBe('{}');
  });

  it('signs what its public key verifies', async () => {
    const key = await devSigningKey(folder);
    if (!key.ok) throw new Error(key.error.code);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const message = new TextEncoder().encode('text');
    const signature = await crypto.subtle.sign(algorithm, key.value.privateKey, message);
    const trusted = await readPublicKey(key.value.publicKey);
    expect(trusted?.id).toBe(key.value.id);
    expect(await crypto.subtle.verify(algorithm, trusted!.key, signature, message)).toBe(true);
  });
});

describe('a key file', () => {
  it('may be the JWK itself', async () => {
    const file = join(folder, 'key.json');
    await createKeyFile(file);
    const wrapped = await loadSigningKey(file);
    writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8')).privateKey));
    const bare = await loadSigningKey(file);
    expect(wrapped.ok && bare.ok && wrapped.value.id === bare.value.id).toBe(true);
  });

  it.each(['', 'no JSON', 'null', '{}', '{"privateKey":{"kty":"RSA"}}', '{"kty":"EC","crv":"P-256"}'])(
    'that holds %j is refused without quoting it',
    async (content) => {
      const file = join(folder, 'key.json');
      writeFileSync(file, content);
      expect(await loadSigningKey(file)).toEqual({
        ok: false,
        error: { code: 'badKey', file, message: 'the file holds no P-256 private key in JWK form' },
      });
    },
  );

  it('that is not there is refused', async () => {
    expect(await loadSigningKey(join(folder, 'none'))).toMatchObject({ error: { code: 'unreadable' } });
  });
});

describe('trusted keys', () => {
  it('are those of LEVEE_PUBLIC_KEYS, in their order, else the development key', async () => {
    const other = mkdtempSync(join(tmpdir(), 'levee-signing-key-'));
    const pairs = [await devSigningKey(folder), await devSigningKey(other)];
    rmSync(other, { recursive: true, force: true });
    const [dev = '', next = ''] = pairs.map((pair) => (pair.ok ? pair.value.publicKey : ''));
    const trusted = (keys: string) => trustedPublicKeys({ LEVEE_PUBLIC_KEYS: keys }, folder);
    expect(await trusted(` ${next}, ${dev} ,`)).toEqual({ ok: true, value: [next, dev] });
    expect(await trusted('')).toEqual({ ok: true, value: [dev] });
    expect(await trustedPublicKeys({}, folder)).toEqual({ ok: true, value: [dev] });
  });

  it('that are misspelt are refused, not left out', async () => {
    expect(await trustedPublicKeys({ LEVEE_PUBLIC_KEYS: 'rubbish' }, folder)).toMatchObject({
      ok: false,
      error: { code: 'badKey', file: 'LEVEE_PUBLIC_KEYS' },
    });
  });
});

describe('the host’s signing keys', () => {
  const jwkIn = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')).privateKey;
  const ids = async (environment: Record<string, string>) => {
    const keys = await hostSigningKeys(environment, folder);
    return keys.ok ? keys.value.map(({ id }) => id) : keys.error;
  };

  it('are those of LEVEE_SIGNING_KEY: files, a JWK, or a list of them', async () => {
    await createKeyFile(join(folder, 'a.json'));
    await createKeyFile(join(folder, 'b.json'));
    const [a] = [await ids({ LEVEE_SIGNING_KEY: 'a.json' })].flat();
    const both = await ids({ LEVEE_SIGNING_KEY: `a.json, ${join(folder, 'b.json')}` });
    expect(both).toHaveLength(2);
    expect(both).toContain(a);
    expect(await ids({ LEVEE_SIGNING_KEY: JSON.stringify(jwkIn('a.json')) })).toEqual([a]);
    expect(await ids({ LEVEE_SIGNING_KEY: JSON.stringify([jwkIn('a.json'), jwkIn('b.json')]) })).toEqual(
      both,
    );
  });

  it('are the development key, unless readers trust others', async () => {
    expect(await ids({ LEVEE_PUBLIC_KEYS: 'others' })).toEqual([]);
    const dev = await devSigningKey(folder);
    expect(await ids({})).toEqual([dev.ok && dev.value.id]);
  });

  it.each(['{"d":"secret"', '[{}]', 'none.json'])('that are none (%j) are refused unquoted', async (text) => {
    const error = await ids({ LEVEE_SIGNING_KEY: text });
    expect(error).toMatchObject({ code: text === 'none.json' ? 'unreadable' : 'badKey' });
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});
