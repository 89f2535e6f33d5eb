// Owns one HTTP request from an address of this machine that the caller chooses, which `fetch` cannot. Knows nothing of what is asked.

import { request } from 'node:http';
import { text } from 'node:stream/consumers';

/** What is sent. */
export interface Sent {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  /** `127.0.0.2`; absent: whichever the system takes. */
  readonly localAddress?: string | undefined;
}

/** Longer than any route may take. */
const TIMEOUT_MS = 120_000;

/** Status, body and `Set-Cookie` lines of the answer; nothing is followed. Throws where nobody answers in time. */
export function send(
  url: string,
  { method, headers = {}, body, localAddress }: Sent,
): Promise<{ readonly status: number; readonly text: string; readonly cookies: readonly string[] }> {
  return new Promise((resolve, reject) => {
    const from = localAddress === undefined ? {} : { localAddress, family: 4 };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const asked = request(url, { method, headers, signal, ...from }, (answer) => {
      const { statusCode: status = 0, headers: given } = answer;
      text(answer).then(
        (said) => resolve({ status, text: said, cookies: given['set-cookie'] ?? [] }),
        reject,
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
