// The voters' host, as files on disk: a real nginx, asked what attackers ask (docs/edge.md has the table).
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNginx } from '@/scripts/edge/run-nginx';
import { createRandom } from '@/scripts/generate/random';
import { ANSWERS, type Answer, ask, type EdgeHost, FILES, OBJECT, putFile, startEdge } from './edge-host';

describe.skipIf(!hasNginx())('the voters’ host', () => {
  let edge: EdgeHost;
  let port: number;
  beforeAll(async () => {
    edge = await startEdge();
    ({ port } = edge.nginx);
  });
  afterAll(() => edge?.close());

  const MUTABLE = 'public, max-age=0, s-maxage=10, stale-if-error=604800';
  const IMMUTABLE = 'public, max-age=31536000, immutable';
  it.each([
    ['/v1/current.json', MUTABLE, 'application/json', '*'],
    [OBJECT, IMMUTABLE, 'application/json', '*'],
    ['/p/en/index.html', MUTABLE, 'text/html; charset=utf-8', '*'],
    ['/p/en/', MUTABLE, 'text/html; charset=utf-8', '*'],
    ['/en/', MUTABLE, 'text/html; charset=utf-8', undefined],
    ['/', MUTABLE, 'text/html; charset=utf-8', undefined],
    ['/_next/static/chunks/a1.js', IMMUTABLE, 'text/javascript; charset=utf-8', undefined],
    ['/texts/en-0123456789abcdef.json', IMMUTABLE, 'application/json', undefined],
    ['/levee.js', MUTABLE, 'text/javascript; charset=utf-8', '*'],
    ['/site.json', MUTABLE, 'application/json', '*'],
    ['/sw.js', MUTABLE, 'text/javascript; charset=utf-8', undefined],
    ['/icon.svg', MUTABLE, 'image/svg+xml', undefined],
  ])(
    'says of %s how long it may be kept, what it is, and who may read it',
    async (path, kept, type, readers) => {
      const { status, headers } = await ask(port, path);
      expect(status).toBe(200);
      expect(headers['cache-control']).toBe(kept);
      expect(headers['content-type']).toBe(type);
      expect(headers['access-control-allow-origin']).toBe(readers);
      expect(headers['cross-origin-resource-policy']).toBe(readers === '*' ? 'cross-origin' : 'same-origin');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
      expect(headers.vary).toBe('Accept-Encoding');
      expect(headers['accept-ranges']).toBeUndefined();
    },
  );

  it('has the page for missing pages under its own name, too, for mirrors to copy', async () => {
    const { status, headers, body } = await ask(port, '/404.html');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await ask(port, '/en/nope/')).body).toEqual(body);
  });

  it('lets no page be framed but the look-up for other sites', async () => {
    const [page, plain, embed, missing] = await Promise.all(
      ['/en/', '/p/en/', '/en/embed/', '/en/nope/'].map((path) => ask(port, path)),
    );
    for (const answer of [page, plain, missing]) {
      expect(answer?.headers['x-frame-options']).toBe('DENY');
      expect(answer?.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(answer?.headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(answer?.headers['permissions-policy']).toContain('camera=()');
    }
    expect(embed?.headers['x-frame-options']).toBeUndefined();
    expect(embed?.headers['content-security-policy']).toContain('frame-ancestors *');
  });

  it('sends what was compressed when the file was written, and the file to who takes neither', async () => {
    for (const [path, file] of ANSWERS) {
      const [plain, packed, brotli] = await Promise.all(
        ['', 'gzip', 'gzip, br'].map((each) =>
          ask(port, path, each ? { headers: { 'Accept-Encoding': each } } : {}),
        ),
      );
      expect(plain?.body.toString()).toBe(FILES[file]);
      expect(packed?.body).toEqual(readFileSync(join(edge.webRoot, `${file}.gz`)));
      expect(packed?.headers['content-encoding']).toBe('gzip');
      if (brotli?.headers['content-encoding'] === 'br') {
        expect(brotli.body).toEqual(readFileSync(join(edge.webRoot, `${file}.br`)));
      }
    }
  });

  it('gives one body for a path, whatever else is sent: 2000 mixes of queries, cookies and headers', async () => {
    const random = createRandom(11);
    const wanted = new Map(ANSWERS.map(([path, file]) => [path, sha256(Buffer.from(FILES[file] ?? ''))]));
    const mixes = Array.from({ length: 2000 }, () => {
      const [path] = random.pick(ANSWERS.filter(([each]) => !each.startsWith('/p/go/')));
      const headers: Record<string, string> = {};
      for (const [name, values] of Object.entries(HEADERS))
        if (random.chance(0.3)) headers[name] = random.pick(values);
      return { path, query: random.pick(QUERIES), headers };
    });
    const wrong: string[] = [];
    const next = mixes[Symbol.iterator]();
    const worker = async () => {
      for (const { path, query, headers } of { [Symbol.iterator]: () => next }) {
        const answer = await ask(port, path + query, { headers });
        if (answer.status !== 200 || sha256(unpacked(answer)) !== wanted.get(path))
          wrong.push(`${answer.status} ${path}${query} ${JSON.stringify(headers)}`);
      }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    expect(wrong).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE'])(
    'refuses %s',
    async (method) => {
      for (const path of ['/en/', '/v1/current.json', '/p/go/?zip=39120', '/nope']) {
        const { status, headers } = await ask(port, path, {
          method,
          headers: { 'Next-Action': 'a'.repeat(40) },
        });
        expect(status).toBe(405);
        expect(method === 'TRACE' || headers.allow === 'GET, HEAD').toBe(true);
      }
    },
  );

  it('reads no body, neither of a POST nor of a GET', async () => {
    const body = Buffer.alloc(4_000_000);
    // Whether the answer is read before the connection is closed is chance; a body that was read would give 200.
    const post = await ask(port, '/en/', { method: 'POST', body }).catch(() => null);
    expect(post?.status ?? 405).toBe(405);
    const get = await ask(port, '/en/', { body, headers: { 'Content-Length': '4000000' } }).catch(() => null);
    expect(get?.status ?? 413).toBe(413);
  });

  it.each(['other.test', '127.0.0.1', 'localhost.evil.test', ''])(
    'hangs up on the name “%s”',
    async (name) => {
      await expect(ask(port, '/en/', { headers: { Host: name } })).rejects.toThrow(/hang up|ECONNRESET/);
    },
  );

  it.each([
    [
      '/nope',
      '/wp-login.php',
      '/en/nope/',
      '/.git/config',
      '/.well-known/nope',
      '/en/index.html.gz',
      '/icon.svg.br',
    ],
    [
      '/v1/',
      '/v1/objects/',
      '/v1/next.json',
      '/v1/current.json.123.tmp',
      '/v1/objects/abc.json',
      '/v1/en/index.html',
    ],
    [
      '/p/',
      '/p/en/zip-00000.html',
      '/p/en/../../etc/passwd',
      '/p/en/%2e%2e/%2e%2e/etc/passwd',
      '/p/en/nope.html',
    ],
    [
      '/_next/image?url=%2Ficon.svg&w=64&q=75',
      '/_next/static/',
      '/_next/data/x/en.json',
      '/en.txt',
      '/en/index.txt',
    ],
    ['/levee-zip', '/office/', '/office/api/sign-in/begin/', '/api/x', '/edge-figures'],
  ])('has nothing at %s, %s, %s, %s …', async (...paths) => {
    for (const path of paths) {
      const { status, headers, body } = await ask(port, path, {
        headers: { 'X-Middleware-Subrequest': 'middleware' },
      });
      expect(`${path} ${status}`).toBe(
        `${path} ${path.includes('etc/passwd') && status === 400 ? 400 : 404}`,
      );
      expect(headers['cache-control']).toBe('public, max-age=10');
      expect(body.length).toBeLessThan(6000);
    }
  });

  it('answers a scan of ZIPs and made-up objects without forgetting what it has open', async () => {
    const random = createRandom(12);
    const hex = () => random.between(0, 15).toString(16);
    const scan = Array.from({ length: 1500 }, (_, at) =>
      at % 2
        ? `/p/en/zip-${String(10000 + at)}.html`
        : `/v1/objects/${Array.from({ length: 64 }, hex).join('')}.json`,
    );
    const statuses = new Set<number>();
    for (let at = 0; at < scan.length; at += 25) {
      const answers = await Promise.all(scan.slice(at, at + 25).map((path) => ask(port, path)));
      for (const { status } of answers) statuses.add(status);
    }
    expect([...statuses]).toEqual([404]);
    expect((await ask(port, OBJECT)).body.toString()).toBe(FILES[OBJECT]);
  });

  it.each([
    ['/p/go/?zip=39120', '/p/en/zip-39120.html'],
    ['/p/go/index.html?zip=39120&lang=es', '/p/es/zip-39120.html'],
    ['/p/go/?lang=es&zip=39120-1234', '/p/es/zip-39120.html'],
    ['/p/go/?zip=+39120+&lang=xx', '/p/en/zip-39120.html'],
    ['/p/go/?zip=99999', '/p/go/index.html'],
    ['/p/go/?zip=', '/p/go/index.html'],
    ['/p/go/?zip=../../x', '/p/go/index.html'],
    ['/p/go/?zip=39120%0d%0aSet-Cookie:a=b', '/p/go/index.html'],
  ])('leads from the form without script, %s, to %s, and nobody keeps the way', async (asked, target) => {
    const { status, headers } = await ask(port, asked);
    expect(status).toBe(303);
    expect(headers.location).toBe(target);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('leads from a folder to its page by name, and nothing of the request comes back', async () => {
    const { status, headers } = await ask(port, '/en?x=y');
    expect([status, headers.location]).toEqual([301, '/en/']);
    expect((await ask(port, '/_next')).status).toBe(404);
  });

  it('answers HEAD as GET, without the body', async () => {
    const [get, head] = await Promise.all(['GET', 'HEAD'].map((method) => ask(port, OBJECT, { method })));
    expect(head?.body.length).toBe(0);
    expect(head?.headers['content-length']).toBe(get?.headers['content-length']);
  });

  it('says “not changed” of an object, and sends the pointer whole every time', async () => {
    const { headers } = await ask(port, OBJECT);
    const again = await ask(port, OBJECT, { headers: { 'If-None-Match': String(headers.etag) } });
    expect(again.status).toBe(304);
    const pointer = await ask(port, '/v1/current.json');
    expect(pointer.headers.etag).toBeUndefined();
    expect(pointer.headers['last-modified']).toBeUndefined();
    const since = { 'If-Modified-Since': new Date(Date.now() + 1000).toUTCString() };
    expect((await ask(port, '/v1/current.json', { headers: since })).status).toBe(200);
  });

  it('gives the old pointer or the new one while it is replaced, never a mix, and soon the new', async () => {
    const path = '/v1/current.json';
    const versions = new Set([FILES[path]]);
    const file = join(edge.webRoot, path);
    let at = 0;
    let isLast = false;
    const seen = new Set<string>();
    const ends = performance.now() + 20_000;
    while (!isLast && performance.now() < ends) {
      if (at < 30) {
        const text = JSON.stringify({ payload: `${at}`.padEnd(500 + at, 'n') });
        versions.add(text);
        // As a publish does: the copies of the old go first, then the new takes its place.
        rmSync(`${file}.gz`, { force: true });
        rmSync(`${file}.br`, { force: true });
        putFile(join(edge.folder, 'stage'), path, text);
        for (const ending of ['', '.gz', '.br'])
          renameSync(join(edge.folder, 'stage', path) + ending, file + ending);
        at += 1;
      }
      const answers = await Promise.all(
        ['', 'gzip', 'br'].map((each) => ask(port, path, { headers: { 'Accept-Encoding': each } })),
      );
      const bodies = answers.map((answer) => unpacked(answer).toString());
      for (const body of bodies) seen.add(body);
      isLast = at === 30 && bodies.every((body) => body.includes('29nnn'));
    }
    expect(isLast).toBe(true);
    expect([...seen].filter((body) => !versions.has(body))).toEqual([]);
  });

  it('answers at once each time it was killed and started again', async () => {
    let { nginx } = edge;
    for (let time = 0; time < 3; time += 1) {
      await nginx.kill();
      await expect(ask(port, OBJECT)).rejects.toThrow();
      nginx = await edge.startAgain();
      expect((await ask(port, OBJECT)).body.toString()).toBe(FILES[OBJECT]);
    }
  });

  it('logs a line of JSON for a request, with no address, query, ZIP or house number', async () => {
    for (const path of [
      '/xmlrpc.php?zip=39120',
      '/p/en/zip-39121.html',
      '/en/112-heron-st',
      '/112%20Heron%20St',
    ])
      await ask(port, path, {
        headers: { 'User-Agent': 'curl/8.0 (secret)', Cookie: 'secret=1', 'X-Forwarded-For': '9.9.9.9' },
      });
    const log = join(edge.options.runDir, 'access.log');
    const written = async () => readFileSync(log, 'utf8');
    await expect.poll(written, { timeout: 10_000 }).toContain('/xmlrpc.php');
    const text = await written();
    for (const secret of ['127.0.0.1', '39120', '39121', 'heron', 'Heron', 'secret', '9.9.9.9'])
      expect(text).not.toContain(secret);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const refused = lines.find(({ path }) => path === '/xmlrpc.php');
    expect(refused).toMatchObject({
      host: 'voter',
      method: 'GET',
      status: 404,
      class: 'asset',
      agent: 'tool',
      weight: 1,
    });
    expect(Object.keys(refused ?? {})).toEqual([
      'time',
      'host',
      'method',
      'status',
      'class',
      'bytes',
      'seconds',
      'cache',
      'agent',
      'weight',
      'path',
    ]);
    expect(lines.some(({ host, status }) => host === 'none' && status === 444)).toBe(true);
  });
});

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  Cookie: ['a=b', '__prerender_bypass=x; __next_preview_data=y', 'c='.repeat(500)],
  Range: ['bytes=0-9', 'bytes=-5', 'bytes=0-1,3-4,6-7', 'bytes=999999-'],
  RSC: ['1'],
  'Next-Router-Prefetch': ['1'],
  'Next-Router-State-Tree': ['%5B%22%22%5D'],
  'Next-Url': ['/es/'],
  'X-Nextjs-Data': ['1'],
  'X-Middleware-Subrequest': ['middleware:middleware:middleware'],
  'X-Forwarded-Host': ['evil.test'],
  'X-Forwarded-Proto': ['http'],
  'X-Original-URL': ['/es/'],
  'X-Rewrite-URL': ['/es/'],
  'X-HTTP-Method-Override': ['POST'],
  Accept: ['text/x-component', 'application/json', '*/*', 'image/avif'],
  'Accept-Language': ['es', 'xx', 'en;q=0'],
  'Accept-Encoding': ['gzip', 'br', 'gzip, br', 'identity', 'zstd', 'gzip;q=0', '*'],
  Origin: ['https://evil.test', 'null'],
  Purpose: ['prefetch'],
  'Save-Data': ['on'],
  'Cache-Control': ['no-cache', 'no-store'],
  Via: ['1.0 proxy'],
  'User-Agent': ['', 'Mozilla/5.0 (Linux) AppleWebKit', 'curl/8', '\u00ff'],
};
const QUERIES = [
  '',
  '?',
  '?_rsc=abc',
  '?x=1',
  '?zip=39120',
  '?__nextDataReq=1',
  '?a=1&a=2',
  `?${'q'.repeat(900)}`,
  '?%00',
  '?../../',
];

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function unpacked({ headers, body }: Answer): Buffer {
  if (headers['content-encoding'] === 'gzip') return gunzipSync(body);
  return headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
}
