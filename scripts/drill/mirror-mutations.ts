// Owns trying to slip something past `levee mirror --check` and `levee verify`: a copy of a whole web root, of which files are
// changed by a seed, and what the two commands say of it. Knows no voter.

import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { makeFolder } from '@/lib/adapters/make-folder';
import { checkMirror } from '@/lib/adapters/mirror/check-mirror';
import { MemoryFile } from '@/lib/adapters/mirror/mirror-memory';
import { mirrorSource } from '@/lib/adapters/mirror/mirror-source';
import { releaseNames } from '@/lib/adapters/mirror/release-names';
import { listFiles } from '@/lib/adapters/web-root';
import { objectPath } from '@/lib/release/format';
import { POINTER_FILE, verifyPointer } from '@/lib/release/verify-pointer';
import { createRandom, type Random } from '../generate/random';
import { MUTATIONS, type Mutation, mutated } from './mutate';
import { runBeside } from './run-levee';
import type { World } from './world';

/** How many were made, and which of them nobody named: `/v1/objects/5a1f….json flip`. */
export interface Slipped {
  readonly made: number;
  readonly unnoticed: readonly string[];
}

interface Change {
  readonly path: string;
  readonly kind: Mutation;
}

/** A folder to try it on, like the mirror's, and what says it is right. */
export interface Laboratory {
  readonly world: World;
  /** Copied from, and compared with. */
  readonly truth: string;
  readonly copy: string;
  readonly publicKeys: readonly string[];
}

/** Two whole right copies of a mirror's folder, without the objects that it keeps of earlier releases: of those, one that is not
 *  there is no fault, and nothing that a reader begins now asks for them. */
export async function openLaboratory(world: World, mirrorRoot: string): Promise<Laboratory> {
  const [truth, copy] = [join(world.folder, 'unmutated'), join(world.folder, 'mutated')];
  const load = (name: string): Promise<Buffer> => readFile(join(mirrorRoot, objectPath(name)));
  const { publicKeys } = world.voters(world.mirror);
  const trust = { publicKeys, revokedKeyIds: [], highestSequences: {} };
  const verified = await verifyPointer(await readFile(join(mirrorRoot, POINTER_FILE)), trust);
  if (!verified.ok) throw new Error(`the mirror's pointer: ${verified.error.message}`);
  const { objects } = await releaseNames(verified.value.pointer, null, load);
  const live = new Set<string>([...objects].map(objectPath));
  for (const folder of [truth, copy]) {
    await rm(folder, { recursive: true, force: true });
    await cp(mirrorRoot, folder, { recursive: true, filter: (file) => isOfNow(file, live) });
  }
  return { world, truth, copy, publicKeys };
}

function isOfNow(file: string, live: ReadonlySet<string>): boolean {
  const object = /\/v1\/objects\/[0-9a-f]{64}\.json/.exec(file)?.[0];
  return object === undefined || live.has(object);
}

/** Files by what becomes of a reader who gets other bytes. Those that name others come one at a time: what is named by what cannot
 *  be read, nobody can look at. */
export async function fileClasses(root: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const classes = new Map<string, string[]>();
  for (const path of [...(await listFiles(root))].sort()) {
    const name = await classOf(root, path);
    const of = classes.get(name);
    if (of === undefined) classes.set(name, [path]);
    else of.push(path);
  }
  return classes;
}

async function classOf(root: string, path: string): Promise<string> {
  if (/\.(?:gz|br)$/.test(path)) return 'compressed copy';
  if (path === '/v1/current.json') return 'pointer';
  if (path === '/site.json') return 'list of the site';
  if (path.startsWith('/p/')) return 'plain page';
  if (/^\/v1\/objects\//.test(path)) {
    const namesOthers = /"[0-9a-f]{64}"/.test(await readFile(join(root, path), 'utf8'));
    return namesOthers ? 'object that names others' : 'object';
  }
  return path.endsWith('.html') ? 'page' : 'script, style or text';
}

/** Classes whose files name others. */
export const NAMING: ReadonlySet<string> = new Set([
  'pointer',
  'list of the site',
  'object that names others',
]);

/** Change `count` files of a class, each in a way of its own, look, and put them back. `stream` is another chance each time. */
export async function tryClass(
  laboratory: Laboratory,
  paths: readonly string[],
  {
    count,
    stream,
    look = byCheck,
  }: { readonly count: number; readonly stream: number; readonly look?: Look },
): Promise<Slipped> {
  const random = createRandom(laboratory.world.seed, 21_000 + stream);
  const left = [...paths];
  const changes: Change[] = [];
  while (left.length > 0 && changes.length < count) {
    const [path = ''] = left.splice(random.between(0, left.length - 1), 1);
    const kind = random.pick(MUTATIONS);
    if (await change(laboratory, { path, kind }, paths, random)) changes.push({ path, kind });
  }
  const named = await look(laboratory);
  for (const { path } of changes) await cp(join(laboratory.truth, path), join(laboratory.copy, path));
  return {
    made: changes.length,
    unnoticed: changes.filter(({ path }) => !named(path)).map(({ path, kind }) => `${path} ${kind}`),
  };
}

/** False where the bytes say the same as before (a compressed copy's head, say): nothing to notice. */
async function change(
  { copy }: Laboratory,
  { path, kind }: { readonly path: string; readonly kind: Mutation },
  paths: readonly string[],
  random: Random,
): Promise<boolean> {
  const file = join(copy, path);
  const bytes = await readFile(file);
  const other = await readFile(join(copy, random.pick(paths))).catch(() => bytes);
  const made = mutated(kind, bytes, { random, other });
  if (made !== null && saysTheSame(path, bytes, made)) return false;
  if (made === null) await rm(file);
  else await writeFile(file, made);
  return true;
}

function saysTheSame(path: string, before: Uint8Array, after: Uint8Array): boolean {
  const unpack = path.endsWith('.gz') ? gunzipSync : path.endsWith('.br') ? brotliDecompressSync : null;
  if (unpack === null) return false;
  try {
    return unpack(before).equals(unpack(after));
  } catch {
    return false;
  }
}

/** Who looks, and whether they named a file, or the one that it is a compressed copy of. */
export type Look = (laboratory: Laboratory) => Promise<(path: string) => boolean>;

const namedIn =
  (files: ReadonlySet<string>) =>
  (path: string): boolean =>
    files.has(path) || files.has(path.replace(/\.(?:gz|br)$/, ''));

/** What `levee mirror --check` does, in this process. */
export const byCheck: Look = async ({ truth, copy, publicKeys }) => {
  const memory = new MemoryFile(`${copy}.state`);
  const from = [mirrorSource(truth)];
  const { drift } = await checkMirror({ from, to: copy, publicKeys, memory, now: new Date() });
  return namedIn(new Set(drift.map(({ file }) => file)));
};

/** `levee mirror --check`, as somebody calls it. */
export const byCommand: Look = async ({ world, truth, copy }) => {
  const checking = ['mirror', '--from', truth, '--to', copy, '--state', `${copy}.state`, '--check', '--json'];
  const { out, status } = await runBeside(world, checking);
  const { drift }: { readonly drift: readonly { readonly file: string }[] } = JSON.parse(out);
  return status === 0 ? () => false : namedIn(new Set(drift.map(({ file }) => file)));
};

/** `levee verify`, which looks at releases alone. */
export const byVerify: Look = async ({ world, copy }) => {
  const { out, status } = await runBeside(world, ['verify', copy]);
  const files = [...out.matchAll(/^error \S+ (\/\S+?):/gm)].map(([, file]) => file ?? '');
  return status === 0 ? () => false : namedIn(new Set(files));
};

/** Files that belong to nothing, in every folder of a class: each must be named. */
export async function tryExtras(laboratory: Laboratory): Promise<Slipped> {
  const extras = [
    `/v1/objects/${'a'.repeat(64)}.json`,
    '/v1/objects/note.json',
    '/v1/other.json',
    '/p/en/place-somewhere-else.html',
    '/en/welcome/index.html',
    '/_next/static/chunks/added.js',
    '/added.js',
  ];
  const { copy } = laboratory;
  for (const path of extras)
    await put(copy, path, Buffer.from('<!doctype html><title>Vote elsewhere</title>'));
  const named = await byCheck(laboratory);
  for (const path of extras) await rm(join(copy, path));
  return {
    made: extras.length,
    unnoticed: extras.filter((path) => !named(path)).map((path) => `${path} add`),
  };
}

async function put(root: string, path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(join(root, path)));
  await writeFile(join(root, path), bytes);
}

/** Another pointer in the copy's place, rightly signed but older: must be named. */
export async function tryPointer(laboratory: Laboratory, bytes: Uint8Array): Promise<boolean> {
  const path = '/v1/current.json';
  const { copy, truth } = laboratory;
  await writeFile(join(copy, path), bytes);
  for (const ending of ['.gz', '.br']) await rm(join(copy, path + ending), { force: true });
  const named = await byCheck(laboratory);
  for (const ending of ['', '.gz', '.br'])
    await cp(join(truth, path + ending), join(copy, path + ending)).catch(() => {});
  return named(path);
}
