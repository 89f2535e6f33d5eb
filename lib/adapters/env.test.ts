import { describe, expect, it } from 'vitest';
import { readOfficeEnv, readServerEnv } from './env';

const KEY = 'B'.repeat(87);

describe('readServerEnv', () => {
  it.each([
    [{}, { releaseDirectory: null, publicKeys: [] }],
    [
      { LEVEE_RELEASE: '', LEVEE_PUBLIC_KEYS: ' ' },
      { releaseDirectory: null, publicKeys: [] },
    ],
    [{ LEVEE_RELEASE: ' /srv/release ' }, { releaseDirectory: '/srv/release', publicKeys: [] }],
    [{ LEVEE_PUBLIC_KEYS: `${KEY},` }, { releaseDirectory: null, publicKeys: [KEY] }],
    [
      { LEVEE_PUBLIC_KEYS: `${KEY}, ${KEY}`, PATH: '/bin' },
      { releaseDirectory: null, publicKeys: [KEY, KEY] },
    ],
  ])('reads %j', (environment, expected) => {
    expect(readServerEnv(environment)).toEqual({ ok: true, value: expected });
  });

  it('names the variable and the key that is none', () => {
    expect(readServerEnv({ LEVEE_PUBLIC_KEYS: `${KEY},short` })).toEqual({
      ok: false,
      error: {
        variable: 'LEVEE_PUBLIC_KEYS',
        message: '"short" is no P-256 public key: base64url of 65 bytes is expected',
      },
    });
  });
});

const KV = { KV_REST_API_URL: 'https://kv.example.org', KV_REST_API_TOKEN: 'token' };

describe('readOfficeEnv', () => {
  it('needs nothing: an embedded store, for a desk on this machine', () => {
    expect(readOfficeEnv({})).toEqual({
      ok: true,
      value: {
        kv: null,
        storeDirectory: '.levee/office',
        isDeskOpen: true,
        origin: 'http://localhost:3000',
        siteOrigin: null,
        signingKey: null,
        edges: [],
        behindProxy: false,
        cronSecret: null,
      },
    });
  });

  it.each([
    [{ LEVEE_STORE_DIR: ' /srv/office ' }, { storeDirectory: '/srv/office' }],
    [{ LEVEE_STORE_DIR: '' }, { storeDirectory: '.levee/office' }],
    [KV, { kv: { url: 'https://kv.example.org', token: 'token', timeoutMs: 2_000 } }],
    [
      { ...KV, LEVEE_KV_TIMEOUT_MS: '500' },
      { kv: { url: KV.KV_REST_API_URL, token: 'token', timeoutMs: 500 } },
    ],
    [{ KV_REST_API_URL: ' ', KV_REST_API_TOKEN: '' }, { kv: null }],
    [{ PORT: '8080' }, { origin: 'http://localhost:8080' }],
    [
      { PORT: '8080', LEVEE_OFFICE_ORIGIN: 'https://desk.example.gov' },
      { origin: 'https://desk.example.gov' },
    ],
    [{ LEVEE_SITE_ORIGIN: 'https://vote.example.gov' }, { siteOrigin: 'https://vote.example.gov' }],
    [{ LEVEE_SIGNING_KEY: '/etc/levee/key.json' }, { signingKey: '/etc/levee/key.json' }],
    [
      { LEVEE_EDGES: 'https://a.example/x, http://b.example' },
      { edges: ['https://a.example/x', 'http://b.example'] },
    ],
    [{ CRON_SECRET: '0123456789abcdef' }, { cronSecret: '0123456789abcdef' }],
    [{ LEVEE_TRUSTED_PROXY: '1' }, { behindProxy: true }],
    [{ ...KV, VERCEL: '1' }, { behindProxy: true }],
    [{ LEVEE_DESK: 'off' }, { isDeskOpen: false }],
  ])('reads %j', (environment, expected) => {
    expect(readOfficeEnv(environment)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ['KV_REST_API_TOKEN', { KV_REST_API_URL: KV.KV_REST_API_URL }],
    ['KV_REST_API_URL', { KV_REST_API_TOKEN: 'token' }],
    ['KV_REST_API_URL', { VERCEL: '1' }],
    ['KV_REST_API_URL', { ...KV, KV_REST_API_URL: 'redis://127.0.0.1:6379' }],
    ['KV_REST_API_URL', { ...KV, KV_REST_API_URL: 'kv.example.org' }],
    ['LEVEE_KV_TIMEOUT_MS', { LEVEE_KV_TIMEOUT_MS: '2s' }],
    ['LEVEE_KV_TIMEOUT_MS', { LEVEE_KV_TIMEOUT_MS: '0' }],
    ['LEVEE_KV_TIMEOUT_MS', { LEVEE_KV_TIMEOUT_MS: '1.5' }],
    ['LEVEE_KV_TIMEOUT_MS', { LEVEE_KV_TIMEOUT_MS: '60000' }],
    ['LEVEE_OFFICE_ORIGIN', { LEVEE_OFFICE_ORIGIN: 'desk.example.gov' }],
    ['LEVEE_OFFICE_ORIGIN', { LEVEE_OFFICE_ORIGIN: 'https://desk.example.gov/office/' }],
    ['LEVEE_OFFICE_ORIGIN', { LEVEE_OFFICE_ORIGIN: 'ftp://desk.example.gov' }],
    ['LEVEE_SITE_ORIGIN', { LEVEE_SITE_ORIGIN: 'vote' }],
    ['LEVEE_EDGES', { LEVEE_EDGES: 'https://a.example b.example' }],
    ['CRON_SECRET', { CRON_SECRET: 'short' }],
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
  ])('names %s in %j', (variable, environment) => {
    expect(readOfficeEnv(environment)).toMatchObject({ ok: false, error: { variable } });
  });

  it('never quotes a secret', () => {
    const read = readOfficeEnv({
      CRON_SECRET: 'geheim',
      LEVEE_SIGNING_KEY: 'geheim',
      KV_REST_API_TOKEN: 'geheim',
    });
    expect(JSON.stringify(read)).not.toContain('geheim');
  });
});
