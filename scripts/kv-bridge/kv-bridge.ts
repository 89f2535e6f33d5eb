// Owns the Upstash REST protocol before a Redis of one's own: what @vercel/kv speaks, over HTTP, for tests and for
// those who host everything themselves. https://upstash.com/docs/redis/features/restapi. Knows no key and no command.

import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connectRedis, type RedisConnection, RedisFailure, type Reply } from './redis-connection';

export interface BridgeOptions {
  /** `redis://127.0.0.1:6379`. */
  readonly redis: string;
  /** Callers say `Authorization: Bearer <token>`. */
  readonly token: string;
}

/** The largest request that Upstash takes. */
const MAX_BODY_BYTES = 10_485_760;
type Command = readonly (string | number)[];

/** A server that is not listening yet. */
export function kvBridge({ redis, token }: BridgeOptions): Server {
  let shared: Promise<RedisConnection> | null = null;
  const connection = () => {
    shared ??= connectRedis(redis);
    return shared;
  };
  return createServer((request, response) => {
    answer(request, token, connection).then(
      ({ status, body }) => send(response, status, body),
      (error: unknown) => {
        shared = null;
        send(response, 503, { error: `ERR ${error instanceof Error ? error.message : 'Redis failed'}` });
      },
    );
  });
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function answer(
  request: IncomingMessage,
  token: string,
  connection: () => Promise<RedisConnection>,
): Promise<Answer> {
  if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) {
    return { status: 401, body: { error: 'Unauthorized' } };
  }
  const body = request.method === 'POST' ? await commandsOf(request) : null;
  if (body === null) return { status: 400, body: { error: 'ERR a JSON array of commands is expected' } };
  const as = request.headers['upstash-encoding'] === 'base64' ? inBase64 : inPlain;
  const redis = await connection();
  const result = (reply: Reply) =>
    reply instanceof RedisFailure ? { error: reply.message } : { result: as(reply) };
  switch (request.url) {
    case '/pipeline': {
      const replies = await Promise.all((body as Command[]).map((command) => redis.command(command)));
      return { status: 200, body: replies.map(result) };
    }
    case '/multi-exec': {
      const reply = await transaction(redis, body as Command[]);
      if (reply instanceof RedisFailure) return { status: 400, body: { error: reply.message } };
      return { status: 200, body: (reply as readonly Reply[]).map(result) };
    }
    case '/': {
      const reply = await redis.command(body as Command);
      return { status: reply instanceof RedisFailure ? 400 : 200, body: result(reply) };
    }
    default:
      return { status: 404, body: { error: 'ERR no such path' } };
  }
}

/** Written in one go, so that no other caller's command comes between. */
async function transaction(redis: RedisConnection, commands: readonly Command[]): Promise<Reply> {
  const replies = await Promise.all([['MULTI'], ...commands, ['EXEC']].map((each) => redis.command(each)));
  const refused = replies.find((reply) => reply instanceof RedisFailure);
  return refused ?? replies.at(-1) ?? null;
}

async function commandsOf(request: IncomingMessage): Promise<unknown[] | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return Array.isArray(value) && value.length > 0 ? value : null;
  } catch {
    return null;
  }
}

function inPlain(reply: Reply): unknown {
  if (reply instanceof RedisFailure) return reply.message;
  return Array.isArray(reply) ? reply.map(inPlain) : reply;
}

/** Texts in base64, at any depth, but for `OK`: as the client expects them. */
function inBase64(reply: Reply): unknown {
  if (typeof reply === 'string') return reply === 'OK' ? reply : Buffer.from(reply).toString('base64');
  if (reply instanceof RedisFailure) return reply.message;
  return Array.isArray(reply) ? reply.map(inBase64) : reply;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
