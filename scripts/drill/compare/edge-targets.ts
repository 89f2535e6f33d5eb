// Owns Levee's own two edges as the comparison and the throughput need them: nginx by the templates of edge/nginx, on a web
// root; and as a cache before `next start`, whose requests are counted on their way. Knows no load.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '@/lib/adapters/web-root';
import { pagePolicy } from '../../edge/page-policies';
import { startFaultProxy } from '../fault-proxy';
import { type EdgeSettings, nginxPart } from '../nginx-part';
import { floodPaths, startNextTarget } from './next-target';
import type { StartedTarget } from './target';

export interface EdgeInput {
  /** Pages and release in one folder, compressed copies beside the files. */
  readonly webRoot: string;
  /** For logs, sockets and the cache; of this comparison alone. */
  readonly folder: string;
  /** One for each processor where it is left out. */
  readonly workers?: number;
}

/** nginx on the web root. It has no server behind it. */
export async function startEdgeDisk(input: EdgeInput): Promise<StartedTarget> {
  const started = await startEdge('edge-disk', input, {});
  return { ...started, originRequests: () => 0 };
}

/** nginx as a cache before a `next start` that serves the release of the web root. */
export async function startEdgeCache(input: EdgeInput): Promise<StartedTarget> {
  const next = await startNextTarget(input.webRoot, input.folder);
  const counted = await startFaultProxy(next.url);
  const stopOrigin = async () => {
    await counted.stop();
    await next.stop();
  };
  try {
    const root = join(input.folder, 'edge-cache-files');
    const upstream = `127.0.0.1:${counted.port}`;
    const started = await startEdge('edge-cache', input, { root, upstream });
    const stop = async () => {
      await started.stop();
      await stopOrigin();
    };
    return { ...started, originRequests: () => counted.asked.length, stop };
  } catch (error) {
    await stopOrigin();
    throw error;
  }
}

async function startEdge(
  name: string,
  { webRoot, folder, workers }: EdgeInput,
  more: Partial<EdgeSettings>,
): Promise<Omit<StartedTarget, 'originRequests'>> {
  const policies = await pagePolicies(webRoot);
  const own = { name, folder: join(folder, name), root: webRoot, policies };
  const edge = await nginxPart({ ...own, ...(workers === undefined ? {} : { workers }), ...more });
  await edge.start();
  return { name, url: edge.url, asks: 'files', paths: await floodPaths(webRoot), stop: edge.stop };
}

/** As a deployment makes them: of each page of the site, none of the plain ones. */
async function pagePolicies(webRoot: string): Promise<Readonly<Record<string, string>>> {
  const pages = (await listFiles(webRoot)).filter((path) => /^\/(?!p\/).*\.html$/.test(path));
  const policies = pages.map(async (path) => {
    const html = await readFile(join(webRoot, path), 'utf8');
    return [path, pagePolicy(path, html, { mirrors: [], tiles: [] })] as const;
  });
  return Object.fromEntries(await Promise.all(policies));
}
