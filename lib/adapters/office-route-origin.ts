// Owns telling our own pages' requests from other sites' (Fetch Metadata, HTML §7.1.1 Origin), and where a request comes
// from. Knows no route and no account.

/** Why a request goes no further: what the answer will say. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Set by scripts/start/socket-address.cjs from the socket itself, whatever the request says. */
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
 *  `trustedProxies`: how many proxies of ours stand in front; 0: `X-Forwarded-For` is anybody's word. */
export function addressOf(request: Request, trustedProxies: number): string {
  const { headers } = request;
  if (trustedProxies === 0) return network(headers.get(SOCKET_HEADER) ?? 'unknown');
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  // Each proxy appends whom it heard from: ours wrote the last ones, and what stands before them proves nothing.
  return network(hops.at(-trustedProxies) || 'unknown');
}

function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
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

/** `LEVEE_TRUSTED_PROXY`: how many proxies of ours a request has passed, `1` behind one nginx. Vercel is one. */
export function trustedProxies(environment: Readonly<Record<string, string | undefined>>): number {
  const given = environment.LEVEE_TRUSTED_PROXY?.trim() ?? '';
  if (given === '') return environment.VERCEL ? 1 : 0;
  if (/^[0-9]$/.test(given)) return Number(given);
  throw new Error(`LEVEE_TRUSTED_PROXY: "${given}" is no number of proxies from 0 to 9`);
}
