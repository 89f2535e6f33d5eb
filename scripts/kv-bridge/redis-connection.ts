// Owns one connection to a Redis: commands out, replies in, in order (https://redis.io/docs: RESP2). Knows no HTTP.

import { connect, type Socket } from 'node:net';
import { NotResp, RedisFailure, type Reply, readReply } from './read-reply';

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
  const fail = (error: Error) => {
    lost ??= error;
    for (const { reject } of waiting.splice(0)) reject(lost);
  };
  // Whose replies cannot be told apart any more is not listened to: the next command makes a new connection.
  const onNonsense = (error: NotResp) => {
    fail(error);
    socket.destroy();
  };
  receive(socket, (reply) => waiting.shift()?.resolve(reply), onNonsense);
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

function receive(
  socket: Socket,
  onReply: (reply: Reply) => void,
  onNonsense: (error: NotResp) => void,
): void {
  let chunks: Buffer[] = [];
  let needed = 0;
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    const length = chunks.reduce((sum, each) => sum + each.length, 0);
    // A large value comes in many pieces: looking at it again with each would take its square.
    if (length < needed) return;
    let rest: Buffer = Buffer.concat(chunks);
    for (;;) {
      const read = readReply(rest);
      if (read instanceof NotResp) return onNonsense(read);
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
