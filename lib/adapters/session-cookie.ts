// Owns the two cookies of the office side: the session's, and the one by which a browser that signed in before is told
// from a stranger's. Both hold a random secret and nothing else. Knows no session.

import { SESSION_HOURS } from '@/lib/office/accounts/session';

/** `__Host-`: Secure, this host alone, whole host (RFC 6265bis §4.1.3.2). Chromium takes it on http://localhost, too. */
export const SESSION_COOKIE = '__Host-levee-session';
export const DEVICE_COOKIE = '__Host-levee-device';

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';
/** As long as browsers keep any cookie. */
const DEVICE_DAYS = 400;

/** A `Set-Cookie` that begins a session. */
export const sessionCookie = (secret: string): string =>
  `${SESSION_COOKIE}=${secret}; ${ATTRIBUTES}; Max-Age=${SESSION_HOURS * 3600}`;

/** A `Set-Cookie` that takes it away. */
export const noSessionCookie = (): string => `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;

/** A `Set-Cookie` by which this browser is known again at the next sign-in. It opens nothing. */
export const deviceCookie = (secret: string): string =>
  `${DEVICE_COOKIE}=${secret}; ${ATTRIBUTES}; Max-Age=${DEVICE_DAYS * 86_400}`;

/** The secret in a request's `Cookie` header; null where there is none. */
export function cookieOf(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && /^[A-Za-z0-9_-]{8,64}$/.test(value)) return value;
  }
  return null;
}
