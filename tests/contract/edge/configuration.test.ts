import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type NginxOptions, nginxConfig } from '@/scripts/edge/nginx-config';
import { optionProblem } from '@/scripts/edge/nginx-options';
import { hasNginx, nginxProblem } from '@/scripts/edge/run-nginx';
import { testCertificate } from '@/scripts/edge/test-certificate';

const folder = mkdtempSync(join(tmpdir(), 'levee-edge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base: NginxOptions = {
  webRoot: '/srv/levee/www',
  port: 8401,
  serverNames: ['vote.example.gov'],
  runDir: folder,
  policies: { '/en/index.html': "default-src 'none'" },
};
const office = { port: 8402, serverNames: ['office.example.gov'], upstream: '127.0.0.1:3000' };
const cache = { upstream: '127.0.0.1:3000', dir: join(folder, 'cache') };

describe.skipIf(!hasNginx())('nginx accepts the configuration', () => {
  const tls = hasNginx() ? testCertificate(folder, ['vote.example.gov']) : null;
  const secure = tls ? { tls } : {};
  it.each<[string, Partial<NginxOptions>]>([
    ['of files on disk', {}],
    ['without brotli', { brotliModule: null }],
    ['of an office beside it', { office, statusPort: 8409 }],
    ['of an office on the same port', { office: { ...office, port: base.port } }],
    ['of a cache before a server', { cache }],
    ['of a cache and an office, everywhere', { cache, office, addresses: ['*', '[::]'] }],
    ['with TLS', { ...secure, office: { ...office, ...secure } }],
    ['with TLS and a way there', { ...(tls ? { tls: { ...tls, redirectPort: 8403 } } : {}), user: 'root' }],
    ['of a site without pages', { policies: {} }],
  ])('%s', (_, more) => {
    expect(nginxProblem(nginxConfig({ ...base, ...more }), folder)).toBeNull();
  });
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe.skipIf(!hasSystemd || !hasNginx())('systemd accepts', () => {
  it.each(readdirSync('edge/systemd').filter((name) => !name.endsWith('.logrotate')))('%s', (name) => {
    const { stderr } = spawnSync('systemd-analyze', ['verify', `edge/systemd/${name}`], { encoding: 'utf8' });
    expect(stderr.split('\n').filter((line) => line.includes('levee-'))).toEqual([]);
  });
});

describe('what cannot stand in a configuration is refused', () => {
  it.each<[Partial<NginxOptions>, string]>([
    [{ webRoot: '/srv/x; }' }, 'a path'],
    [{ webRoot: '' }, 'a path'],
    [{ serverNames: ['a b'] }, 'a host name'],
    [{ serverNames: [] }, 'at least one name'],
    [{ policies: { '/a.html': 'x"; }' } }, 'a policy'],
    [{ policies: { '/a.html': 'x $uri' } }, 'a policy'],
    [{ policies: { '/a {': 'x' } }, 'the path of a page'],
    [{ cache: { upstream: '127.0.0.1:1;', dir: '/c' } }, 'a server behind'],
    [{ addresses: ['*;'] }, 'an address'],
    [{ user: 'root;' }, 'a user'],
    [{ port: 0 }, 'a port'],
  ])('%j', (more, words) => {
    expect(optionProblem({ ...base, ...more })).toContain(words);
    expect(() => nginxConfig({ ...base, ...more })).toThrow(words);
  });
});
