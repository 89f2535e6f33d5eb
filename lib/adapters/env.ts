// Owns the variables that the server side reads: their names, and what may stand in them. A wrong one fails where
// the program starts, with its name, and not at the first voter. Never reached from a voter's page.

import { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';

/** A variable that is set to nothing, as container platforms do, counts as not set. */
const text = z.string().trim().default('');

/** Base64url without padding of the 65 bytes of a raw point. */
const publicKey = z.string().regex(/^[A-Za-z0-9_-]{87}$/, {
  error: ({ input }) => `"${input}" is no P-256 public key: base64url of 65 bytes is expected`,
});

/** `http://localhost:3000`, `https://desk.example.gov`: scheme, host, port, and nothing after. */
const origin = z.string().refine((value) => originOf(value) === value, {
  error: ({ input }) =>
    `"${input}" is no origin: https://host or http://localhost:port is expected, without a path`,
});

const address = z.string().refine((value) => originOf(value) !== null, {
  error: ({ input }) => `"${input}" is no http(s) address`,
});

const port = z.string().refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, {
  error: ({ input }) => `"${input}" is no port: a number up to 65535 is expected`,
});

/** Whoever guesses it may call what it guards. Never quoted. */
const secret = z.string().min(16, 'is too short: 16 characters or more are expected, at random');

const orNull = (value: string) => (value === '' ? null : value);
const listed = (value: string) => value.split(/[,\s]+/).filter((part) => part !== '');

const DEFAULT_KV_TIMEOUT_MS = 2_000;

const schema = z.object({
  LEVEE_RELEASE: text.transform(orNull),
  LEVEE_PUBLIC_KEYS: text.transform(listed).pipe(z.array(publicKey)),
  LEVEE_STORE_DIR: text.transform((folder) => folder || '.levee/office'),
  KV_REST_API_URL: text.transform(orNull).pipe(address.nullable()),
  KV_REST_API_TOKEN: text.transform(orNull),
  LEVEE_KV_TIMEOUT_MS: text
    .transform((ms) => (ms === '' ? DEFAULT_KV_TIMEOUT_MS : Number(ms)))
    .pipe(z.number('milliseconds are expected').int().min(100).max(30_000)),
  LEVEE_DESK: text.transform((value) => value !== 'off'),
  LEVEE_OFFICE_ORIGIN: text.transform(orNull).pipe(origin.nullable()),
  PORT: text.transform((port) => port || '3000').pipe(port),
  LEVEE_SITE_ORIGIN: text.transform(orNull).pipe(origin.nullable()),
  LEVEE_SIGNING_KEY: text.transform(orNull),
  LEVEE_EDGES: text.transform(listed).pipe(z.array(address)),
  LEVEE_TRUSTED_PROXY: text.transform((value) => value === '1' || value === 'true'),
  CRON_SECRET: text.transform(orNull).pipe(secret.nullable()),
  VERCEL: text.transform((value) => value !== ''),
});

export interface ServerEnv {
  /** The folder that holds `v1/`; null: the practice release. */
  readonly releaseDirectory: string | null;
  /** Base64url of raw P-256 points, oldest first; [] for the local development key. */
  readonly publicKeys: readonly string[];
}

/** Where the office host keeps what it knows, and who it is. */
export interface OfficeEnv {
  /** null: state and blobs lie in `storeDirectory`. */
  readonly kv: { readonly url: string; readonly token: string; readonly timeoutMs: number } | null;
  readonly storeDirectory: string;
  /** false: this computer serves a release that was made elsewhere, and nobody works here. */
  readonly isDeskOpen: boolean;
  /** Of the office host: passkeys are bound to it, and writes must come from it. */
  readonly origin: string;
  /** Of the voters' site, for plain pages' `canonical`; null: not known. */
  readonly siteOrigin: string | null;
  /** A file, or the private key itself as JWK; null: the development key. */
  readonly signingKey: string | null;
  /** Addresses that voters read from. */
  readonly edges: readonly string[];
  /** A proxy of ours sets X-Forwarded-For. */
  readonly behindProxy: boolean;
  readonly cronSecret: string | null;
}

/** What a variable is called, and what is wrong with it. */
export interface EnvError {
  readonly variable: string;
  readonly message: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** `{LEVEE_RELEASE: '/srv/release'}` -> `{releaseDirectory: '/srv/release', publicKeys: []}`. */
export function readServerEnv(environment: Variables): Result<ServerEnv, EnvError> {
  const read = parsed(environment);
  if (!read.ok) return read;
  const { LEVEE_RELEASE: releaseDirectory, LEVEE_PUBLIC_KEYS: publicKeys } = read.value;
  return ok({ releaseDirectory, publicKeys });
}

/** `{}` -> the embedded store in `.levee/office`, for a desk at `http://localhost:3000`. */
export function readOfficeEnv(environment: Variables): Result<OfficeEnv, EnvError> {
  const read = parsed(environment);
  if (!read.ok) return read;
  const values = read.value;
  const { KV_REST_API_URL: url, KV_REST_API_TOKEN: token } = values;
  if ((url === null) !== (token === null)) {
    const variable = url === null ? 'KV_REST_API_URL' : 'KV_REST_API_TOKEN';
    return err({ variable, message: 'is missing: KV_REST_API_URL and KV_REST_API_TOKEN go together' });
  }
  if (values.VERCEL && url === null) {
    const message =
      'is missing: nothing that is written to a disk stays there on Vercel, so a KV store is needed';
    return err({ variable: 'KV_REST_API_URL', message });
  }
  return ok({
    kv: url === null || token === null ? null : { url, token, timeoutMs: values.LEVEE_KV_TIMEOUT_MS },
    storeDirectory: values.LEVEE_STORE_DIR,
    isDeskOpen: values.LEVEE_DESK,
    origin: values.LEVEE_OFFICE_ORIGIN ?? `http://localhost:${values.PORT}`,
    siteOrigin: values.LEVEE_SITE_ORIGIN,
    signingKey: values.LEVEE_SIGNING_KEY,
    edges: values.LEVEE_EDGES,
    behindProxy: values.LEVEE_TRUSTED_PROXY || values.VERCEL,
    cronSecret: values.CRON_SECRET,
  });
}

function parsed(environment: Variables): Result<z.infer<typeof schema>, EnvError> {
  const read = schema.safeParse(environment);
  if (read.success) return ok(read.data);
  const issue = read.error.issues[0]!;
  return err({ variable: String(issue.path[0]), message: issue.message });
}

/** null for what is no http(s) address. */
function originOf(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const { protocol, origin } = new URL(value);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
