// Owns turning options into the files of an nginx configuration, by filling in the templates of edge/nginx. What each
// line means stands there. Writes nothing and starts nothing.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_PACKED_BYTES } from '@/lib/office/drafts/upload-limits';
import { PAGE_PATH } from '@/lib/release/page-paths';
import { IMMUTABLE, MUTABLE } from './cache-rules';
import { closedServers, listenLines, type Port, type TlsFiles } from './nginx-listen';
import { type NginxOptions, optionProblem } from './nginx-options';
import { policyValues } from './nginx-policies';
import { templatesFolder } from './templates-folder.cjs';

export type { NginxOptions } from './nginx-options';

/** What the templates' `{{names}}` stand for. */
type Values = Readonly<Record<string, string>>;

const DEBIAN_BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const HSTS = 'add_header Strict-Transport-Security "max-age=31536000" always;';
const UNUSED_FEATURES =
  'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()';
/** A whole state's feed, zipped, in one request of a script. */
const UPLOAD_BYTES = '512m';
/** Files that each worker keeps open. */
const CACHED_FILES = 4096;
/** Pages of the site: `/`, `/en/`, `/en/index.html`. */
const SITE_PATH = '^/(?:[A-Za-z0-9_-]+/)*(?:[A-Za-z0-9_-]+\\.html)?$';

/** The configuration's files by name; they belong in one folder, and `nginx -c FOLDER/nginx.conf` reads them. Throws where
 *  a value cannot stand in a configuration: ask `optionProblem` before. */
export function nginxConfig(options: NginxOptions): ReadonlyMap<string, string> {
  const problem = optionProblem(options);
  if (problem !== null) throw new Error(problem);
  const values = commonValues(options);
  const files = new Map<string, string>();
  for (const name of templateNames(options)) {
    const own =
      name === 'office.conf'
        ? officeValues(options)
        : name === 'redirect.conf'
          ? redirectValues(options)
          : {};
    files.set(targetOf(name), filled(name, { ...values, ...own }));
  }
  return files;
}

/** Two variants, one name: nothing else has to know which it is. */
const targetOf = (name: string): string => (name === 'voters-cache.conf' ? 'voters.conf' : name);

const FOR_FILES = ['voters.conf', 'plain-page.conf'];
const FOR_CACHE = ['voters-cache.conf', 'cache.conf'];
const FOR_OFFICE = ['office.conf', 'to-office.conf', 'headers-office.conf'];

function templateNames({ cache, office, tls, statusPort }: NginxOptions): readonly string[] {
  const left = [
    ...(cache ? FOR_FILES : FOR_CACHE),
    ...(office ? [] : FOR_OFFICE),
    ...(tls || office?.tls ? [] : ['tls.conf']),
    ...(tls?.redirectPort ? [] : ['redirect.conf']),
    ...(statusPort ? [] : ['status.conf']),
  ];
  return readdirSync(templatesFolder).filter((name) => name.endsWith('.conf') && !left.includes(name));
}

function commonValues(options: NginxOptions): Values {
  const { office, tls, cache } = options;
  const brotli = options.brotliModule === undefined ? installedBrotli() : options.brotliModule;
  const connections = options.connections ?? 8192;
  return {
    ...policyValues(options.policies, cache !== undefined),
    ...serverValues(options, options),
    webRoot: options.webRoot,
    runDir: options.runDir,
    cacheDir: cache?.dir ?? '',
    upstream: cache?.upstream ?? '',
    originHost: cache?.originHost ?? options.serverNames[0] ?? '',
    user: options.user === undefined ? '' : `user ${options.user};`,
    workers: String(options.workers ?? 'auto'),
    connections: String(connections),
    openFiles: String(connections + 2 * CACHED_FILES),
    cachedFiles: String(CACHED_FILES),
    brotli: brotli === null ? '' : `load_module ${brotli};`,
    brotliStatic: brotli === null ? '' : 'brotli_static on;',
    includes: includeLines(options),
    mutable: MUTABLE,
    immutable: IMMUTABLE,
    pagePath: PAGE_PATH.source.replaceAll('\\/', '/'),
    sitePath: SITE_PATH,
    // Pages ask where a voter is at the press of a button; the desk never does.
    permissions: `${UNUSED_FEATURES}, geolocation=(self)`,
    permissionsOffice: `${UNUSED_FEATURES}, geolocation=()`,
    statusPort: String(options.statusPort ?? ''),
    closedServers: closedServers(addressesOf(options), [
      { port: options.port, isTls: tls !== undefined },
      ...(office ? [{ port: office.port, isTls: office.tls !== undefined }] : []),
      ...(tls?.redirectPort ? [{ port: tls.redirectPort, isTls: false }] : []),
    ]),
  };
}

function officeValues(options: NginxOptions): Values {
  const { office } = options;
  if (office === undefined) return {};
  return {
    ...serverValues(options, office),
    upstream: office.upstream,
    chunkBytes: String(MAX_PACKED_BYTES + 1024),
    uploadBytes: UPLOAD_BYTES,
  };
}

function redirectValues(options: NginxOptions): Values {
  const port = options.tls?.redirectPort ?? 0;
  return { listen: listenLines(addressesOf(options), { port, isTls: false }) };
}

interface NamedServer {
  readonly port: number;
  readonly serverNames: readonly string[];
  readonly tls?: TlsFiles;
}

/** What every server block says of itself. */
function serverValues(options: NginxOptions, { port, serverNames, tls }: NamedServer): Values {
  const own: Port = { port, isTls: tls !== undefined };
  return {
    listen: listenLines(addressesOf(options), own),
    serverNames: serverNames.join(' '),
    tls: tls ? `ssl_certificate ${tls.certificate};\n    ssl_certificate_key ${tls.key};` : '',
    hsts: tls ? HSTS : '',
  };
}

function includeLines({ tls, office, statusPort }: NginxOptions): string {
  const names = [
    ...(tls || office?.tls ? ['tls'] : []),
    'closed',
    'voters',
    ...(tls?.redirectPort ? ['redirect'] : []),
    ...(office ? ['office'] : []),
    ...(statusPort ? ['status'] : []),
  ];
  return names.map((name) => `include ${name}.conf;`).join('\n    ');
}

const addressesOf = ({ addresses }: NginxOptions): readonly string[] => addresses ?? ['127.0.0.1'];

const installedBrotli = (): string | null => (existsSync(DEBIAN_BROTLI) ? DEBIAN_BROTLI : null);

/** A template with each `{{name}}` in place; a line that is nothing but an empty value is left out. */
function filled(name: string, values: Values): string {
  const text = readFileSync(join(templatesFolder, name), 'utf8');
  return text
    .split('\n')
    .flatMap((line) => {
      const full = line.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
        const value = values[key];
        if (value === undefined) throw new Error(`edge/nginx/${name}: nothing is called ${key}`);
        return value;
      });
      return full.trim() === '' && line.trim() !== '' ? [] : [full];
    })
    .join('\n');
}
