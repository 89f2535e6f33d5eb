// Clients that are slow on purpose, and more connections than there is room for: voters beside them are answered.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNginx } from '@/scripts/edge/run-nginx';
import { ask, type EdgeHost, FILES, OBJECT, startEdge } from './edge-host';

/** So few that a test can use them all up. */
const CONNECTIONS = 256;

describe.skipIf(!hasNginx())('slow clients', () => {
  let edge: EdgeHost;
  let port: number;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    edge = await startEdge(() => ({ connections: CONNECTIONS }));
    ({ port } = edge.nginx);
    // More than a socket's buffers hold.
    writeFileSync(join(edge.webRoot, 'levee.js'), Buffer.alloc(64_000_000, 'x'));
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await edge?.close();
  });

  /** A connection that is only counted when it has closed. */
  const open = async (): Promise<{ socket: Socket; closed: Promise<void> }> => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    sockets.push(socket);
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    await Promise.race([once(socket, 'connect').catch(() => {}), closed]);
    return { socket, closed };
  };
  const opened = (count: number) => Promise.all(Array.from({ length: count }, open));
  const answered = async (times: number): Promise<number> => {
    let right = 0;
    for (let at = 0; at < times; at += 1) {
      const answer = await ask(port, OBJECT).catch(() => null);
      if (answer?.body.toString() === FILES[OBJECT]) right += 1;
    }
    return right;
  };

  it('lets go of heads that come a byte at a time, of bodies that never come and of answers nobody reads', async () => {
    const loris = await opened(60);
    const dribble = setInterval(() => {
      for (const { socket } of loris) if (socket.writable) socket.write('X');
    }, 500);
    for (const { socket } of loris) socket.write('GET /en/ HTTP/1.1\r\nHost: localhost\r\nX-A: ');
    const bodies = await opened(20);
    for (const { socket } of bodies)
      socket.resume().write('POST /en/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nabc');
    const readers = await opened(10);
    // Nothing listens for `data`: what comes stays in the system's buffers.
    for (const { socket } of readers)
      socket.pause().write('GET /levee.js HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(await answered(40)).toBe(40);
    for (const { socket } of loris) socket.resume();
    await Promise.all([...loris, ...bodies].map(({ closed }) => closed));
    clearInterval(dribble);
    // What is still in the buffers is read; the rest was never sent.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    let bytes = 0;
    for (const { socket } of readers) socket.on('data', (piece) => (bytes += piece.length)).resume();
    await Promise.all(readers.map(({ closed }) => closed));
    expect(bytes).toBeLessThan(10 * 64_000_000);
  });

  it('gives up idle connections for new ones where there is no more room', async () => {
    const idle = await opened(CONNECTIONS - 20);
    await Promise.all(
      idle.map(async ({ socket, closed }) => {
        socket.write('HEAD /icon.svg HTTP/1.1\r\nHost: localhost\r\n\r\n');
        await Promise.race([once(socket, 'data').catch(() => {}), closed]);
      }),
    );
    const more = await opened(60);
    for (const { socket } of more) socket.write('HEAD /icon.svg HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(await answered(40)).toBe(40);
    expect(idle.some(({ socket }) => socket.destroyed || socket.readableEnded)).toBe(true);
  });
});
