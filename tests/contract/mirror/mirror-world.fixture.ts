// Makes what mirrors are tried with: a source folder with a release and a site of few files, both signed, whose words follow
// from their numbers; a host that serves it as nginx would; and a mirror's turn.

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MemoryFile } from '@/lib/adapters/mirror/mirror-memory';
import { type MirrorReport, type MirrorTask, mirrorOnce } from '@/lib/adapters/mirror/mirror-once';
import { mirrorSource } from '@/lib/adapters/mirror/mirror-source';
import { writeRelease } from '@/lib/adapters/release-files';
import { devSigningKey, type KeyPair } from '@/lib/adapters/signing-key';
import { languages } from '@/lib/messages/languages';
import { compile, toSeconds } from '@/lib/release/compile';
import type { Pointer } from '@/lib/release/format';
import { exampleCounty, VECTOR_NOW, vectorReference } from '@/lib/release/offices.fixture';
import { signPointer } from '@/lib/release/sign';
import { type Site, signSite } from '@/lib/release/site-manifest';

/** The clock of these tests: a minute after releases are issued. */
export const NOW = new Date(VECTOR_NOW.getTime() + 60_000);

/** A folder of its own for one test file, the key that its releases are signed with, and the end of both. */
export async function newWorld(): Promise<{
  readonly folder: string;
  readonly key: KeyPair;
  readonly end: () => void;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'levee-mirror-'));
  const key = await devSigningKey(folder);
  if (!key.ok) throw new Error(key.error.message);
  return { folder, key: key.value, end: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What of a release differs from the last one. */
export interface ReleaseWish {
  readonly sequence: number;
  /** Stands in the names of all places: another word, other shards and pages. */
  readonly word?: string;
  readonly issuedAt?: Date;
  readonly releaseLine?: string;
  /** Of the first places only so many: pages of the others are gone. */
  readonly places?: number;
  readonly edit?: (pointer: Pointer) => Pointer;
}

/** Write a release below a folder. */
export async function makeRelease(folder: string, key: KeyPair, wish: ReleaseWish): Promise<Uint8Array> {
  const { sequence, word = 'One', issuedAt = VECTOR_NOW, releaseLine = 'line' } = wish;
  const pollingLocations = exampleCounty.pollingLocations.map((place) => ({
    ...place,
    name: `${place.name} ${word}`,
  }));
  const compiled = await compile({
    languages,
    origin: null,
    datasets: [{ ...exampleCounty, pollingLocations }],
    notices: [],
    reference: vectorReference,
    releaseLine,
    sequence,
    now: issuedAt,
    expiresAt: new Date(issuedAt.getTime() + 86_400_000),
  });
  if (!compiled.ok) throw new Error('no release');
  const { objects, pages, pointer } = compiled.value;
  const signed = await signPointer(wish.edit?.(pointer) ?? pointer, key);
  await writeRelease(folder, { objects, pages, pointer: signed });
  return signed;
}

/** Files of a small site: `site('One')` has a page that names a script of that word. */
export function siteFiles(word: string): Readonly<Record<string, string>> {
  return {
    [`/_next/static/${word}.js`]: `console.log(${JSON.stringify(word.repeat(200))})`,
    '/index.html': `<!doctype html><script src="/_next/static/${word}.js"></script>${'<p>index</p>'.repeat(50)}`,
    '/en/index.html': `<!doctype html><script src="/_next/static/${word}.js"></script><h1>${word}</h1>`,
    '/levee.js': `export const word = '${word}'`,
    '/icon.svg': `<svg>${'<g/>'.repeat(100)}</svg>`,
  };
}

/** Write a site below a folder, and its signed list. */
export async function makeSite(
  folder: string,
  key: KeyPair,
  sequence: number,
  files: Readonly<Record<string, string>>,
  policies: Site['policies'] = { '/en/index.html': "default-src 'self'" },
): Promise<void> {
  const hashes: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    hashes[path] = createHash('sha256').update(text).digest('hex');
  }
  const site = {
    formatVersion: 1,
    sequence,
    issuedAt: toSeconds(VECTOR_NOW),
    files: hashes,
    policies,
  } as const;
  writeFileSync(join(folder, 'site.json'), await signSite({ ...site, mirrors: [] }, key));
}

/** Serves a folder with ETags, and counts what it is asked for: `200 /v1/current.json`. */
export async function startHost(folder: string): Promise<{
  readonly url: string;
  readonly asked: string[];
  readonly stop: () => Promise<void>;
}> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const file = join(folder, path);
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
      asked.push(`404 ${path}`);
      response.writeHead(404).end('no such file');
      return;
    }
    const bytes = readFileSync(file);
    const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
    const isKnown = request.headers['if-none-match'] === etag;
    asked.push(`${isKnown ? 304 : 200} ${path}`);
    response.writeHead(isKnown ? 304 : 200, { ETag: etag, 'Content-Length': isKnown ? 0 : bytes.length });
    response.end(isKnown ? undefined : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A mirror of sources into `to`: each call is one turn. */
export function mirrorInto(
  to: string,
  from: readonly string[],
  key: KeyPair,
  timing = { timeoutMs: 1000, retryMs: 1 },
): (wish?: Partial<Pick<MirrorTask, 'isLook' | 'site' | 'now' | 'beforeSite'>>) => Promise<MirrorReport> {
  const state = `${to}.mirror`;
  const sources = from.map((each) => mirrorSource(each, timing));
  return (wish = {}) =>
    mirrorOnce({
      from: sources,
      to,
      publicKeys: [key.publicKey],
      memory: new MemoryFile(state),
      lock: join(state, 'lock'),
      now: NOW,
      isLook: false,
      site: 'now',
      beforeSite: async () => {},
      ...wish,
    });
}

/** The text that a web root has at a path. */
export const textAt = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');
