// Owns what an edge is told: its options, their defaults, and which values may go into a configuration file. Knows no
// template and no disk.

import type { TlsFiles } from './nginx-listen';

/** What fills the templates: `{webRoot: '/srv/levee/www', port: 443, serverNames: ['vote.example.gov'], runDir: '/run/levee-edge', policies: {}}`. */
export interface NginxOptions {
  /** The folder of pages and release. */
  readonly webRoot: string;
  readonly port: number;
  /** Where it listens; `*` and `[::]` are everywhere. Default: `127.0.0.1`. */
  readonly addresses?: readonly string[];
  readonly serverNames: readonly string[];
  readonly tls?: TlsFiles;
  /** Process id, logs, temporary files. `run-nginx.ts` makes the folders; systemd does for a deployed edge. */
  readonly runDir: string;
  /** Path of a page -> its policy, from `site.json` or `page-policies.ts`. */
  readonly policies: Readonly<Record<string, string>>;
  readonly office?: OfficeOptions;
  /** A cache before a server, in place of files from `webRoot`. */
  readonly cache?: { readonly upstream: string; readonly dir: string; readonly originHost?: string };
  /** Default: one for each processor. */
  readonly workers?: number;
  /** Whom workers run as, where nginx is started by root. */
  readonly user?: string;
  /** Connections of one worker at a time. Default 8192; each takes an open file, and a proxied one two. */
  readonly connections?: number;
  /** Where this machine alone may ask for figures, at `/edge-figures`. */
  readonly statusPort?: number;
  /** The path of `ngx_http_brotli_static_module.so`; null: without. Default: Debian's, where it is installed. */
  readonly brotliModule?: string | null;
}

/** The desk's own server block. `upstream` is `127.0.0.1:3000`. */
export interface OfficeOptions {
  readonly port: number;
  readonly serverNames: readonly string[];
  readonly upstream: string;
  readonly tls?: TlsFiles;
}

const PATH = /^\/[A-Za-z0-9._/@+~-]{0,400}$/;
const NAME = /^[a-z0-9*](?:[a-z0-9.*-]{0,251}[a-z0-9])?$/i;
const ADDRESS = /^(?:\*|[0-9.]{7,15}|\[[0-9a-f:]{2,39}\])$/i;
const UPSTREAM = /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:]{2,39}\]):\d{1,5}$/i;
const USER = /^[a-z_][a-z0-9_-]{0,31}$/;
// The same as a signed `site.json` may hold.
const POLICY = /^[\x20\x21\x23\x25-\x5b\x5d-\x7e]{1,8192}$/;
const PAGE = /^\/[A-Za-z0-9._/~-]{0,254}$/;

type Check = readonly [what: string, pattern: RegExp, values: readonly (string | undefined | null)[]];

/** Null, or the sentence that says which value cannot stand in a configuration: `"/srv/x y" cannot be a path: …`. */
export function optionProblem(options: NginxOptions): string | null {
  const { office, cache, tls } = options;
  const checks: readonly Check[] = [
    ['a path', PATH, [options.webRoot, options.runDir, options.brotliModule, cache?.dir]],
    ['a path', PATH, [tls?.certificate, tls?.key, office?.tls?.certificate, office?.tls?.key]],
    ['a host name', NAME, [...options.serverNames, ...(office?.serverNames ?? []), cache?.originHost]],
    ['an address to listen on', ADDRESS, options.addresses ?? []],
    ['a server behind', UPSTREAM, [office?.upstream, cache?.upstream]],
    ['a user', USER, [options.user]],
    ['a policy', POLICY, Object.values(options.policies)],
    ['the path of a page', PAGE, Object.keys(options.policies)],
  ];
  for (const [what, pattern, values] of checks) {
    const wrong = values.find((value) => value != null && !pattern.test(value));
    if (wrong != null)
      return `${JSON.stringify(wrong)} cannot be ${what}: it is empty, too long, or has characters that do not belong there.`;
  }
  if (options.serverNames.length === 0) return 'The host needs at least one name.';
  const ports = [options.port, office?.port, tls?.redirectPort, options.statusPort];
  const wrong = ports.find(
    (port) => port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536),
  );
  return wrong === undefined ? null : `${wrong} cannot be a port: it takes a number from 1 to 65535.`;
}
