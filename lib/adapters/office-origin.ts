// Owns where the office host is reached: the one origin that passkeys are bound to and that writes may come from, and
// whether a proxy of ours stands before it. Knows no request.

import { err, ok, type Result } from '@/lib/core/result';
import { type EnvError, readOfficeEnv } from './env';

/** What the office host is, seen from a browser. */
export interface OfficeHost {
  /** `https://office.example.gov`, or `http://localhost:3000` while trying out. */
  readonly origin: string;
  /** `X-Forwarded-For` was written by a proxy of ours. */
  readonly behindProxy: boolean;
}

/** Browsers give passkeys and `__Host-` cookies to no other plain-http host than localhost (W3C Secure Contexts §3.1), and
 *  no passkey to a bare IP address (W3C WebAuthn §5.1.3). */
export function readOfficeHost(
  environment: Readonly<Record<string, string | undefined>>,
): Result<OfficeHost, EnvError> {
  const env = readOfficeEnv(environment);
  if (!env.ok) return env;
  const { origin, behindProxy } = env.value;
  const { protocol, hostname } = new URL(origin);
  const isAddress = /^[\d.]+$|^\[/.test(hostname);
  if ((protocol === 'https:' || hostname === 'localhost') && !isAddress) return ok({ origin, behindProxy });
  const why = isAddress ? 'is a bare address' : 'is not encrypted';
  return err({
    variable: 'LEVEE_OFFICE_ORIGIN',
    message: `${origin} ${why}, and browsers give no passkey there. Use https and a name, or http://localhost on this machine.`,
  });
}

/** The same for this process. Throws what names the variable: nobody could sign in. */
export function officeHost(): OfficeHost {
  const host = readOfficeHost(process.env);
  if (!host.ok) throw new Error(`${host.error.variable} ${host.error.message}`);
  return host.value;
}

/** Whether this host serves somebody's finished release and no desk (`npm start -- --release DIR`). */
export function deskIsOff(): boolean {
  return process.env.LEVEE_DESK === 'off';
}
