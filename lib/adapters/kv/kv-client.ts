// Owns the way to a KV store over the Upstash REST protocol: keys, timeouts, one retry, failures as `StoreError`.
// Knows no record and no blob.

import { createClient, type VercelKV } from '@vercel/kv';
import { StoreError, type StoreErrorCode } from '@/lib/office/ports/store-error';

export interface KvAccess {
  /** `https://….upstash.io`, or a bridge before a Redis of one's own. */
  readonly url: string;
  readonly token: string;
  readonly timeoutMs: number;
}

/** Every key of ours, so that a store may be shared. */
export const KV_PREFIX = 'levee:';

export interface Kv {
  /** Run a call, at most twice; both tries together end within the timeout. Throws `StoreError`. */
  readonly run: <Value>(call: (client: VercelKV) => Promise<Value>) => Promise<Value>;
}

export function kvClient({ url, token, timeoutMs }: KvAccess): Kv {
  const client = createClient({
    url,
    token,
    automaticDeserialization: false,
    enableTelemetry: false,
    // Several large values made one request would be more than the 10 MB that a store takes.
    enableAutoPipelining: false,
    // Nobody between may answer with what was there before.
    cache: 'no-store',
    retry: { retries: 1, backoff: () => 50 },
    // A function: a signal as a value would make the client answer a timeout with a value of its own.
    signal: () => AbortSignal.timeout(timeoutMs),
  });
  return {
    run: async (call) => {
      try {
        return await call(client);
      } catch (cause) {
        if (cause instanceof StoreError) throw cause;
        throw new StoreError(codeOf(cause), `the KV store: ${messageOf(cause)}`, harmless(cause));
      }
    },
  };
}

function codeOf(cause: unknown): StoreErrorCode {
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'timeout';
  const message = messageOf(cause);
  if (/max(imum)? request size/i.test(message)) return 'tooLarge';
  if (/\bOOM\b|No space left|max(imum)? (daily )?(db|database|data|storage) size/i.test(message))
    return 'full';
  return 'unavailable';
}

/** The client's own errors quote the whole command, values and all: they must not get into a log. */
function harmless(cause: unknown): ErrorOptions {
  return cause instanceof Error && cause.name.startsWith('Upstash') ? {} : { cause };
}

function messageOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return (message.split(', command was:')[0] ?? '').slice(0, 200);
}
