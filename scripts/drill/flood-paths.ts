// Owns which real files a flood asks for: some of each kind that a web root has.

import { listFiles } from '@/lib/adapters/web-root';

/** At most: what a script is told stands in one variable of its environment. */
const MOST = 300;
const KINDS = [
  /^\/v1\/objects\/[0-9a-f]{64}\.json$/,
  /^\/p\/[a-z]+\/.+\.html$/,
  /^\/en\/index\.html$/,
  /^\/v1\/current\.json$/,
];

/** Paths of shards, plain pages, the home page and the pointer, spread over all there are, the same each time. */
export async function realPaths(root: string): Promise<readonly string[]> {
  const files = [...(await listFiles(root))].sort();
  const each = MOST / KINDS.length;
  return KINDS.flatMap((kind) => {
    const of = files.filter((path) => kind.test(path));
    const step = Math.max(1, Math.floor(of.length / each));
    return of.filter((_, at) => at % step === 0).slice(0, each);
  }).map((path) => path.replace(/\/index\.html$/, '/'));
}

/** Whether a path is one of a file that the site has, its query included: no file has one. */
export async function knownPaths(root: string): Promise<(path: string) => boolean> {
  const files = new Set((await listFiles(root)).map((path) => path.replace(/\/index\.html$/, '/')));
  return (path) => files.has(path.replace(/\/index\.html$/, '/'));
}

/** Whether a file's bytes may be others after a publish: everything but objects. */
export const isMutable = (path: string): boolean => !path.startsWith('/v1/objects/');
