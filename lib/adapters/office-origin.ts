// Owns where the office host is reached: the one origin that passkeys are bound to and that writes may come from.
// Knows no request.

import { err, ok, type Result } from '@/lib/core/result';

/** What `LEVEE_OFFICE_ORIGIN` cannot be: `{message: 'LEVEE_OFFICE_ORIGIN: …'}`. */
export interface OriginError {
  readonly message: string;
}

/** `https://office.example.gov`, or `http://localhost:3000` while trying out. Browsers give passkeys and `__Host-`
 *  cookies to no other plain-http host (W3C Secure Contexts §3.1), and no passkey to a bare IP address. */
export function readOfficeOrigin(
  environment: Readonly<Record<string, string | undefined>>,
): Result<string, OriginError> {
  const port = environment.PORT?.trim() || '3000';
  const given = environment.LEVEE_OFFICE_ORIGIN?.trim() || `http://localhost:${port}`;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || url.origin !== given.replace(/\/$/, '')) {
    return err({
      message: `LEVEE_OFFICE_ORIGIN: "${given}" is no origin. Write it like https://office.example.gov.`,
    });
  }
  if (url.protocol === 'https:' || url.hostname === 'localhost') return ok(url.origin);
  return err({
    message: `LEVEE_OFFICE_ORIGIN: ${given} is not encrypted, and browsers give no passkey there. Use https, or http://localhost on this machine.`,
  });
}

/** The same for this process. Throws where the variable is wrong: nobody could sign in. */
export function officeOrigin(): string {
  const origin = readOfficeOrigin(process.env);
  if (!origin.ok) throw new Error(origin.error.message);
  return origin.value;
}
