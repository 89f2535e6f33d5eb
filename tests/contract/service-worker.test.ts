// Owns what the worker keeps, when it answers, and what it never touches; and that it stays small.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type SiteFile, startWorker } from './service-worker-host';

const MAX_BYTES = 2 * 1024;

const html = (...names: readonly string[]): SiteFile => ({
  contentType: 'text/html; charset=utf-8',
  body: `<html>${names.map((name) => `<script src="${name}"></script>`).join('')}</html>`,
});
const script = (body = ''): SiteFile => ({ contentType: 'text/javascript', body });

const A = '/_next/static/chunks/a.js';
const B = '/_next/static/chunks/b.js';

/** A worker that has been installed and has taken over. */
async function started(site: Parameters<typeof startWorker>[1]) {
  const worker = startWorker('sw.js', site);
  await worker.activate();
  return worker;
}

function siteOf(files: Readonly<Record<string, SiteFile | 'dead' | 'hangs'>>) {
  return new Map(Object.entries(files));
}

it('the worker is under 2 KB compressed, as it is served', () => {
  expect(gzipSync(readFileSync('public/sw.js'), { level: 9 }).length).toBeLessThan(MAX_BYTES);
});

describe('a page that was opened', () => {
  it('opens again without a network, with its files', async () => {
    const site = siteOf({ '/en/': html(A, '/icon.svg'), [A]: script('a'), '/icon.svg': script() });
    const worker = await started(site);
    await worker.navigate('/en/');
    expect(worker.kept()).toEqual([A, '/en/', '/icon.svg']);
    for (const path of site.keys()) site.set(path, 'dead');
    expect(await worker.navigate('/en/')).toContain(A);
    expect(await worker.request(A)).toBe('a');
    expect(await worker.request('/icon.svg')).toBe('');
  });

  it('is kept also where it was there before the worker', async () => {
    const worker = await started(siteOf({ '/es/': html(A), [A]: script() }));
    await worker.message('/es/?from=somewhere#here');
    expect(worker.kept()).toEqual([A, '/es/']);
  });

  it('keeps what the page has loaded since, if it is a file of the site that is named by what it holds', async () => {
    const site = siteOf({ '/en/': html(A), [A]: script(), [B]: script(), '/v1/current.json': script() });
    const worker = await started(site);
    await worker.message('/en/', [A, B, '/v1/current.json', 'https://elsewhere.example/_next/static/x.js']);
    expect(worker.kept()).toEqual([A, B, '/en/']);
  });

  it('is shown from the copy where the network hangs or the server breaks, and anew where it answers', async () => {
    const site = siteOf({ '/en/': html(A), [A]: script() });
    const worker = await started(site);
    await worker.navigate('/en/');
    site.set('/en/', { ...html(), status: 503 });
    expect(await worker.navigate('/en/')).toContain(A);
    site.set('/en/', html(B)).set(B, script());
    expect(await worker.navigate('/en/')).toContain(B);
    site.set('/en/', 'hangs');
    expect(await worker.navigate('/en/')).toContain(B);
  });

  it('brings the telephones and the plain pages of its language, where there are any', async () => {
    const page = {
      ...html(A),
      body: '<html><a href="/p/en/index.html"></a><a href="/en/phones/"></a></html>',
    };
    const site = siteOf({ '/en/': page, '/p/en/': html(), '/p/es/': html() });
    const worker = await started(site);
    await worker.navigate('/en/');
    expect(worker.kept()).toEqual(['/en/', '/p/en/']);
  });
});

describe('no half a page', () => {
  it.each([
    ['a file that is gone', { ...script(), status: 404 }],
    ['a page in place of a script', html()],
    ['a file from elsewhere', { ...script(), type: 'opaque' }],
    ['a redirect', { ...script(), redirected: true }],
    ['a dead connection', 'dead'],
  ] as const)('%s', async (_, broken) => {
    const site = siteOf({ '/en/': html(A), [A]: script() });
    const worker = await started(site);
    await worker.navigate('/en/');
    site.set('/en/', html(A, B)).set(B, broken);
    await worker.navigate('/en/');
    site.set('/en/', 'dead');
    expect(await worker.navigate('/en/')).not.toContain(B);
    expect(worker.kept()).toEqual([A, '/en/']);
  });

  it.each([
    ['an error', { ...html(A), status: 500 }],
    ['a page cut short', { ...html(A), body: '<html><p>Where do' }],
    ['an empty page', { ...html(), body: '' }],
    ['a redirect', { ...html(A), redirected: true }],
    ['no HTML', script('</html>')],
  ])('%s is not kept', async (_, broken) => {
    const worker = await started(siteOf({ '/en/': broken, [A]: script() }));
    await worker.navigate('/en/');
    expect(worker.kept()).toEqual([]);
  });

  it('two languages opened at once lose nothing to each other', async () => {
    const worker = await started(siteOf({ '/en/': html(A), '/es/': html(B), [A]: script(), [B]: script() }));
    await Promise.all([worker.navigate('/en/'), worker.navigate('/es/')]);
    expect(worker.kept()).toEqual([A, B, '/en/', '/es/']);
  });
});

describe('after a deploy', () => {
  it('the old files go once the new page is whole, those of other pages stay', async () => {
    const site = siteOf({ '/en/': html(A), '/es/': html(A), [A]: script() });
    const worker = await started(site);
    await worker.navigate('/en/');
    await worker.navigate('/es/');
    site.set('/en/', html(B)).set(B, script());
    site.delete(A);
    await worker.navigate('/en/');
    // The Spanish page was not opened since: its copy still works, though the server has its file no more.
    expect(worker.kept()).toEqual([A, B, '/en/', '/es/']);
    site.set('/es/', html(B));
    await worker.navigate('/es/');
    expect(worker.kept()).toEqual([B, '/en/', '/es/']);
  });

  it('copies of an older kind of worker are thrown away, what the page keeps is not', async () => {
    const worker = startWorker('sw.js', siteOf({}));
    await worker.cache('levee-shell-0');
    await worker.cache('levee-release-1');
    await worker.activate();
    expect(worker.cacheNames()).toEqual(['levee-release-1', 'levee-shell-1']);
  });
});

describe('left alone', () => {
  const navigation = { mode: 'navigate', destination: 'document' };
  it.each([
    ['/v1/current.json', {}],
    [`/v1/objects/${'a'.repeat(64)}.json`, {}],
    ['/built-in/v1/current.json', {}],
    ['/office/', navigation],
    ['/office/sign-in/', navigation],
    ['/v1/', navigation],
    ['/p/go', navigation],
    ['/p/en/zip-00001.html', navigation],
    ['/embed/', navigation],
    ['/en/', { mode: 'navigate', destination: 'iframe' }],
    ['/en/', { ...navigation, method: 'POST' }],
    [A, { range: true }],
    ['/sw.js', {}],
    ['/outlines/MS.json', {}],
    ['/en/', {}],
    ['/en/', { ...navigation, url: 'https://elsewhere.example/en/' }],
    [A, { url: `https://elsewhere.example${A}` }],
  ])('%s %j', async (path, asked) => {
    const worker = await started(siteOf({ [path]: html() }));
    expect(await worker.request(path, asked)).toBeNull();
    expect(worker.asked).toEqual([]);
  });
});

it('the worker that ends workers removes everything of this site and itself, and tells the pages', async () => {
  const worker = startWorker('sw-off.js', siteOf({}));
  for (const name of ['levee-shell-1', 'levee-release-1', 'levee-saved-1', 'of-another-program']) {
    await worker.cache(name);
  }
  await worker.activate();
  expect(worker.cacheNames()).toEqual(['of-another-program']);
  expect(worker.isRegistered()).toBe(false);
  expect(worker.told).toEqual(['levee: off']);
  expect(await worker.navigate('/en/')).toBeNull();
});

it('what was under way when everything was taken away does not bring it back', async () => {
  const site = siteOf({ '/en/': html(A), [A]: script() });
  const worker = await started(site);
  await worker.navigate('/en/');
  worker.forget();
  await worker.navigate('/en/');
  await worker.request(A);
  expect(worker.cacheNames()).toEqual([]);
  // A page of a later visit asks for it again.
  await worker.message('/en/');
  expect(worker.kept()).toEqual([A, '/en/']);
});
