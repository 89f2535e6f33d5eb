// Owns asking one host over HTTP as a browser does (gzip and Brotli, no cookie, no redirect), at an address of one's own choice, and noting
// why it failed, how long it took, and until when its certificate holds. Believes nothing of what comes back.

import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

/** What is noted of a host while it is asked. */
export interface HostNotes {
  /** Milliseconds from asking to the first byte, one for each answer. */
  readonly latenciesMs: number[];
  /** The last failure's code: `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `TimeoutError`; null where all answered. */
  failure: string | null;
  /** When the certificate ends; null over plain HTTP, or where nothing answered. */
  certificateEnds: Date | null;
}

/** `fetch` for one host, and what it notes. `ip`, if given, is asked in place of what DNS says: `192.0.2.7`. */
export function outsideFetch(ip: string | null): { readonly fetch: typeof fetch; readonly notes: HostNotes } {
  const notes: HostNotes = { latenciesMs: [], failure: null, certificateEnds: null };
  const fetchFile = (address: string | URL | Request, init: RequestInit = {}): Promise<Response> =>
    ask(new URL(String(address)), ip, init, notes);
  return { fetch: fetchFile as typeof fetch, notes };
}

const HEADERS = { Accept: '*/*', 'Accept-Encoding': 'gzip, br', 'User-Agent': 'levee-probe' };

function ask(url: URL, ip: string | null, init: RequestInit, notes: HostNotes): Promise<Response> {
  const isTls = url.protocol === 'https:';
  const startedMs = performance.now();
  return new Promise((resolve, reject) => {
    const fail = (error: Error & { readonly code?: unknown }) => {
      notes.failure = init.signal?.aborted ? 'TimeoutError' : String(error.code ?? error.name);
      reject(Object.assign(error, { name: notes.failure }));
    };
    const options: RequestOptions = {
      headers: HEADERS,
      agent: false,
      ...(init.signal ? { signal: init.signal } : {}),
      ...(ip === null ? {} : { lookup: always(ip) }),
    };
    const asked = (isTls ? tlsRequest : plainRequest)(url, options, (answer) => {
      notes.latenciesMs.push(performance.now() - startedMs);
      if (isTls) noteCertificate(answer.socket, notes);
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400) {
        answer.destroy();
        return fail(Object.assign(new Error('a redirect'), { code: 'REDIRECT' }));
      }
      const body = unpacked(answer, String(answer.headers['content-encoding'] ?? ''));
      body.on('error', fail);
      const hasBody = status !== 204;
      resolve(new Response(hasBody ? (Readable.toWeb(body) as ReadableStream) : null, { status }));
    });
    asked.on('error', fail);
    asked.end();
  });
}

function unpacked(answer: Readable, encoding: string): Readable {
  const packer = encoding === 'gzip' ? createGunzip() : encoding === 'br' ? createBrotliDecompress() : null;
  if (packer === null) return answer;
  answer.on('error', (error) => packer.destroy(error));
  return answer.pipe(packer);
}

/** Node asks for one address or for all of them. */
function always(ip: string): RequestOptions['lookup'] {
  const family = isIP(ip);
  return (_host, options, found) =>
    options.all ? found(null, [{ address: ip, family }]) : found(null, ip, family);
}

function noteCertificate(socket: Socket, notes: HostNotes): void {
  const ends = Date.parse((socket as TLSSocket).getPeerCertificate?.()?.valid_to ?? '');
  if (!Number.isNaN(ends)) notes.certificateEnds = new Date(ends);
}
