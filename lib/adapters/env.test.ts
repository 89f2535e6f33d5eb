import { describe, expect, it } from 'vitest';
import { readServerEnv } from './env';

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
