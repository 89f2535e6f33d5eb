// Owns how the server build hands out release files: what may be kept and for how long, by whom, and that no
// name leads anywhere but to a release file.

import { expect, test } from './site';

const ASKED_ANEW = 'public, max-age=0, s-maxage=10, stale-if-error=604800';
const KEPT_FOR_GOOD = 'public, max-age=31536000, s-maxage=31536000, immutable';

test('the pointer is asked for anew each time, and lasts a week in a cache whose origin is dead', async ({
  request,
}) => {
  const response = await request.get('/v1/current.json');
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toBe(ASKED_ANEW);
  expect(response.headers()['access-control-allow-origin']).toBe('*');
  const etag = response.headers().etag ?? '';
  const again = await request.get('/v1/current.json', { headers: { 'If-None-Match': etag } });
  expect(again.status()).toBe(304);
});

test('an object is kept for a year', async ({ request }) => {
  const { payload } = await (await request.get('/v1/current.json')).json();
  const path = `/v1/objects/${JSON.parse(payload).root}.json`;
  const response = await request.get(path);
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toBe(KEPT_FOR_GOOD);
  expect(response.headers()['access-control-allow-origin']).toBe('*');
  const head = await request.head(path);
  expect(head.status()).toBe(200);
  expect(await head.body()).toHaveLength(0);
});

test('a plain page is asked for anew each time, and lasts a week in a cache whose origin is dead', async ({
  request,
}) => {
  for (const path of ['/p/en/index.html', '/p/es/zip-00001.html', '/p/go/index.html']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    expect(response.headers()['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers()['cache-control']).toBe(ASKED_ANEW);
    const etag = response.headers().etag ?? '';
    expect((await request.get(path, { headers: { 'If-None-Match': etag } })).status()).toBe(304);
  }
});

for (const [query, target] of [
  ['zip=00001&lang=es', '/p/es/zip-00001.html'],
  ['zip=00001', '/p/en/zip-00001.html'],
  ['zip=99999&lang=es', '/p/go/index.html'],
  ['zip=&lang=en', '/p/go/index.html'],
] as const) {
  test(`/p/go/?${query} leads to ${target}, and is kept nowhere`, async ({ request }) => {
    for (const path of ['/p/go/', '/p/go/index.html']) {
      const response = await request.get(`${path}?${query}`, { maxRedirects: 0 });
      expect(response.status()).toBe(303);
      expect(response.headers().location).toBe(target);
      expect(response.headers()['cache-control']).toBe('no-store');
    }
    expect((await request.get(`/p/go?${query}`)).url()).toMatch(new RegExp(`${target}$`));
  });
}

for (const path of [
  '/p/en/nothing.html',
  '/p/en/zip-99999.html',
  '/p/en/..%2f..%2fv1%2fcurrent.json',
  '/p/en/%2e%2e/index.html',
  '/p/package.json',
  '/v1/objects/0000000000000000000000000000000000000000000000000000000000000000.json',
  '/v1/objects/current.json',
  '/v1/objects/..%2fcurrent.json',
  '/v1/..%2f..%2fpackage.json',
  '/v1/objects/%2e%2e%2f%2e%2e%2fpackage.json',
  '/v1/package.json',
  '/v1/current.json/x.json',
]) {
  test(`404 for ${path}`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(404);
  });
}

test('only GET and HEAD', async ({ request }) => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    expect((await request.fetch('/v1/current.json', { method })).status()).toBe(405);
  }
});

test('nothing says what the server is made of', async ({ request }) => {
  expect((await request.get('/en/')).headers()['x-powered-by']).toBeUndefined();
});

test('the site’s own pages and files are asked for anew, those named by what they hold are kept', async ({
  request,
}) => {
  const cacheOf = async (path: string) => (await request.get(path)).headers()['cache-control'];
  for (const path of [
    '/',
    '/en/',
    '/es/phones/',
    '/en/embed/',
    '/sw.js',
    '/levee.js',
    '/embed.js',
    '/icon.svg',
  ])
    expect(await cacheOf(path), path).toBe(ASKED_ANEW);
  const page = await (await request.get('/en/')).text();
  const [script] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  expect(await cacheOf(script ?? '')).toBe('public, max-age=31536000, immutable');
  const scripts = [...new Set(page.match(/\/_next\/static\/[^"]+\.js/g))];
  const texts = await Promise.all(scripts.map(async (each) => (await request.get(each)).text()));
  const [later] = /\/texts\/en-[0-9a-f]{16}\.json/.exec(texts.join('\n') + page) ?? [];
  expect(await cacheOf(later ?? '')).toBe(KEPT_FOR_GOOD);
  expect(await cacheOf('/office/sign-in/')).toContain('no-store');
});

test('a page reaches nothing but its own site, and nobody may frame it but the look-up for other people’s sites', async ({
  request,
}) => {
  const policyOf = async (path: string) => (await request.get(path)).headers()['content-security-policy'];
  const site = (ancestors: string) =>
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "font-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; " +
    `frame-ancestors ${ancestors}`;
  for (const path of ['/en/embed/', '/es/embed/']) expect(await policyOf(path), path).toBe(site('*'));
  for (const path of [
    '/',
    '/en/',
    '/es/',
    '/en/practice/',
    '/embed/',
    '/en/embed/x/',
    '/embed/embed/embed/',
  ]) {
    expect(await policyOf(path), path).toBe(site("'none'"));
    expect((await request.get(path)).headers()['x-frame-options'], path).toBe('DENY');
  }
  expect((await request.get('/en/embed/')).headers()['x-frame-options']).toBeUndefined();
  // The desk’s pages have violations reported, to the desk.
  const reported = `${site("'none'")}; report-uri /office/api/policy-report/`;
  expect(await policyOf('/office/sign-in/')).toBe(reported);
  expect((await request.get('/office/sign-in/')).headers()['x-frame-options']).toBe('DENY');
});

test('a plain page runs and fetches nothing, and files of a release are no pages', async ({ request }) => {
  const policyOf = async (path: string) => (await request.get(path)).headers()['content-security-policy'];
  expect(await policyOf('/p/en/index.html')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(await policyOf('/v1/current.json')).toContain(
    "default-src 'none'; connect-src 'self'; form-action 'none'",
  );
});

test('every answer says that it is https alone, of which type, and what it may use', async ({ request }) => {
  for (const path of [
    '/',
    '/en/',
    '/es/embed/',
    '/sw.js',
    '/v1/current.json',
    '/p/en/index.html',
    '/nowhere/',
  ]) {
    const headers = (await request.get(path)).headers();
    expect(headers['strict-transport-security'], path).toBe('max-age=31536000');
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('no-referrer');
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
    expect(headers['permissions-policy'], path).toMatch(/camera=\(\).*geolocation=\(self\)/);
  }
  const desk = (await request.get('/office/sign-in/')).headers();
  expect(desk['referrer-policy']).toBe('same-origin');
  expect(desk['permissions-policy']).toContain('geolocation=()');
});

test('only what other sites are to read may be read by them', async ({ request }) => {
  const resourceOf = async (path: string) =>
    (await request.get(path)).headers()['cross-origin-resource-policy'];
  for (const path of ['/v1/current.json', '/p/en/index.html', '/en/embed/', '/embed.js'])
    expect(await resourceOf(path), path).toBe('cross-origin');
  for (const path of ['/en/', '/sw.js', '/icon.svg', '/office/sign-in/'])
    expect(await resourceOf(path), path).toBe('same-origin');
});

test('programs on other origins may fetch the reader, its types and the element', async ({ request }) => {
  for (const [path, type] of [
    ['/levee.js', 'javascript'],
    ['/levee.d.ts', 'typescript'],
    ['/embed.js', 'javascript'],
  ] as const) {
    const headers = (await request.get(path)).headers();
    expect(headers['access-control-allow-origin'], path).toBe('*');
    expect(headers['cross-origin-resource-policy'], path).toBe('cross-origin');
    expect(headers['content-type'], path).toContain(type);
  }
});

test('a monitor is told at /healthz itself that the host is well, and nothing keeps it', async ({
  request,
}) => {
  const response = await request.get('/healthz', { maxRedirects: 0 });
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({ status: 'ok', release: 'ok' });
  expect(response.headers()['cache-control']).toBe('no-store');
  expect((await request.head('/healthz', { maxRedirects: 0 })).status()).toBe(200);
  expect((await request.post('/healthz', { maxRedirects: 0 })).status()).toBe(405);
});

for (const path of ['/office', '/office/', '/office/nothing', '/office/api/nothing/']) {
  test(`nothing keeps ${path}`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.headers()['cache-control']).toContain('no-store');
  });
}
