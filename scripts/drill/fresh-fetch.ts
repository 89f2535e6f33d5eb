// Owns fetching as a voter's browser does on a first visit: connections of its own, both encodings, no cache. Loopback
// only: every name leads to this machine. Knows nothing of releases.

import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, Agent as TlsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

/** One voter's connections. `fetchFile` stands for `window.fetch` with absolute addresses. */
export interface FreshFetch {
  readonly fetchFile: typeof fetch;
  readonly close: () => void;
}

const here: LookupFunction = (_name, options, found) =>
  options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4);

/** New connections, as many as a browser opens to a host. `ca`: of a drill with TLS. */
export function freshFetch(ca?: string): FreshFetch {
  const options = { keepAlive: true, maxSockets: 6, lookup: here };
  const plain = new Agent(options);
  const tls = new TlsAgent({ ...options, ...(ca === undefined ? {} : { ca }) });
  const fetchFile: typeof fetch = (input, init) =>
    new Promise((resolve, reject) => {
      const url = new URL(String(input));
      const isTls = url.protocol === 'https:';
      const send = isTls ? httpsRequest : httpRequest;
      const headers = { 'Accept-Encoding': 'gzip, br', 'User-Agent': 'levee-drill-voter' };
      const signal = init?.signal ?? undefined;
      const asked = send(
        url,
        { agent: isTls ? tls : plain, headers, ...(signal ? { signal } : {}) },
        (answer) => (isRedirect(answer) ? reject(new TypeError('redirected')) : resolve(asResponse(answer))),
      );
      asked.on('error', reject);
      asked.end();
    });
  return {
    fetchFile,
    close: () => {
      plain.destroy();
      tls.destroy();
    },
  };
}

const isRedirect = ({ statusCode = 0 }: IncomingMessage): boolean => statusCode >= 300 && statusCode < 400;

function asResponse(answer: IncomingMessage): Response {
  const encoding = answer.headers['content-encoding'];
  const decoder = encoding === 'br' ? createBrotliDecompress() : encoding === 'gzip' ? createGunzip() : null;
  // A connection that breaks ends what is decoded from it, too.
  if (decoder) answer.on('error', (error) => decoder.destroy(error));
  const body = decoder ? answer.pipe(decoder) : answer;
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
    status: answer.statusCode ?? 502,
  });
}
