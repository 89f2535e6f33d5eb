// Owns a host with real faults: a proxy on a port of its own that hands on what it gets from a healthy server, until
// the test breaks it. The product knows nothing of it; what goes wrong goes wrong on the wire.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What can go wrong between a voter and a host. `dead`: nobody listens. */
export type Fault =
  | 'none'
  | 'dead'
  | 'reset'
  | 'hangs'
  | 'hangsAfterHeaders'
  | 'hangsHalfWay'
  | '503'
  | 'redirect'
  | 'empty'
  | 'html'
  | 'foreign'
  | 'altered'
  | 'cut'
  | 'endless';

/** A host that tests can break. */
export interface FaultHost {
  readonly port: number;
  readonly url: string;
  /** Paths asked for so far. */
  readonly asked: string[];
  /** Breaks every path that `of` picks; by default the release's. */
  readonly breakIt: (fault: Fault, of?: (path: string) => boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const isRelease = (path: string) => path.includes('/v1/');

/** A host in front of `upstream`. `hostName` is what voters call it: any name that leads to this machine. */
export async function startFaultHost(
  upstream: string,
  hostName = 'localhost',
  edit: (text: string) => string = (text) => text,
): Promise<FaultHost> {
  const asked: string[] = [];
  let fault: Fault = 'none';
  let isBroken = isRelease;
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const hurt = isBroken(path) ? fault : 'none';
    handOn(upstream, hurt, edit, request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  await listen(0);
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
  edit: (text: string) => string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (fault === 'hangs') return;
  if (fault === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const answer = await fetch(upstream + (request.url ?? '/'), { redirect: 'manual' });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get('content-type') ?? 'application/octet-stream';
  const headers = {
    'Content-Type': type,
    'Cache-Control': answer.headers.get('cache-control') ?? '',
    'Access-Control-Allow-Origin': '*',
  };
  const whole = /javascript/.test(type) ? Buffer.from(edit(bytes.toString('utf8'))) : bytes;
  if (fault === 'none') response.writeHead(answer.status, headers).end(whole);
  else hurt(fault, whole, headers, response);
}

function hurt(fault: Fault, whole: Buffer, headers: Record<string, string>, response: ServerResponse): void {
  const body = bodies[fault]?.(whole);
  if (body !== undefined) response.writeHead(fault === '503' ? 503 : 200, headers).end(body);
  else if (fault === 'redirect') response.writeHead(302, { ...headers, Location: '/en/' }).end();
  else if (fault === 'endless') endless(headers, response);
  else {
    // Promised whole, and then silence: after the headers, or in the middle.
    response.writeHead(200, { ...headers, 'Content-Length': whole.length }).flushHeaders();
    if (fault === 'hangsHalfWay') response.write(whole.subarray(0, whole.length >> 1));
  }
}

const bodies: Readonly<Partial<Record<Fault, (whole: Buffer) => string | Buffer>>> = {
  '503': () => 'try again later',
  empty: () => '',
  html: () => '<!doctype html><title>Welcome</title><p>Sign in to this network.',
  foreign: () => '{"formatVersion":1,"payload":"{}","signatures":[]}',
  altered: (whole) => altered(whole),
  cut: (whole) => whole.subarray(0, -20),
};

/** The name of the place is another; what names no place has one letter changed. */
function altered(whole: Buffer): Buffer {
  const text = whole.toString('utf8');
  const changed = text.replace('Heron Library', 'Heron Liberty');
  return Buffer.from(changed === text ? text.replace(/e/, 'E') : changed);
}

/** More than any reader accepts, and no end. */
function endless(headers: Record<string, string>, response: ServerResponse): void {
  response.writeHead(200, headers);
  const chunk = Buffer.alloc(65_536, '{');
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}
