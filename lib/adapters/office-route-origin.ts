// Owns telling our own pages' requests from other sites' (Fetch Metadata, HTML §7.1.1 Origin), and where a request comes
// from. Knows no route and no account.

/** Why a request goes no further: what the answer will say. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Set by scripts/start/before-next.cjs from the socket itself, whatever the request says. */
const SOCKET_HEADER = 'x-levee-socket';

/** Null where a request that writes comes from a page of `origin`; else the refusal. A client that is no browser and
 *  carries its own token has no `Origin`; if it names one, it must be ours. */
export function wrongOrigin(request: Request, origin: string, isToken: boolean): Refusal | null {
  const from = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const isOurs = from === origin || (from === null && isToken);
  if (isOurs && (site === null || site === 'same-origin')) return null;
  return {
    status: 403,
    code: 'wrongOrigin',
    message: `This can only be done from the pages at ${origin}. Open them there.`,
  };
}

/** Whether a request changes anything by what HTTP says of its method (RFC 9110 §9.2.1). */
export const isWrite = ({ method }: Request): boolean => method !== 'GET' && method !== 'HEAD';

/** Whose attempts are counted together: an IPv4 address, or the /64 of an IPv6 one, which one household has whole.
 *  `behindProxy`: our own proxy wrote the last part of `X-Forwarded-For`; else that header is anybody's word. */
export function addressOf({ headers }: Request, behindProxy: boolean): string {
  if (!behindProxy) return network(headers.get(SOCKET_HEADER) ?? 'unknown');
  // Each proxy appends whom it heard from: what stands before the last part proves nothing.
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return network(last || 'unknown');
}

function network(address: string): string {
  const [plain = ''] = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%', 1);
  if (!plain.includes(':')) return plain || 'unknown';
  const [head = '', tail = ''] = plain.split('::', 2);
  const parts = head === '' ? [] : head.split(':');
  if (plain.includes('::')) {
    const last = tail === '' ? [] : tail.split(':');
    while (parts.length + last.length < 8) parts.push('0');
    parts.push(...last);
  }
  const groups = parts.slice(0, 4).map((part) => Number.parseInt(part, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
