// A mirror beside hosts that are down, lie, or have gone back: it keeps what it has, says what and where, and goes on to the
// next host, and to the same one once that is well again.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mirrorSource } from '@/lib/adapters/mirror/mirror-source';
import { listFiles } from '@/lib/adapters/web-root';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalJson } from '@/lib/release/canonical-json';
import { objectPath } from '@/lib/release/format';
import { type Fault, type FaultProxy, startFaultProxy } from '@/scripts/drill/fault-proxy';
import {
  makeRelease,
  makeSite,
  mirrorInto,
  NOW,
  newWorld,
  siteFiles,
  startHost,
} from './mirror-world.fixture';

let world: Awaited<ReturnType<typeof newWorld>>;
let host: Awaited<ReturnType<typeof startHost>>;
let proxy: FaultProxy;
let [source, to, older] = ['', '', ''];
const TIMING = { timeoutMs: 300, retryMs: 1 };

/** The mirror has release 10 and site 10; the source has 20 of each. */
beforeAll(async () => {
  world = await newWorld();
  [source, to, older] = ['source', 'www', 'older'].map((name) => join(world.folder, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [source, older]) {
    await makeRelease(folder, world.key, { sequence: 10 });
    await makeSite(folder, world.key, 10, siteFiles('One'));
  }
  await mirrorInto(to, [source], world.key)();
  await makeRelease(source, world.key, { sequence: 20, word: 'Two' });
  await makeSite(source, world.key, 20, siteFiles('Two'));
  host = await startHost(source);
  proxy = await startFaultProxy(host.url, { hostName: '127.0.0.1' });
}, 120_000);
afterAll(async () => {
  await proxy.stop();
  await host.stop();
  world.end();
});

/** Served files but objects, of which a new release's may be there before it is. */
async function served(root: string): Promise<ReadonlyMap<string, string>> {
  const paths = (await listFiles(root)).filter((path) => !path.startsWith('/v1/objects/')).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(root, path)).toString('base64')]));
}

const isPointer = (path: string) => path === '/v1/current.json';
const isObject = (path: string) => path.startsWith('/v1/objects/');
const isPage = (path: string) => path.startsWith('/p/');
const isSiteList = (path: string) => path === '/site.json';
const isSiteFile = (path: string) => path.startsWith('/_next/') || path === '/en/index.html';

describe('nothing of a host is taken whose answer is wrong', () => {
  const silent: readonly Fault[] = ['dead', 'reset', 'hangs', 'hangsHalfWay', 'broken', '503', 'redirect'];
  const lies: readonly Fault[] = ['empty', 'html', 'altered', 'cut'];
  const rows = [
    ...silent.map((fault) => [fault, 'the pointer', isPointer, 'unreachable'] as const),
    ...lies.map((fault) => [fault, 'the pointer', isPointer, 'notBelieved'] as const),
    ['endless', 'the pointer', isPointer, 'tooLarge'] as const,
    ...(['hangsAfterHeaders', '500'] as const).map(
      (fault) => [fault, 'objects', isObject, 'unreachable'] as const,
    ),
    ...lies.map((fault) => [fault, 'objects', isObject, 'wrongHash'] as const),
    ...lies.map((fault) => [fault, 'plain pages', isPage, 'wrongHash'] as const),
    ...lies.map((fault) => [fault, 'the list of the site', isSiteList, 'notBelieved'] as const),
    ...lies.map((fault) => [fault, 'files of the site', isSiteFile, 'wrongHash'] as const),
  ];

  it.each(rows)('%s: %s', async (fault, _, of, code) => {
    const before = await served(to);
    await proxy.breakIt(fault, of);
    const ofSite = of === isSiteList || of === isSiteFile;
    // What is right is taken all the same: here, only the part that is wrong is looked at.
    const turn = mirrorInto(to, [proxy.url], world.key, TIMING);
    const copy = join(world.folder, 'copy');
    const report = ofSite
      ? await mirrorInto(copy, [proxy.url], world.key, TIMING)()
      : await turn({ site: 'later' });
    await proxy.breakIt('none');
    expect(report.problems.map((each) => each.code)).toContain(code);
    expect(report.problems.every((each) => each.source === proxy.url && each.message !== '')).toBe(true);
    if (ofSite) {
      expect(report).toMatchObject({ release: { outcome: 'copied' }, site: { outcome: 'failed' } });
      const files = await listFiles(copy);
      expect(files.filter((path) => !path.startsWith('/v1/') && !path.startsWith('/p/'))).toEqual([]);
      rmSync(copy, { recursive: true });
      rmSync(`${copy}.mirror`, { recursive: true });
    } else {
      expect(report).toMatchObject({ release: { outcome: 'failed', pointer: { sequence: 10 } } });
      expect(await served(to)).toEqual(before);
    }
  });

  it('and all of it is, once the host is well', async () => {
    const copy = join(world.folder, 'well');
    const report = await mirrorInto(copy, [proxy.url], world.key, TIMING)();
    expect(report).toMatchObject({
      release: { outcome: 'copied' },
      site: { outcome: 'copied' },
      problems: [],
    });
  });
});

describe('what a host can do besides', () => {
  const refused = async (edit: (folder: string) => Promise<void>) => {
    const folder = join(world.folder, 'edited');
    const copy = join(world.folder, 'edited-copy');
    await makeRelease(folder, world.key, { sequence: 30 });
    await edit(folder);
    const report = await mirrorInto(copy, [folder], world.key)();
    const files = (await listFiles(world.folder)).filter((path) => path.includes('evil'));
    for (const each of [folder, copy, `${copy}.mirror`]) rmSync(each, { recursive: true, force: true });
    expect(files).toEqual([]);
    return report;
  };
  const withPages = (pages: Readonly<Record<string, string>>) =>
    refused(async (folder) => {
      const add = async (value: object): Promise<string> => {
        const bytes = new TextEncoder().encode(canonicalJson(value));
        const name = await sha256Hex(bytes);
        writeFileSync(join(folder, objectPath(name)), bytes);
        return name;
      };
      const manifest = await add({ kind: 'pageManifest', pages });
      const pagesRoot = await add({ kind: 'pages', manifests: { rest: manifest } });
      await makeRelease(folder, world.key, { sequence: 31, edit: (pointer) => ({ ...pointer, pagesRoot }) });
    });

  it.each([
    '/p/en/../../../evil.html',
    '/evil.html',
    '/p/en/evil.html',
    '/p/en/%2e%2e/evil.html',
    '/p/en/index.html.evil',
  ])('writes no page to %s, whoever signed it', async (path) => {
    const report = await withPages({ [path]: 'a'.repeat(64) });
    expect(report).toMatchObject({ release: { outcome: 'failed' }, problems: [{ code: 'malformed' }] });
  });

  it.each([
    '/../evil.js',
    '/v1/current.json',
    '/p/en/index.html',
    '/a/./evil.js',
    '/index.html.br',
    '/.evil',
  ])('takes no site that lists %s, whoever signed it', async (path) => {
    const report = await refused(async (folder) => {
      await makeSite(folder, world.key, 5, siteFiles('One'));
      const { payload } = JSON.parse(readFileSync(join(folder, 'site.json'), 'utf8'));
      const { signSite } = await import('@/lib/release/site-manifest');
      const site = JSON.parse(payload);
      site.files[path] = 'a'.repeat(64);
      writeFileSync(join(folder, 'site.json'), await signSite(site, world.key));
    });
    expect(report).toMatchObject({ site: { outcome: 'failed' }, problems: [{ code: 'notBelieved' }] });
  });

  it('refuses the signature of a key that is not trusted', async () => {
    const stranger = await newWorld();
    const report = await refused(async (folder) => {
      await makeRelease(folder, stranger.key, { sequence: 40 });
      await makeSite(folder, stranger.key, 40, siteFiles('One'));
    });
    stranger.end();
    expect(report).toMatchObject({ release: { outcome: 'failed' }, site: { outcome: 'failed' } });
    expect(report.problems.map(({ message }) => message.split(':')[0])).toEqual(['wrongKey', 'wrongKey']);
  });

  it('reads no further than a file can be long, also where it unpacks to more', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const got = await mirrorSource(`http://127.0.0.1:${port}`).get('/v1/current.json', 1000);
    expect(got).toMatchObject({ ok: false, error: { code: 'tooLarge' } });
    server.close();
    writeFileSync(join(world.folder, 'long'), Buffer.alloc(1001));
    expect(await mirrorSource(world.folder).get('/long', 1000)).toMatchObject({
      error: { code: 'tooLarge' },
    });
  });

  it('asks with no validator that a server may have made of a time of this second', async () => {
    const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000).toUTCString();
    const server = createServer((request, response) => {
      const age = Number(request.url?.slice(1));
      response.writeHead(200, { ETag: '"1"', 'Last-Modified': at(-age), Date: at(0) }).end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const source = mirrorSource(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await source.get('/1', 10)).toMatchObject({ value: { validator: null } });
    expect(await source.get('/5', 10)).toMatchObject({ value: { validator: { etag: '"1"' } } });
    server.close();
  });
});

describe('several hosts', () => {
  const copy = () => join(world.folder, 'several');
  const several = async (from: readonly string[], wish = {}) => {
    const report = await mirrorInto(copy(), from, world.key, TIMING)(wish);
    for (const each of [copy(), `${copy()}.mirror`]) rmSync(each, { recursive: true, force: true });
    return report;
  };

  it('the next is asked where one does not answer', async () => {
    const report = await several(['http://127.0.0.1:1', source]);
    expect(report).toMatchObject({ release: { outcome: 'copied', source }, site: { outcome: 'copied' } });
    expect(report.problems).toMatchObject([
      { source: 'http://127.0.0.1:1' },
      { source: 'http://127.0.0.1:1' },
    ]);
  });

  it('the next is asked where one is older than what is here, for release and site', async () => {
    const turn = mirrorInto(copy(), [source], world.key);
    await turn();
    const report = await several([older, source]);
    expect(report).toMatchObject({
      release: { outcome: 'unchanged', source },
      site: { outcome: 'unchanged' },
    });
    expect(report.problems).toMatchObject([{ code: 'lowerSequence' }, { code: 'lowerSequence' }]);
  });

  it('the next is asked where one has not been confirmed for half an hour, and the newer one wins', async () => {
    const now = new Date(NOW.getTime() + 3_600_000);
    expect(await several([older, source], { now })).toMatchObject({
      release: { pointer: { sequence: 20 }, source, isOld: true },
    });
    expect(await several([older, source])).toMatchObject({
      release: { pointer: { sequence: 10 }, isOld: false },
    });
  });

  it('what one has lost is taken from the next', async () => {
    const thin = join(world.folder, 'thin');
    mkdirSync(join(thin, 'v1'), { recursive: true });
    writeFileSync(join(thin, 'v1/current.json'), readFileSync(join(source, 'v1/current.json')));
    expect(await several([thin, source])).toMatchObject({ release: { outcome: 'copied', source: thin } });
  });

  it('an older release of another installation is not followed, a later one is', async () => {
    const other = join(world.folder, 'other');
    const issued = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    const turn = mirrorInto(copy(), [other], world.key);
    await mirrorInto(copy(), [source], world.key)();
    await makeRelease(other, world.key, { sequence: 99, releaseLine: 'other', issuedAt: issued(-60) });
    expect(await turn()).toMatchObject({
      release: { outcome: 'failed' },
      problems: [{ code: 'lowerSequence' }],
    });
    rmSync(other, { recursive: true });
    await makeRelease(other, world.key, { sequence: 1, releaseLine: 'other', issuedAt: issued(1) });
    expect(await turn()).toMatchObject({ release: { outcome: 'copied', pointer: { releaseLine: 'other' } } });
    rmSync(copy(), { recursive: true });
  });
});

it('has told nothing of all this to the web root', async () => {
  const names = readdirSync(dirname(to)).filter((name) => name.startsWith('www'));
  expect(names.sort()).toEqual(['www', 'www.mirror']);
  expect((await listFiles(to)).filter((path) => /memory|lock|status|tmp/.test(path))).toEqual([]);
});
