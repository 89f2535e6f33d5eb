// Owns the Upstash REST protocol before a Redis of one's own: what @vercel/kv speaks, over HTTP, for tests and for
// those who host everything themselves. https://upstash.com/docs/redis/features/restapi. Knows no key.

import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Command, readCommands } from './read-commands';
import { RedisFailure, type Reply } from './read-reply';
import { type RedisConnection, sharedConnection } from './redis-connection';

export interface BridgeOptions {
  /** `redis://127.0.0.1:6379`, `redis://user:password@host:6379/2`. */
  readonly redis: string;
  /** Callers say `Authorization: Bearer <token>`. */
  readonly token: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A server that is not listening yet. */
export function kvBridge({ redis, token }: BridgeOptions): Server {
  const connection = sharedConnection(redis);
  return createServer((request, response) => {
    answer(request, token, connection).then(
      (each) => send(response, each),
      (error: unknown) => {
        const message = `ERR ${error instanceof Error ? error.message : 'Redis failed'}`;
        send(response, { status: 503, body: { error: message } });
      },
    );
  });
}

async function answer(
  request: IncomingMessage,
  token: string,
  connection: () => Promise<RedisConnection>,
): Promise<Answer> {
  if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) {
    return { status: 401, body: { error: 'Unauthorized' } };
  }
  const read = await readCommands(request);
  if (!read.ok) return { status: read.error.status, body: { error: `ERR ${read.error.message}` } };
  const as = request.headers['upstash-encoding'] === 'base64' ? inBase64 : inPlain;
  const result = (reply: Reply) =>
    reply instanceof RedisFailure ? { error: reply.message } : { result: as(reply, true) };
  const redis = await connection();
  const { kind, commands } = read.value;
  if (kind === 'pipeline') {
    const replies = await Promise.all(commands.map((command) => redis.command(command)));
    return { status: 200, body: replies.map(result) };
  }
  if (kind === 'transaction') {
    const reply = await transaction(redis, commands);
    if (!Array.isArray(reply)) return { status: 400, body: result(reply) };
    return { status: 200, body: reply.map(result) };
  }
  const reply = await redis.command(commands[0] ?? []);
  return { status: reply instanceof RedisFailure ? 400 : 200, body: result(reply) };
}

/** Written in one go, so that no other caller's command comes between. */
async function transaction(redis: RedisConnection, commands: readonly Command[]): Promise<Reply> {
  const replies = await Promise.all([['MULTI'], ...commands, ['EXEC']].map((each) => redis.command(each)));
  const refused = replies.find((reply) => reply instanceof RedisFailure);
  return refused ?? replies.at(-1) ?? null;
}

function inPlain(reply: Reply): unknown {
  if (reply instanceof RedisFailure) return reply.message;
  return Array.isArray(reply) ? reply.map(inPlain) : reply;
}

/** Texts in base64, at any depth. The client decodes all but an `OK` that is the whole reply. */
function inBase64(reply: Reply, isWhole: boolean): unknown {
  if (reply instanceof RedisFailure) return reply.message;
  if (typeof reply === 'string' && !(isWhole && reply === 'OK')) return Buffer.from(reply).toString('base64');
  return Array.isArray(reply) ? reply.map((each) => inBase64(each, false)) : reply;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function send(response: ServerResponse, { status, body }: Answer): void {
  // Whoever sends too much is not listened to any longer.
  const end = status === 413 ? { Connection: 'close' } : {};
  response.writeHead(status, { 'Content-Type': 'application/json', ...end }).end(JSON.stringify(body));
}
