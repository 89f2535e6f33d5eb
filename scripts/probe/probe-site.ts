// Owns looking at a host's pages, scripts and styles: its signed list of them, and some of the files by their hashes. A host without such a
// list serves a release alone, and nothing is said of it. Judges nothing.

import type { Result } from '@/lib/core/result';
import { languages } from '@/lib/messages/languages';
import { sha256Hex } from '@/lib/release/bytes';
import { SITE_FILE, type Site, verifySite } from '@/lib/release/site-manifest';
import type { SourceError } from '@/lib/release/verified-objects';

/** Files looked at, and the paths of those that are not there or altered. */
export interface SiteFindings {
  readonly asked: number;
  readonly wrong: readonly string[];
}

type Fetch = (path: string) => Promise<Result<Uint8Array, SourceError>>;
type Trust = Parameters<typeof verifySite>[1];

/** The first pages always, others by chance; null where the host has no list of its files. */
export async function probeSite(
  fetchPath: Fetch,
  trust: Trust,
  most: number,
  random: () => number,
): Promise<SiteFindings | null> {
  const first = await look(fetchPath, trust, most, random);
  if (first === null || first.findings.wrong.length === 0 || first.site === null)
    return first?.findings ?? null;
  // A deployment in the middle of it: the list is another one by now.
  const again = await look(fetchPath, trust, most, random);
  return again === null || again.site?.sequence === first.site.sequence ? first.findings : again.findings;
}

async function look(
  fetchPath: Fetch,
  trust: Trust,
  most: number,
  random: () => number,
): Promise<{ readonly site: Site | null; readonly findings: SiteFindings } | null> {
  const bytes = await fetchPath(SITE_FILE);
  if (!bytes.ok && bytes.error.code === 'notFound') return null;
  const verified = bytes.ok ? await verifySite(bytes.value, trust) : bytes;
  if (!verified.ok) return { site: null, findings: { asked: 1, wrong: [SITE_FILE] } };
  const { site } = verified.value;
  const firsts = ['/index.html', ...languages.map(({ tag }) => `/${tag}/index.html`)];
  const others = Object.keys(site.files)
    .filter((path) => !firsts.includes(path))
    .map((path) => ({ path, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ path }) => path);
  const asked = [...firsts.filter((path) => site.files[path] !== undefined), ...others];
  const wrong: string[] = [];
  for (const path of asked) {
    const file = await fetchPath(path);
    if (!file.ok || (await sha256Hex(file.value)) !== site.files[path]) wrong.push(path);
  }
  return { site, findings: { asked: asked.length, wrong } };
}
