// Owns what a request to the bridge asks for: one command, several, or a transaction; as JSON, or as a path. Knows no
// Redis.

import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '@/lib/core/result';

/** `['SET', 'key', 'value']`. */
export type Command = readonly (string | number)[];

export interface Asked {
  readonly kind: 'single' | 'pipeline' | 'transaction';
  /** At least one. */
  readonly commands: readonly Command[];
}

/** The largest request that Upstash takes. */
const MAX_BODY_BYTES = 10_485_760;

/** All callers share one connection: these would change it for the others, or keep it to themselves. */
const NOT_SHARED = new Set(
  `AUTH BLMOVE BLMPOP BLPOP BRPOP BRPOPLPUSH BZMPOP BZPOPMAX BZPOPMIN CLIENT DISCARD EXEC HELLO MONITOR MULTI PSUBSCRIBE
   PSYNC QUIT RESET SELECT SHUTDOWN SSUBSCRIBE SUBSCRIBE SYNC UNWATCH WAIT WAITAOF WATCH`.split(/\s+/),
);

/** Whoever has the token may read and write what is kept, and nothing else: these change Redis itself, write files on its
 *  machine, load code, or make it another's copy. Upstash has none of them either. */
const NOT_DATA = new Set(
  `ACL BGREWRITEAOF BGSAVE CLUSTER CONFIG DEBUG FAILOVER FUNCTION LATENCY LOLWUT MIGRATE MODULE PFDEBUG PFSELFTEST REPLCONF
   REPLICAOF RESTORE RESTORE-ASKING SAVE SLAVEOF SLOWLOG SWAPDB`.split(/\s+/),
);

export interface RequestError {
  readonly status: 400 | 404 | 405 | 413;
  /** Without the `ERR` before it. */
  readonly message: string;
}

/** `POST /` with `["GET","a"]`, `POST /pipeline` or `/multi-exec` with `[["GET","a"],…]`, `GET /get/a`. */
export async function readCommands(request: IncomingMessage): Promise<Result<Asked, RequestError>> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (request.method === 'GET') return checked('single', [partsOf(path)]);
  if (request.method !== 'POST') return err({ status: 405, message: 'GET or POST is expected' });
  if (path !== '/' && path !== '/pipeline' && path !== '/multi-exec') {
    return err({ status: 404, message: 'no such path' });
  }
  const text = await bodyOf(request);
  if (text === null) {
    return err({ status: 413, message: `max request size exceeded. Limit: ${MAX_BODY_BYTES} bytes` });
  }
  const body = jsonOf(text);
  if (path === '/') return checked('single', [body]);
  if (!Array.isArray(body) || body.length === 0) return notCommands();
  return checked(path === '/pipeline' ? 'pipeline' : 'transaction', body);
}

function checked(kind: Asked['kind'], commands: readonly unknown[]): Result<Asked, RequestError> {
  if (!commands.every(isCommand)) return notCommands();
  const names = commands.map(([first]) => String(first).toUpperCase());
  const name = names.find((each) => NOT_SHARED.has(each) || NOT_DATA.has(each));
  if (name !== undefined) return err({ status: 400, message: `${name} is not available here` });
  return ok({ kind, commands });
}

function notCommands(): Result<Asked, RequestError> {
  return err({ status: 400, message: 'a JSON array is expected, of a command or of several' });
}

function isCommand(value: unknown): value is Command {
  if (!Array.isArray(value) || value.length === 0 || value[0] === '') return false;
  return value.every((part) => typeof part === 'string' || typeof part === 'number');
}

/** `/set/a/b%20c` -> `['set', 'a', 'b c']`. */
function partsOf(path: string): readonly string[] {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}

/** null: it is too long, and the rest of it has been let pass. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
