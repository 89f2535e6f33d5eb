// Owns which files of a web root stand for the others in a measurement: of each kind the one of middling size. Knows no server.

import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths below the web root: `{shard: '/v1/objects/….json', page: '/p/en/zip-00101.html'}`. */
export interface TypicalFiles {
  readonly shard: string;
  readonly page: string;
}

/** Throws where the folder holds no release. */
export async function typicalFiles(webRoot: string): Promise<TypicalFiles> {
  const objects = await below(webRoot, '/v1/objects', /^[0-9a-f]{64}\.json$/);
  const shards: string[] = [];
  for (const path of objects) if (await isShard(join(webRoot, path))) shards.push(path);
  const pages = await below(webRoot, '/p/en', /^zip-\d{5}\.html$/);
  return { shard: await middling(webRoot, shards), page: await middling(webRoot, pages) };
}

async function below(webRoot: string, folder: string, names: RegExp): Promise<readonly string[]> {
  const found = await readdir(join(webRoot, folder)).catch(() => []);
  return found.filter((name) => names.test(name)).map((name) => `${folder}/${name}`);
}

/** docs/format/v1.md: objects are canonical JSON, keys sorted; only a shard has this one first. */
async function isShard(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString('utf8', 0, bytesRead).startsWith('{"keyVersion":');
  } finally {
    await handle.close();
  }
}

async function middling(webRoot: string, paths: readonly string[]): Promise<string> {
  const sized = await Promise.all(
    paths.map(async (path) => ({ path, bytes: (await stat(join(webRoot, path))).size })),
  );
  sized.sort((a, b) => a.bytes - b.bytes || (a.path < b.path ? -1 : 1));
  const found = sized[sized.length >> 1];
  if (found === undefined) throw new Error(`${webRoot} holds no release to measure with`);
  return found.path;
}
