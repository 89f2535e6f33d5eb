// What a build takes for the address of another host with the same files.
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

const { mirrors } = createRequire(import.meta.url)('./mirrors.cjs') as { mirrors: (text?: string) => string };

describe('mirrors', () => {
  it.each([
    [undefined, ''],
    [' ', ''],
    ['https://a.example', 'https://a.example'],
    ['https://a.example/, https://b.example:8443', 'https://a.example,https://b.example:8443'],
    ['https://a.example https://a.example/', 'https://a.example'],
    ['http://localhost:4000,http://one.localhost:4001', 'http://localhost:4000,http://one.localhost:4001'],
  ])('%j is %j', (text, expected) => {
    expect(mirrors(text)).toBe(expected);
  });

  it.each([
    'a.example',
    'http://a.example',
    'https://a.example/levee',
    'https://a.example?x=1',
    'https://user@a.example',
    'ftp://localhost',
    'javascript:alert(1)',
    'http://localhost.a.example',
  ])('refuses %j, and says which variable is wrong', (text) => {
    expect(() => mirrors(text)).toThrow(/NEXT_PUBLIC_LEVEE_MIRRORS.*can't be a mirror/);
  });
});
