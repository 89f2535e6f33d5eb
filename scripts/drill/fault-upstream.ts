// Owns asking the healthy host behind a fault proxy, as its reader would have asked, and the whole answer. Must not
// know what the proxy does with it.

import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';

/** The answer, its body uncompressed so that it can be changed. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** What the host said its body's length is, where it said so. */
  readonly length: string | undefined;
  readonly body: Buffer;
}

const agent = new Agent({ keepAlive: true });

/** Between two neighbours only, or about a body that the proxy may change. */
const OWN = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

/** Asks `upstream`, `http://127.0.0.1:4711`, what `incoming` asks. Throws where nobody listens. */
export function ask(upstream: string, incoming: IncomingMessage): Promise<Answer> {
  const { hostname, port } = new URL(upstream);
  const { 'accept-encoding': _packed, ...asked } = incoming.headers;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        hostname: hostname.replace(/^\[|\]$/g, ''),
        port,
        path: incoming.url,
        method: incoming.method,
        headers: without(OWN, asked),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 502,
            headers: without(OWN, response.headers),
            length: response.headers['content-length'],
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    outgoing.once('error', reject);
    outgoing.end();
  });
}

function without(names: readonly string[], headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
