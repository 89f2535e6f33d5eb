// Owns which names of a release exist over HTTP, and how long each may be kept.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { releaseFile, servePlainPage, serveReleaseFile } from './serve-release';

const NAME = 'ab'.repeat(32);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'levee-serve-'));
  mkdirSync(join(folder, 'v1/objects'), { recursive: true });
  writeFileSync(join(folder, 'v1/current.json'), '{"a":1}');
  writeFileSync(join(folder, `v1/objects/${NAME}.json`), '{}');
  writeFileSync(join(folder, 'secret.json'), 'secret');
  vi.stubEnv('LEVEE_RELEASE', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: readonly string[], headers: Record<string, string> = {}, method = 'GET') =>
  serveReleaseFile(new Request('http://localhost/', { headers, method }), path);

describe('releaseFile', () => {
  it.each([
    [[]],
    [['']],
    [['secret.json']],
    [['current.json', 'x']],
    [['objects']],
    [['objects', 'current.json']],
    [['objects', `${NAME.toUpperCase()}.json`]],
    [['objects', NAME]],
    [['objects', `${NAME}.json`, 'x']],
    [['objects', `../${NAME}.json`]],
    [['..', 'secret.json']],
    [['objects', '..', '..', 'secret.json']],
  ])('knows no file %j', (path) => {
    expect(releaseFile(path)).toBeNull();
  });
});

describe('serveReleaseFile', () => {
  it('lets caches ask anew for the pointer, and keep it a week where the origin is dead (RFC 5861 §4)', async () => {
    const response = await get(['current.json']);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('{"a":1}');
    expect(response.headers.get('Cache-Control')).toBe(
      'public, max-age=0, s-maxage=10, stale-if-error=604800',
    );
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('lets objects be kept for a year', async () => {
    const response = await get(['objects', `${NAME}.json`]);
    expect(response.headers.get('Cache-Control')).toBe(
      'public, max-age=31536000, s-maxage=31536000, immutable',
    );
  });

  it('answers 304 to a reader that has these very bytes', async () => {
    const etag = (await get(['current.json'])).headers.get('ETag') ?? '';
    expect((await get(['current.json'], { 'If-None-Match': etag })).status).toBe(304);
    writeFileSync(join(folder, 'v1/current.json'), '{"a":2}');
    expect((await get(['current.json'], { 'If-None-Match': etag })).status).toBe(200);
  });

  it('sends no body to HEAD', async () => {
    expect(await (await get(['current.json'], {}, 'HEAD')).text()).toBe('');
  });

  it.each([[['objects', `${'cd'.repeat(32)}.json`]], [['secret.json']]])(
    'answers 404 to %j',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe('servePlainPage', () => {
  beforeEach(() => {
    mkdirSync(join(folder, 'p/en'), { recursive: true });
    mkdirSync(join(folder, 'p/go'));
    writeFileSync(join(folder, 'p/en/index.html'), '<p>start');
    writeFileSync(join(folder, 'p/en/zip-00001.html'), '<p>zip');
    writeFileSync(join(folder, 'p/go/index.html'), '<p>zips');
    writeFileSync(join(folder, 'p/en/secret.html'), 'secret');
  });

  const page = (path: readonly string[], query = '', method = 'GET', headers: Record<string, string> = {}) =>
    servePlainPage(new Request(`http://localhost/${query}`, { method, headers }), path);

  it.each([
    [['en'], '<p>start'],
    [['en', 'index.html'], '<p>start'],
    [['en', 'zip-00001.html'], '<p>zip'],
    [['go'], '<p>zips'],
  ])('serves %j as HTML that is asked for anew each time', async (path, text) => {
    const response = await page(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe(
      'public, max-age=0, s-maxage=10, stale-if-error=604800',
    );
    const etag = response.headers.get('ETag') ?? '';
    expect((await page(path, '', 'GET', { 'If-None-Match': etag })).status).toBe(304);
    expect(await (await page(path, '', 'HEAD')).text()).toBe('');
  });

  it.each([
    [['en', 'secret.html']],
    [['en', 'zip-00002.html']],
    [['..', 'secret.json']],
    [['en', '..', 'zip-00001.html']],
    [['en', '../zip-00001.html']],
    [['en', 'index.html', 'x']],
    [['xx', 'secret']],
    [[]],
  ])('knows no %j', async (path) => {
    expect((await page(path)).status).toBe(404);
  });

  it.each([
    ['?zip=00001&lang=en', '/p/en/zip-00001.html'],
    ['?zip=%2000001-1234&lang=en', '/p/en/zip-00001.html'],
    ['?zip=00001', '/p/en/zip-00001.html'],
    ['?zip=00001&lang=xx', '/p/en/zip-00001.html'],
    ['?zip=00001&lang=es', '/p/go/index.html'],
    ['?zip=00002&lang=en', '/p/go/index.html'],
    ['?zip=', '/p/go/index.html'],
    ['?zip=112+Lake+St', '/p/go/index.html'],
    ['?zip=..%2f..%2fsecret', '/p/go/index.html'],
  ])('sends %s on to %s, and has nobody keep it', async (query, target) => {
    const response = await page(['go'], query);
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe(target);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });
});
