// Owns putting a site's files into a web root while it is being served: what pages lead to comes before the pages, the
// signed list last, and what only older pages lead to goes one deployment later. Knows no nginx.

import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeAtomically } from '@/lib/adapters/atomic-files';
import { makeFolder } from '@/lib/adapters/make-folder';
import type { KeyPair } from '@/lib/adapters/signing-key';
import { COPY_ENDINGS, compressedCopies, removeFile, writeCompressed } from '@/lib/adapters/web-root';
import { sha256Hex } from '@/lib/release/bytes';
import { nextSequence } from '@/lib/release/sequence';
import { isSitePath, SITE_FILE, type Site, signSite, verifySite } from '@/lib/release/site-manifest';
import type { ExportedSite } from './exported-site';

/** What was put there: `{site, written: 12, removed: 3}`. */
export interface Deployed {
  readonly site: Site;
  readonly written: number;
  readonly removed: number;
}

/** By whom, when, after what. */
export interface How {
  readonly previous: Site | null;
  readonly mirrors: readonly string[];
  readonly key: KeyPair;
  readonly now: Date;
}

/** Beside the web root: paths that only earlier deployments' pages led to. */
const REPLACED_FILE = 'replaced.json';

/** The list that lies in a web root, if it was signed by this key; else null. */
export async function siteInPlace(root: string, key: KeyPair): Promise<Site | null> {
  const bytes = await readFile(join(root, SITE_FILE)).catch(() => null);
  if (bytes === null) return null;
  const trust = { publicKeys: [key.publicKey], revokedKeyIds: [], highestSequence: 0 };
  const verified = await verifySite(bytes, trust);
  return verified.ok ? verified.value.site : null;
}

/** Put it below `root`. Killed anywhere in between, every page there is an old one or a new one with all that it needs.
 *  Throws what the disk throws. */
export async function deploySite(
  root: string,
  { files, policies }: ExportedSite,
  how: How,
): Promise<Deployed> {
  await makeFolder(root);
  const replaced = await replacedFiles(root);
  const leaving = Object.keys(how.previous?.files ?? {}).filter((path) => !files.has(path));
  await noteReplaced(root, [...replaced, ...leaving]);
  let written = 0;
  for (const [path, bytes] of [...files].sort(([one], [other]) => rank(one) - rank(other))) {
    if (await isInPlace(root, path, bytes)) continue;
    await writeCompressed(root, path, bytes);
    written += 1;
  }
  const site = await listOf({ files, policies }, how);
  await writeCompressed(root, SITE_FILE, await signSite(site, how.key));
  // Pages that are open somewhere may still load what the last deployment had; what the one before had, nobody does.
  const old = replaced.filter((path) => !files.has(path) && !leaving.includes(path));
  for (const path of old) await removeFile(root, path);
  await noteReplaced(root, leaving);
  return { site, written, removed: old.length };
}

async function listOf({ files, policies }: ExportedSite, { previous, mirrors, now }: How): Promise<Site> {
  const hashes: Record<string, string> = {};
  for (const [path, bytes] of files) hashes[path] = await sha256Hex(bytes);
  return {
    formatVersion: 1,
    sequence: nextSequence(previous?.sequence ?? null, now),
    issuedAt: `${now.toISOString().slice(0, 19)}Z`,
    files: hashes,
    policies,
    mirrors,
  };
}

/** Pages after everything that they load. */
const rank = (path: string): number =>
  path.endsWith('.html') ? 2 : /^\/(?:_next|texts)\//.test(path) ? 0 : 1;

/** The same bytes, and a copy where there was one: its date stays, and with it what browsers have. */
async function isInPlace(root: string, path: string, bytes: Uint8Array): Promise<boolean> {
  const there = await readFile(join(root, path)).catch(() => null);
  if (there?.equals(bytes) !== true) return false;
  const copies = COPY_ENDINGS.map((ending) => stat(join(root, path + ending)).catch(() => null));
  const hasAll = (await Promise.all(copies)).every((copy) => copy !== null);
  return hasAll || (await compressedCopies(path, bytes)).length === 0;
}

/** What earlier deployments had and the one in place has not: paths of ours, and nothing else that lies there. */
export async function replacedFiles(root: string): Promise<readonly string[]> {
  const text = await readFile(join(dirname(root), REPLACED_FILE), 'utf8').catch(() => '[]');
  const noted: unknown = JSON.parse(text);
  return (Array.isArray(noted) ? noted : []).filter((path) => typeof path === 'string' && isSitePath(path));
}

async function noteReplaced(root: string, paths: readonly string[]): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify([...new Set(paths)])}\n`);
  await writeAtomically(join(dirname(root), REPLACED_FILE), bytes);
}
