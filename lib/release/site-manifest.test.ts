import { describe, expect, it } from 'vitest';
import { toBase64Url } from './bytes';
import { KEY_ALGORITHM, keyIdOf } from './keys';
import { type SigningKey, signEnvelope } from './sign';
import { isSitePath, type Site, type SiteTrust, signSite, verifySite } from './site-manifest';

const site: Site = {
  formatVersion: 1,
  sequence: 7,
  issuedAt: '2026-11-03T11:00:00Z',
  files: { '/index.html': 'a'.repeat(64), '/_next/static/chunks/0~x_1.js': 'b'.repeat(64) },
  policies: { '/index.html': "default-src 'none'; script-src 'self' 'sha256-abc='" },
  mirrors: ['https://mirror.example', 'http://mirror.localhost:8080'],
};

async function newKey(): Promise<{ key: SigningKey; publicKey: string }> {
  const pair = (await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { key: { id: await keyIdOf(raw), privateKey: pair.privateKey }, publicKey: toBase64Url(raw) };
}

const trusting = (...publicKeys: string[]): SiteTrust => ({
  publicKeys,
  revokedKeyIds: [],
  highestSequence: 0,
});

describe('the list of a site’s files', () => {
  it('comes back as it was signed', async () => {
    const { key, publicKey } = await newKey();
    const read = await verifySite(await signSite(site, key), trusting(publicKey));
    expect(read).toEqual({ ok: true, value: { site, keyId: key.id } });
  });

  it('is refused with any one byte altered', async () => {
    const { key, publicKey } = await newKey();
    const bytes = await signSite(site, key);
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = bytes.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect((await verifySite(altered, trusting(publicKey))).ok, `byte ${at}`).toBe(false);
    }
  });

  it('is refused cut, too large, of a stranger, of a revoked key, and older than the one before', async () => {
    const { key, publicKey } = await newKey();
    const bytes = await signSite(site, key);
    const code = async (given: Uint8Array, trust = trusting(publicKey)): Promise<string> => {
      const read = await verifySite(given, trust);
      return read.ok ? 'believed' : read.error.code;
    };
    expect(await code(bytes.slice(0, -9))).toBe('cut');
    expect(await code(new Uint8Array(0))).toBe('cut');
    expect(await code(new Uint8Array(1_048_577))).toBe('tooLarge');
    expect(await code(bytes, trusting((await newKey()).publicKey))).toBe('wrongKey');
    expect(await code(bytes, { ...trusting(publicKey), revokedKeyIds: [key.id] })).toBe('revokedKey');
    expect(await code(bytes, { ...trusting(publicKey), highestSequence: 8 })).toBe('lowerSequence');
    expect(await code(bytes, { ...trusting(publicKey), highestSequence: 7 })).toBe('believed');
  });

  it('never passes for a pointer, nor a pointer for it', async () => {
    const { key, publicKey } = await newKey();
    const asPointer = await signEnvelope('levee-pointer-v1\n', JSON.stringify(site), key);
    const read = await verifySite(asPointer, trusting(publicKey));
    expect(read.ok ? 'believed' : read.error.code).toBe('badSignature');
  });

  it.each([
    ['a path that leaves the folder', { files: { '/../etc/passwd': 'a'.repeat(64) } }],
    ['a path of the release', { files: { '/v1/current.json': 'a'.repeat(64) } }],
    ['a policy that would end its quotes', { policies: { '/index.html': '"; add_header X 1; #' } }],
    ['a policy with a variable', { policies: { '/index.html': '$request_id' } }],
    ['a policy of two lines', { policies: { '/index.html': 'a\nb' } }],
    ['a mirror with a path', { mirrors: ['https://mirror.example/x'] }],
    ['a mirror that is more than one source', { mirrors: ['https://mirror.example; script-src *'] }],
  ])('is refused with %s, whoever signed it', async (_, part) => {
    const { key, publicKey } = await newKey();
    const read = await verifySite(await signSite({ ...site, ...part }, key), trusting(publicKey));
    expect(read.ok ? 'believed' : read.error.code).toBe('malformed');
  });
});

describe('paths of a site’s files', () => {
  it.each([
    '/index.html',
    '/en/index.html',
    '/_next/static/chunks/a-b.js',
    '/.well-known/security.txt',
    '/sw.js',
  ])('can be %s', (path) => expect(isSitePath(path)).toBe(true));
  it.each([
    '',
    '/',
    '//a',
    'index.html',
    '/en/',
    '/../a',
    '/en/../a',
    '/.git/config',
    '/a/.htaccess',
    '/v1/x.json',
    '/p/en/x.html',
    '/site.json',
    '/status.json',
    '/index.html.gz',
    '/a.br',
    '/a.tmp',
    '/a b',
    '/a%2fb',
    '/a\\b',
    '/é',
    `/${'a'.repeat(255)}`,
  ])('cannot be %j', (path) => expect(isSitePath(path)).toBe(false));
});
