// `levee deploy` on a site of a few files: what it lays out, twice and three times, and an nginx that serves it meanwhile.

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRelease } from '@/lib/adapters/release-files';
import { createKeyFile, loadSigningKey } from '@/lib/adapters/signing-key';
import { listFiles } from '@/lib/adapters/web-root';
import { languages } from '@/lib/messages/languages';
import { compile } from '@/lib/release/compile';
import { exampleCounty, VECTOR_EXPIRES, VECTOR_NOW, vectorReference } from '@/lib/release/offices.fixture';
import { signPointer } from '@/lib/release/sign';
import { verifySite } from '@/lib/release/site-manifest';
import { sourceHash } from '@/scripts/edge/page-policies';
import { hasNginx, nginxProblem, startNginx } from '@/scripts/edge/run-nginx';
import { freePort } from '@/scripts/free-port';
import { runInProcess } from '../run-levee';
import { ask } from './edge-host';

const folder = mkdtempSync(join(tmpdir(), 'levee-deploy-'));
const site = join(folder, 'site');
const to = join(folder, 'to');
const www = join(to, 'www');
const key = join(folder, 'key.json');
const runDir = join(folder, 'run');

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
};
const page = (version: string) =>
  `<!doctype html><html><head><script src="/_next/static/chunks/${version}.js"></script></head><body>${'<p>text</p>'.repeat(50)}<script>go("${version}")</script></body></html>`;
const build = (version: string) => {
  rmSync(site, { recursive: true, force: true });
  for (const path of ['index.html', 'en/index.html', '404.html', '_not-found/index.html'])
    put(path, page(version));
  put(`_next/static/chunks/${version}.js`, 'a();'.repeat(200));
  put('icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
};
const deploy = (...more: string[]) =>
  runInProcess(['deploy', '--to', to, '--site', site, '--key', key, '--run-dir', runDir, ...more]);
const sitePolicies = () => readFileSync(join(to, 'nginx', 'policies.conf'), 'utf8');

beforeAll(async () => {
  await createKeyFile(key);
  mkdirSync(runDir);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The example county, signed by the same key, which readers here trust. */
async function writeSmallRelease(release: string): Promise<void> {
  const pair = await loadSigningKey(key);
  const compiled = await compile({
    ...{ languages, origin: null, datasets: [exampleCounty], notices: [], reference: vectorReference },
    ...{ releaseLine: 'line', sequence: 1, now: VECTOR_NOW, expiresAt: VECTOR_EXPIRES },
  });
  if (!pair.ok || !compiled.ok) throw new Error('no release to write');
  process.env.LEVEE_PUBLIC_KEYS = pair.value.publicKey;
  const { objects, pages, pointer } = compiled.value;
  await writeRelease(release, { objects, pages, pointer: await signPointer(pointer, pair.value) });
}

describe('levee deploy', () => {
  it('lays out every file with its copies, and a signed list of them', async () => {
    build('one');
    const { code, out } = await deploy('--mirrors', 'https://m.example');
    expect([code, out]).toEqual([0, expect.stringContaining('5 files, 5 of them new, 0 taken away')]);
    const pair = await loadSigningKey(key);
    if (!pair.ok) throw new Error(pair.error.message);
    const trust = { publicKeys: [pair.value.publicKey], revokedKeyIds: [], highestSequence: 0 };
    const verified = await verifySite(readFileSync(join(www, 'site.json')), trust);
    if (!verified.ok) throw new Error(verified.error.code);
    const { files, policies, mirrors } = verified.value.site;
    expect(Object.keys(files).sort()).toEqual([
      '/404.html',
      '/_next/static/chunks/one.js',
      '/en/index.html',
      '/icon.svg',
      '/index.html',
    ]);
    for (const [path, hash] of Object.entries(files))
      expect(
        createHash('sha256')
          .update(readFileSync(join(www, path)))
          .digest('hex'),
      ).toBe(hash);
    expect(mirrors).toEqual(['https://m.example']);
    expect(policies['/en/index.html']).toContain(`script-src 'self' ${sourceHash('go("one")')};`);
    expect(policies['/en/index.html']).toContain("connect-src 'self' https://m.example;");
    for (const path of await listFiles(www)) {
      const bytes = readFileSync(join(www, path));
      const original = path.replace(/\.(gz|br)$/, '');
      if (path.endsWith('.gz')) expect(gunzipSync(bytes)).toEqual(readFileSync(join(www, original)));
      if (path.endsWith('.br'))
        expect(brotliDecompressSync(bytes)).toEqual(readFileSync(join(www, original)));
    }
    expect(existsSync(join(www, 'en/index.html.br'))).toBe(true);
  });

  it('keeps what the last deployment’s pages load, takes away what older ones did, and nothing that is not its own', async () => {
    writeFileSync(join(www, 'theirs.txt'), 'x');
    build('two');
    expect((await deploy()).out).toContain('4 of them new, 0 taken away');
    expect(readdirSync(join(www, '_next/static/chunks')).filter((name) => name.endsWith('.js'))).toEqual([
      'one.js',
      'two.js',
    ]);
    build('three');
    expect((await deploy()).out).toContain('4 of them new, 1 taken away');
    expect(readdirSync(join(www, '_next/static/chunks')).filter((name) => name.endsWith('.js'))).toEqual([
      'three.js',
      'two.js',
    ]);
    expect(existsSync(join(www, 'theirs.txt'))).toBe(true);
    expect(sitePolicies()).not.toContain(sourceHash('go("two")'));
  });

  it('touches nothing that is the same', async () => {
    expect((await deploy()).out).toMatch(/5 files, [01] of them new/);
  });

  it.skipIf(!hasNginx())('replaces a site under an nginx that serves it', async () => {
    const port = await freePort();
    const options = ['--port', String(port), '--status-port', String(await freePort())];
    await deploy(...options, '--connections', '512');
    const configs = new Map(
      readdirSync(join(to, 'nginx')).map((name) => [name, readFileSync(join(to, 'nginx', name), 'utf8')]),
    );
    expect(nginxProblem(configs, runDir)).toBeNull();
    const nginx = await startNginx(configs, runDir, join(to, 'nginx'));
    try {
      expect((await ask(port, '/en/')).headers['content-security-policy']).toContain(
        sourceHash('go("three")'),
      );
      build('four');
      expect(await deploy(...options, '--connections', '512', '--reload')).toMatchObject({ code: 0 });
      const served = async () => (await ask(port, '/en/')).headers['content-security-policy'];
      await expect
        .poll(served, { timeout: 10_000 })
        .toMatch(new RegExp(`script-src 'self' ${sourceHash('go("four")').replace(/[+/]/g, '\\$&')};`));
      expect((await ask(port, '/en/')).body.toString()).toBe(page('four'));
    } finally {
      await nginx.stop();
    }
  });

  it('puts a release beside the pages, checked first', async () => {
    const release = join(folder, 'release');
    await writeSmallRelease(release);
    const { code, out } = await deploy('--release', release);
    expect([code, out]).toEqual([0, expect.stringMatching(/^Release \d+ is in /)]);
    expect(readFileSync(join(www, 'v1/current.json'))).toEqual(
      readFileSync(join(release, 'v1/current.json')),
    );
    expect((await runInProcess(['verify', www])).out).toContain('all right');
    expect(existsSync(join(www, 'p/en/index.html.br'))).toBe(true);
    const [object = ''] = (await listFiles(release)).filter((path) => path.startsWith('/v1/objects/'));
    writeFileSync(join(release, object), '{}');
    const altered = await deploy('--release', release);
    expect([altered.code, altered.err]).toEqual([1, expect.stringContaining('Nothing of it was copied')]);
  });

  it('stops at a page that its policy would break, and leaves what is there', async () => {
    const before = readFileSync(join(www, 'site.json'));
    put('en/index.html', '<button onclick="go()">');
    const { code, err } = await deploy();
    expect([code, err]).toEqual([1, expect.stringContaining('/en/index.html has onclick in a tag')]);
    expect(readFileSync(join(www, 'site.json'))).toEqual(before);
  });

  it.each([
    [[], '--to DIR is missing'],
    [['--to', 'x', '--name', 'a;b'], 'cannot be a host name'],
    [['--to', 'x', '--tls-certificate', 'a'], '--tls-certificate and --tls-key go together'],
    [['--to', 'x', '--port', '0'], '--port takes'],
    [['--to', 'x', '--mirrors', 'http://m.example'], 'must begin with https://'],
    [['--to', 'x', 'y'], 'belongs to no option'],
    [['--to', 'x', '--tiles', 'nowhere'], '--tiles takes'],
  ])('is used wrongly with %j', async (args, words) => {
    const { code, err } = await runInProcess(['deploy', ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });
});
