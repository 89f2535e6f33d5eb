// Owns a process of slow clients on loopback: they open connections and do as little with them as they may. Started by
// slow-clients.ts, ends when it is told to or left alone.

import { connect, type Socket } from 'node:net';

/** What a slow client does: nothing; a head that never ends; a request whose answer is read by the byte. */
export type Slowness = 'idle' | 'slowHead' | 'slowRead' | 'slowBody';

/** From the drill: whom to bother, how, with how many at once. */
export interface SlowSettings {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly kinds: readonly Slowness[];
  readonly connections: number;
}

/** To the drill: how many are open, and how many were ever opened. */
export interface SlowFigures {
  readonly open: number;
  readonly opened: number;
}

const DRIP_MS = 1_500;
const OPEN_AT_ONCE = 200;

const open = new Set<Socket>();
let opened = 0;

process.on('disconnect', () => process.exit());
process.on('message', (settings: SlowSettings) => {
  setInterval(() => {
    for (let more = 0; more < OPEN_AT_ONCE && open.size < settings.connections; more += 1)
      bother(settings, opened);
  }, 20);
  const tell = () => process.send?.({ open: open.size, opened } satisfies SlowFigures);
  tell();
  setInterval(tell, 500);
});

function bother({ host, port, path, kinds }: SlowSettings, number: number): void {
  const kind = kinds[number % kinds.length] ?? 'idle';
  // Sources spread over the loopback network, as an attack's are: 16 million addresses lead here.
  const localAddress = `127.${1 + (number % 200)}.${Math.floor(number / 200) % 250}.1`;
  const socket = connect({ host, port, localAddress });
  open.add(socket);
  opened += 1;
  const close = () => {
    open.delete(socket);
    socket.destroy();
  };
  socket.on('close', close);
  socket.on('error', close);
  socket.on('connect', () => {
    if (kind === 'idle') return;
    const end =
      kind === 'slowHead' ? 'X-Slow: ' : kind === 'slowBody' ? 'Content-Length: 100000\r\n\r\n' : '\r\n';
    const method = kind === 'slowBody' ? 'POST' : 'GET';
    socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${end}`);
    if (kind === 'slowRead') socket.pause();
    else drip(socket);
  });
}

function drip(socket: Socket): void {
  const timer = setInterval(() => socket.write('x'), DRIP_MS);
  socket.once('close', () => clearInterval(timer));
}
