// Owns one connection to a Redis: commands out, replies in, in order (https://redis.io/docs: RESP2). Knows no HTTP.

import { connect, type Socket } from 'node:net';

/** What Redis can answer. An error is a value: a transaction's replies may hold some. */
export type Reply = string | number | null | RedisFailure | readonly Reply[];

/** `-ERR …`, without the dash. */
export class RedisFailure {
  constructor(readonly message: string) {}
}

export interface RedisConnection {
  /** The reply; rejects where the connection is lost before it is there. */
  command(parts: readonly (string | number)[]): Promise<Reply>;
  isLost(): boolean;
  close(): void;
}

/** One connection for all callers, made anew where it was lost. */
export function sharedConnection(address: string): () => Promise<RedisConnection> {
  let shared: Promise<RedisConnection> | null = null;
  const connected = (): Promise<RedisConnection> => {
    const mine = connectRedis(address);
    shared = mine;
    mine.catch(() => {
      if (shared === mine) shared = null;
    });
    return mine;
  };
  return async () => {
    const asked = shared ?? connected();
    const found = await asked;
    if (!found.isLost()) return found;
    return shared === null || shared === asked ? connected() : shared;
  };
}

/** Connect to `redis://host:port`, or `redis://user:password@host:port/2`. Rejects where nobody answers, or where the
 *  password is wrong. */
export async function connectRedis(address: string): Promise<RedisConnection> {
  const { hostname, port, username, password, pathname } = new URL(address);
  const connection = await connectTo(hostname, Number(port || 6379));
  const name = username === '' ? [] : [decodeURIComponent(username)];
  const database = pathname.slice(1);
  const greetings = [
    ...(password === '' ? [] : [['AUTH', ...name, decodeURIComponent(password)]]),
    ...(database === '' ? [] : [['SELECT', database]]),
  ];
  for (const greeting of greetings) {
    const reply = await connection.command(greeting);
    if (!(reply instanceof RedisFailure)) continue;
    connection.close();
    throw new Error(`Redis says: ${reply.message}`);
  }
  return connection;
}

async function connectTo(hostname: string, port: number): Promise<RedisConnection> {
  const socket = connect(port, hostname);
  socket.setNoDelay(true);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject);
  });
  const waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void }[] = [];
  let lost: Error | null = null;
  receive(socket, (reply) => waiting.shift()?.resolve(reply));
  const fail = (error: Error) => {
    lost ??= error;
    for (const { reject } of waiting.splice(0)) reject(lost);
  };
  socket.on('error', fail).on('close', () => fail(new Error('the connection to Redis is closed')));
  return {
    command: (parts) =>
      new Promise((resolve, reject) => {
        if (lost !== null) return reject(lost);
        waiting.push({ resolve, reject });
        socket.write(encoded(parts));
      }),
    isLost: () => lost !== null,
    close: () => socket.destroy(),
  };
}

function encoded(parts: readonly (string | number)[]): Buffer {
  const bulks = parts.map((part) => {
    const bytes = Buffer.from(String(part));
    return Buffer.concat([Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from('\r\n')]);
  });
  return Buffer.concat([Buffer.from(`*${parts.length}\r\n`), ...bulks]);
}

function receive(socket: Socket, onReply: (reply: Reply) => void): void {
  let chunks: Buffer[] = [];
  let needed = 0;
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    const length = chunks.reduce((sum, each) => sum + each.length, 0);
    // A large value comes in many pieces: looking at it again with each would take its square.
    if (length < needed) return;
    let rest: Buffer = Buffer.concat(chunks);
    for (;;) {
      const read = readReply(rest, 0);
      if (typeof read === 'number') {
        needed = read;
        break;
      }
      rest = rest.subarray(read.end);
      onReply(read.reply);
    }
    chunks = [rest];
  });
}

/** The reply that starts at `at`, or how many bytes there must be before it is worth looking again. */
function readReply(bytes: Buffer, at: number): { readonly reply: Reply; readonly end: number } | number {
  const lineEnd = bytes.indexOf('\r\n', at);
  if (lineEnd === -1) return bytes.length + 1;
  const kind = String.fromCharCode(bytes[at] ?? 0);
  const line = bytes.toString('utf8', at + 1, lineEnd);
  const end = lineEnd + 2;
  if (kind === '+') return { reply: line, end };
  if (kind === '-') return { reply: new RedisFailure(line), end };
  if (kind === ':') return { reply: Number(line), end };
  const count = Number(line);
  if (count === -1) return { reply: null, end };
  if (kind === '$') {
    const after = end + count + 2;
    return bytes.length < after ? after : { reply: bytes.toString('utf8', end, end + count), end: after };
  }
  const replies: Reply[] = [];
  let next = end;
  while (replies.length < count) {
    const read = readReply(bytes, next);
    if (typeof read === 'number') return read;
    replies.push(read.reply);
    next = read.end;
  }
  return { reply: replies, end: next };
}
