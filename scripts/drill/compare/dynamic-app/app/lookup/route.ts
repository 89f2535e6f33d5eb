// Owns the look-up as it is often built: the address comes in a request, a store is asked, the answer goes back as JSON.
// Kind to that design: the same code looks up, the index is kept for ten seconds, and one request reads one key.

import { createClient } from '@vercel/kv';
import { type OpenRelease, openVerified } from '@/lib/release/reader';
import { objectReader, type ReleaseSource } from '@/lib/release/verified-objects';
import { POINTER_FILE, type VerifiedPointer, verifyPointer } from '@/lib/release/verify-pointer';

export const dynamic = 'force-dynamic';

const KEPT_MS = 10_000;

const kv = createClient({
  url: process.env.KV_REST_API_URL ?? '',
  token: process.env.KV_REST_API_TOKEN ?? '',
  automaticDeserialization: false,
  enableTelemetry: false,
});

const source: ReleaseSource = {
  pointer: () => read(POINTER_FILE),
  object: (name) => read(`/v1/objects/${name}.json`),
};

async function read(path: string): ReturnType<ReleaseSource['pointer']> {
  const text = await kv.get<string>(path);
  if (text === null) return { ok: false, error: { code: 'notFound', message: path } };
  return { ok: true, value: new TextEncoder().encode(text) };
}

interface Kept {
  readonly untilMs: number;
  readonly pointer: VerifiedPointer;
  /** Everything but shards: they are what the store is for. */
  readonly index: ReturnType<typeof objectReader>;
}

let kept: Promise<Kept> | null = null;

async function keptIndex(): Promise<Kept> {
  const known = await kept?.catch(() => null);
  if (known && performance.now() < known.untilMs) return known;
  kept = freshIndex();
  return kept;
}

async function freshIndex(): Promise<Kept> {
  const bytes = await source.pointer();
  if (!bytes.ok) throw new Error(bytes.error.message);
  const publicKeys = (process.env.LEVEE_PUBLIC_KEYS ?? '').split(',');
  const verified = await verifyPointer(bytes.value, { publicKeys, highestSequences: {}, revokedKeyIds: [] });
  if (!verified.ok) throw new Error(verified.error.message);
  return {
    untilMs: performance.now() + KEPT_MS,
    pointer: verified.value,
    index: objectReader(source),
  };
}

async function opened(): Promise<OpenRelease> {
  const { pointer, index } = await keptIndex();
  const { shard } = objectReader(source);
  const release = await openVerified(pointer, { ...index, shard }, new Date());
  if (!release.ok) throw new Error(release.error.message);
  return release.value;
}

/** `GET /lookup?address=…`: one LookupOutcome. */
export async function GET(request: Request): Promise<Response> {
  const address = new URL(request.url).searchParams.get('address') ?? '';
  const release = await opened();
  return Response.json(await release.answer(address, new Date()));
}
