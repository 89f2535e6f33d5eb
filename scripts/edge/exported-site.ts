// Owns reading the `public` build from its folder: which of its files a host serves, and which policy each page gets.
// Writes nothing.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COPY_ENDINGS, listFiles } from '@/lib/adapters/web-root';
import { err, ok, type Result } from '@/lib/core/result';
import { isSitePath } from '@/lib/release/site-manifest';
import { forbiddenAttributes, pagePolicy, type Reach } from './page-policies';

/** A site as it was built: bytes and policies by path. */
export interface ExportedSite {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly policies: Readonly<Record<string, string>>;
}

/** What the build leaves beside the pages, and nobody asks for. */
const LEFT_OUT = /^\/(?:404|_not-found)\/|^\/(?:v1|p)\/|^\/(?:site|status)\.json$/;

/** Every file of an export but its leftovers. The error is a sentence. */
export async function exportedSite(folder: string, reach: Reach): Promise<Result<ExportedSite, string>> {
  const paths = (await listFiles(folder)).filter(
    (path) => !LEFT_OUT.test(path) && !COPY_ENDINGS.some((ending) => path.endsWith(ending)),
  );
  if (!paths.includes('/index.html')) {
    return err(`${folder} holds no site: there is no index.html. Make one with "npm run build:public".`);
  }
  const files = new Map<string, Uint8Array>();
  const policies: Record<string, string> = {};
  for (const path of paths.sort()) {
    if (!isSitePath(path)) return err(`${join(folder, path)} cannot be served: rename it, or take it away.`);
    const bytes = await readFile(join(folder, path));
    files.set(path, bytes);
    if (!path.endsWith('.html')) continue;
    const html = bytes.toString('utf8');
    const forbidden = forbiddenAttributes(html);
    if (forbidden.length > 0) {
      return err(
        `${path} has ${forbidden.join(', ')} in a tag, which its policy would stop. Build it without.`,
      );
    }
    policies[path] = pagePolicy(path, html, reach);
  }
  return ok({ files, policies });
}
