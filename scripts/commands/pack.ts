// Owns `levee pack`: a release's plain pages as one zip file that opens from a disk, for a newspaper or a library. What is in it
// is lib/release/pack's.

import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { makeFolder } from '@/lib/adapters/make-folder';
import { releaseSource } from '@/lib/adapters/release-files';
import { err, ok, type Result } from '@/lib/core/result';
import { languages } from '@/lib/messages/languages';
import type { Pointer } from '@/lib/release/format';
import { type PackFile, type PackSource, packFiles, timeZoneOf } from '@/lib/release/pack/pack-files';
import type { PackStamp } from '@/lib/release/pack/stamp';
import { verifyPointer } from '@/lib/release/verify-pointer';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { trustedSource } from './open-release';
import { pathProblem } from './path-problem';
import { createProgress, type Progress } from './progress';

/** `levee pack --from https://vote.example.gov --to pages.zip`. */
export const pack: Command = {
  help: `Usage: levee pack --from DIR_OR_URL --to FILE.zip [--address URL] [--progress]

Writes the plain pages of a release (every county, ZIP code, street and place, in every language) as one zip file that
opens from a disk: unpack it and open index.html. Each page says when it was copied, and that places may have changed since.

  --from DIR_OR_URL  the release, or any mirror of it; every page is checked
  --to FILE.zip      is replaced once the new one is whole
  --address URL      where the newest lists are: https://vote.example.gov (--from, where that is an address)
  --progress         say on stderr how far it is, also where stderr is no terminal

The same release and address give the same bytes. Prints pages, bytes and SHA-256. Trusts the public keys in
LEVEE_PUBLIC_KEYS, else the local development key. Exit codes: 0 done, 1 it could not be done (FILE.zip is as it was),
2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, {
    from: { type: 'string' },
    to: { type: 'string' },
    address: { type: 'string' },
    progress: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'pack', parsed.error.message);
  const { from, to, address: given, progress: isAsked } = parsed.value.values;
  if (from === undefined || to === undefined || parsed.value.positionals.length > 0)
    return usedWrongly(terminal, 'pack', 'it takes --from DIR_OR_URL and --to FILE.zip, and nothing else');
  const address = addressOf(given ?? (/^https?:/i.test(from) ? from : null));
  if (address === undefined)
    return usedWrongly(terminal, 'pack', '--address takes an address such as https://vote.example.gov');
  const progress = createProgress(terminal, isAsked);
  try {
    const packed = await packInto(resolve(to), from, address, terminal, progress);
    progress.finish();
    if (packed.ok) terminal.out.write(packed.value);
    else terminal.err.write(`levee pack: ${packed.error}\n`);
    return packed.ok ? 0 : 1;
  } catch (error) {
    const problem = pathProblem(error, to);
    if (problem === null) throw error;
    terminal.err.write(`levee pack: ${problem}\n`);
    return 1;
  }
}

/** Without what follows the host and path; undefined: it is none. */
function addressOf(text: string | null): string | null | undefined {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search + url.hash + url.username !== '')
    return undefined;
  return url.href.replace(/\/+$/, '');
}

async function packInto(
  file: string,
  from: string,
  address: string | null,
  { env }: Terminal,
  progress: Progress,
): Promise<Result<string, string>> {
  const trusted = await trustedSource(from, env);
  if (!trusted.ok) return trusted;
  const source = releaseSource(from);
  const bytes = await source.pointer();
  if (!bytes.ok) return err(`${from}, v1/current.json: ${bytes.error.message}`);
  const verified = await verifyPointer(bytes.value, trusted.value.trust);
  if (!verified.ok) return err(`${from}: ${verified.error.message}`);
  const { pointer } = verified.value;
  if (pointer.pagesRoot === null) return err(`${from}: this release has no plain pages.`);
  const issuedAt = new Date(pointer.issuedAt);
  const stamp = { languages, issuedAt, timeZone: await timeZoneOf(source, pointer), address };
  const written = await writeZip(file, source, { ...pointer, pagesRoot: pointer.pagesRoot }, stamp, progress);
  if (!written.ok) return written;
  const { files, bytes: length, sha256 } = written.value;
  return ok(
    `${file}: release ${pointer.sequence}, issued ${pointer.issuedAt}: ${files} pages, ${length} bytes, SHA-256 ${sha256}\n`,
  );
}

interface Written {
  readonly files: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Page by page into a file beside, which takes the place of FILE.zip when it is whole. */
async function writeZip(
  file: string,
  source: PackSource,
  pointer: Pointer & { readonly pagesRoot: string },
  stamp: PackStamp,
  progress: Progress,
): Promise<Result<Written, string>> {
  await makeFolder(dirname(file));
  const draft = `${file}.${process.pid}.tmp`;
  const handle = await open(draft, 'w', 0o644);
  const hash = createHash('sha256');
  let [files, bytes] = [0, 0];
  try {
    for await (const chunk of zipped(packFiles(source, pointer.pagesRoot, stamp), stamp.issuedAt)) {
      if (!chunk.ok) return chunk;
      files += chunk.value.isFile ? 1 : 0;
      progress.count('pages', files);
      for (const part of chunk.value.parts) {
        hash.update(part);
        bytes += part.length;
        await handle.writeFile(part);
      }
    }
    await handle.sync();
    await rename(draft, file);
    return ok({ files, bytes, sha256: hash.digest('hex') });
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

interface Chunk {
  readonly isFile: boolean;
  readonly parts: readonly Uint8Array[];
}

/** The archive's bytes, one file after the other. */
async function* zipped(
  files: AsyncIterable<Result<PackFile, string>>,
  issuedAt: Date,
): AsyncGenerator<Result<Chunk, string>> {
  let parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part);
  });
  const taken = (isFile: boolean): Result<Chunk, string> => {
    const chunk = { isFile, parts };
    parts = [];
    return ok(chunk);
  };
  for await (const file of files) {
    if (!file.ok) {
      yield file;
      return;
    }
    const entry = new ZipDeflate(file.value.name, { level: 9 });
    entry.mtime = noonOf(issuedAt);
    zip.add(entry);
    entry.push(new TextEncoder().encode(file.value.text), true);
    yield taken(true);
  }
  zip.end();
  yield taken(false);
}

/** Zip files have times without a zone: the day alone, so that every machine writes the same. */
function noonOf(time: Date): Date {
  return new Date(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate(), 12);
}
