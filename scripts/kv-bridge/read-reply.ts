// Owns what bytes of Redis mean (https://redis.io/docs: RESP2). Knows no socket.

/** What Redis can answer. An error is a value: a transaction's replies may hold some. */
export type Reply = string | number | null | RedisFailure | readonly Reply[];

/** `-ERR …`, without the dash. */
export class RedisFailure {
  constructor(readonly message: string) {}
}

/** Bytes that are no reply, and from which no way leads back to one. */
export class NotResp extends Error {
  override readonly name = 'NotResp';
}

/** A reply, and where the next one begins. */
export interface ReadReply {
  readonly reply: Reply;
  readonly end: number;
}

/** Redis answers no command with more (proto-max-bulk-len). */
const MOST_BYTES = 512 * 1024 * 1024;
/** Of replies in one list, and of lists in each other. */
const MOST_REPLIES = 1024 * 1024;
const DEEPEST = 16;

/** The reply that the bytes begin with, or how many bytes there must be before it is worth looking again; `NotResp` where it
 *  is none. `readReply(Buffer.from(':7\r\n'))` -> `{reply: 7, end: 4}`. */
export function readReply(bytes: Buffer): ReadReply | number | NotResp {
  try {
    return replyAt(bytes, 0, 0);
  } catch (error) {
    if (error instanceof NotResp) return error;
    throw error;
  }
}

function replyAt(bytes: Buffer, at: number, depth: number): ReadReply | number {
  const lineEnd = bytes.indexOf('\r\n', at);
  if (lineEnd === -1) return bytes.length + 1;
  const kind = String.fromCharCode(bytes[at] ?? 0);
  const line = bytes.toString('utf8', at + 1, lineEnd);
  const end = lineEnd + 2;
  if (kind === '+') return { reply: line, end };
  if (kind === '-') return { reply: new RedisFailure(line), end };
  if (!/^-?\d{1,19}$/.test(line)) throw new NotResp(`${JSON.stringify(line.slice(0, 40))} is no number`);
  if (kind === ':') return { reply: Number(line), end };
  if (line === '-1' && (kind === '$' || kind === '*')) return { reply: null, end };
  if (kind === '$') return bulkAt(bytes, end, upTo(MOST_BYTES, line));
  if (kind === '*') return listAt(bytes, end, upTo(MOST_REPLIES, line), depth);
  throw new NotResp(`${JSON.stringify(kind)} begins no reply`);
}

function upTo(most: number, line: string): number {
  const count = Number(line);
  if (count >= 0 && count <= most) return count;
  throw new NotResp(`${line} of something`);
}

function bulkAt(bytes: Buffer, start: number, length: number): ReadReply | number {
  const after = start + length + 2;
  return bytes.length < after ? after : { reply: bytes.toString('utf8', start, start + length), end: after };
}

function listAt(bytes: Buffer, start: number, count: number, depth: number): ReadReply | number {
  if (depth >= DEEPEST) throw new NotResp(`lists more than ${DEEPEST} deep`);
  const replies: Reply[] = [];
  let next = start;
  while (replies.length < count) {
    const read = replyAt(bytes, next, depth + 1);
    if (typeof read === 'number') return read;
    replies.push(read.reply);
    next = read.end;
  }
  return { reply: replies, end: next };
}
