// Owns a proxy with real faults: a port of its own that hands on what it gets from a healthy host, until somebody
// breaks it. Stands between voter and host, or edge and origin. The product knows nothing of it; what goes wrong goes
// wrong on the wire.

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Answer, ask } from './fault-upstream';

/** What can go wrong between a reader and a host. `dead`: nobody listens. `broken`: promised whole, hung up half-way. */
export type Fault =
  | 'none'
  | 'dead'
  | 'reset'
  | 'hangs'
  | 'hangsAfterHeaders'
  | 'hangsHalfWay'
  | 'broken'
  | '500'
  | '503'
  | 'redirect'
  | 'empty'
  | 'html'
  | 'foreign'
  | 'altered'
  | 'swapped'
  | 'cut'
  | 'endless';

/** A host that tests and the drill can break. */
export interface FaultProxy {
  readonly port: number;
  readonly url: string;
  /** Paths asked for so far. */
  readonly asked: string[];
  /** Breaks every path that `of` picks; by default the release's. */
  readonly breakIt: (fault: Fault, of?: (path: string) => boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Where it listens, and what it does to scripts on their way. */
export interface FaultProxyOptions {
  /** What its readers call it: any name that leads to this machine. */
  readonly hostName?: string;
  /** `127.0.0.1`, or `::1`: the second address that `localhost` has. */
  readonly address?: string;
  /** 0: whichever is free. */
  readonly port?: number;
  readonly edit?: (text: string) => string;
  /** What stands in the place of a body with the fault `swapped`: an older pointer, say. */
  readonly swap?: (path: string, whole: Buffer) => Uint8Array;
}

const isRelease = (path: string) => path.includes('/v1/');

/** A host in front of `upstream`, `http://127.0.0.1:4711`. */
export async function startFaultProxy(
  upstream: string,
  options: FaultProxyOptions = {},
): Promise<FaultProxy> {
  const { hostName = 'localhost', address = '127.0.0.1', port: wanted = 0 } = options;
  const asked: string[] = [];
  let fault: Fault = 'none';
  let isBroken = isRelease;
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const hurt = isBroken(path) ? fault : 'none';
    handOn(upstream, hurt, options, request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, address, resolve);
    });
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  await listen(wanted);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${hostName}:${port}`,
    asked,
    breakIt: async (next, of = isRelease) => {
      if (fault === 'dead' && next !== 'dead') await listen(port);
      if (fault !== 'dead' && next === 'dead') await close();
      fault = next;
      isBroken = of;
    },
    stop: async () => {
      if (fault !== 'dead') await close();
    },
  };
}

async function handOn(
  upstream: string,
  fault: Fault,
  { edit, swap }: FaultProxyOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (fault === 'hangs') return;
  if (fault === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const answer = await ask(upstream, request);
  const isScript = /javascript/.test(String(answer.headers['content-type']));
  const whole = edit && isScript ? Buffer.from(edit(answer.body.toString('utf8'))) : answer.body;
  if (fault === 'none') response.writeHead(answer.status, lengthOf(whole, answer)).end(whole);
  else if (fault === 'swapped' && swap) {
    response.writeHead(200, answer.headers).end(swap(request.url ?? '/', whole));
  } else hurt(fault, whole, answer.headers, response);
}

/** A refusal without a body, and the answer to HEAD, keep the length that the host promised. */
function lengthOf(whole: Buffer, { headers, length }: Answer): IncomingHttpHeaders {
  const promised = whole.length === 0 ? length : String(whole.length);
  return promised === undefined ? headers : { ...headers, 'content-length': promised };
}

function hurt(fault: Fault, whole: Buffer, headers: IncomingHttpHeaders, response: ServerResponse): void {
  const body = bodies[fault]?.(whole);
  if (body !== undefined) response.writeHead(STATUS[fault] ?? 200, headers).end(body);
  else if (fault === 'redirect') response.writeHead(302, { ...headers, Location: '/en/' }).end();
  else if (fault === 'endless') endless(headers, response);
  else {
    // Promised whole, and then silence, or nobody: after the headers, or in the middle.
    response.writeHead(200, { ...headers, 'content-length': whole.length }).flushHeaders();
    if (fault !== 'hangsAfterHeaders') response.write(whole.subarray(0, whole.length >> 1));
    if (fault === 'broken') response.destroy();
  }
}

const STATUS: Readonly<Partial<Record<Fault, number>>> = { '500': 500, '503': 503 };

const bodies: Readonly<Partial<Record<Fault, (whole: Buffer) => string | Buffer>>> = {
  '500': () => 'an error',
  '503': () => 'try again later',
  empty: () => '',
  html: () => '<!doctype html><title>Welcome</title><p>Sign in to this network.',
  foreign: () => '{"formatVersion":1,"payload":"{}","signatures":[]}',
  altered: (whole) => altered(whole),
  cut: (whole) => whole.subarray(0, -20),
};

/** The name of the place is another; what names no such place has one letter changed. */
function altered(whole: Buffer): Buffer {
  const text = whole.toString('utf8');
  const changed = text.replace('Heron Library', 'Heron Liberty');
  return Buffer.from(changed === text ? text.replace(/e/, 'E') : changed);
}

/** More than any reader accepts, and no end. */
function endless(headers: IncomingHttpHeaders, response: ServerResponse): void {
  response.writeHead(200, headers);
  const chunk = Buffer.alloc(65_536, '{');
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}
