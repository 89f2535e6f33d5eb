// Owns getting one file from a source, a folder or an address, without believing it: with limits of time and length, one
// more try, and the question whether it has changed at all. Knows no signature and no hash.

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Result } from '@/lib/core/result';

/** How a server tells one version of a file from another; what it said with the bytes. */
export interface Validator {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A file's bytes, or that it is the one that was had before. */
export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly validator: Validator | null }
  | { readonly kind: 'unchanged' };

/** Why there are none. */
export interface FetchError {
  readonly code: 'unreachable' | 'notFound' | 'tooLarge';
  readonly message: string;
}

/** Where files come from. `get('/v1/current.json', 1_048_576, validator)`; nothing that it gives is believed. */
export interface MirrorSource {
  readonly name: string;
  get(path: string, maxBytes: number, known?: Validator | null): Promise<Result<Fetched, FetchError>>;
}

/** Clock and chance of a source; tests pass their own. */
export interface SourceTiming {
  readonly timeoutMs: number;
  /** Before the second try: up to twice as long. */
  readonly retryMs: number;
}

const TIMING: SourceTiming = { timeoutMs: 10_000, retryMs: 250 };

/** `mirrorSource('https://vote.example.gov')`, `mirrorSource('/srv/release')`. */
export function mirrorSource(location: string, timing: SourceTiming = TIMING): MirrorSource {
  return /^https?:\/\//i.test(location)
    ? httpSource(location.replace(/\/+$/, ''), timing)
    : folderSource(location);
}

function folderSource(folder: string): MirrorSource {
  return {
    name: folder,
    get: async (path, maxBytes) => {
      try {
        const handle = await open(join(folder, path), 'r');
        try {
          const { size } = await handle.stat();
          if (size > maxBytes) return err({ code: 'tooLarge', message: `${size} bytes` });
          return ok({ kind: 'bytes', bytes: await handle.readFile(), validator: null });
        } finally {
          await handle.close();
        }
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
        const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
        return err({ code: isAbsent ? 'notFound' : 'unreachable', message: code });
      }
    },
  };
}

function httpSource(base: string, timing: SourceTiming): MirrorSource {
  return {
    name: base,
    get: async (path, maxBytes, known = null) => {
      const first = await request(base + path, maxBytes, known, timing);
      if (first.ok || first.error.code !== 'unreachable') return first;
      await sleep(timing.retryMs * (1 + Math.random()));
      return request(base + path, maxBytes, known, timing);
    },
  };
}

async function request(
  url: string,
  maxBytes: number,
  known: Validator | null,
  { timeoutMs }: SourceTiming,
): Promise<Result<Fetched, FetchError>> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { signal, redirect: 'error', headers: conditions(known) });
    if (response.status === 304 && known !== null) return ok({ kind: 'unchanged' });
    if (response.status !== 200) {
      await response.body?.cancel();
      const isAbsent = response.status === 404 || response.status === 410;
      return err({ code: isAbsent ? 'notFound' : 'unreachable', message: `HTTP ${response.status}` });
    }
    const bytes = await bodyOf(response, maxBytes);
    if (bytes === null) return err({ code: 'tooLarge', message: `more than ${maxBytes} bytes` });
    return ok({ kind: 'bytes', bytes, validator: validatorOf(response) });
  } catch (error) {
    return err({ code: 'unreachable', message: reasonOf(error) });
  }
}

function conditions(known: Validator | null): Record<string, string> {
  if (known?.etag) return { 'if-none-match': known.etag };
  if (known?.lastModified) return { 'if-modified-since': known.lastModified };
  return {};
}

/** Times of files have seconds, and many servers make an ETag of them: of two releases within one second, a server
 *  would call the second one unchanged (RFC 9110 8.8.2.2). Then there is none. */
function validatorOf({ headers }: Response): Validator | null {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  if (etag === null && lastModified === null) return null;
  if (lastModified === null) return { etag, lastModified };
  const age = Date.parse(headers.get('date') ?? '') - Date.parse(lastModified);
  return age >= 2_000 ? { etag, lastModified } : null;
}

/** Stops reading where no such file can be that long, whatever the server goes on sending or unpacks to. */
async function bodyOf(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  return code ?? (cause instanceof Error ? cause.message : error.message);
}
