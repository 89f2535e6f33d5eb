// Owns `/site.json`: the signed list of a voter site's own files (pages, scripts, styles) with their hashes, so that a
// mirror can prove its copy. docs/format/v1.md §9 states it. Must not know where files lie, nor read them.

import { err, ok, type Result } from '@/lib/core/result';
import { canonicalJson } from './canonical-json';
import { FORMAT_VERSION, MAX_POINTER_BYTES, type Sha256Hex } from './format';
import * as is from './guards';
import { type FormatError, read, readEnvelope } from './read-objects';
import { type SigningKey, signEnvelope } from './sign';
import { findSigner, type SignerErrorCode } from './signer';

/** Where the list lies below a host's address. */
export const SITE_FILE = '/site.json';
/** Put before the list when signing: no site passes for a pointer, nor the other way round. */
const SITE_DOMAIN = 'levee-site-v1\n';

/** A site as its maker signed it. */
export interface Site {
  readonly formatVersion: 1;
  /** Rises with every deployment: a mirror never goes back to a lower one. */
  readonly sequence: number;
  readonly issuedAt: string;
  /** Path -> hash of the uncompressed bytes: `{"/en/index.html": "5a1f…"}`. */
  readonly files: Readonly<Record<string, Sha256Hex>>;
  /** Path of a page -> its Content-Security-Policy (CSP 3), which a host sends with it. */
  readonly policies: Readonly<Record<string, string>>;
  /** Origins that the site's pages may read the release from, besides their own. */
  readonly mirrors: readonly string[];
}

/** Why a list of files is not believed. */
export interface SiteError {
  readonly code: 'tooLarge' | 'cut' | 'unsupportedVersion' | SignerErrorCode | 'lowerSequence';
  readonly message: string;
}

// No segment begins with a dot but `.well-known`; nothing that a host or a mirror makes itself can be listed.
const PATH = /^\/(?:\.well-known\/)?(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/;
const RESERVED = /^\/(?:v1|p)\/|^\/(?:site|status)\.json$|\.(?:gz|br|tmp)$/;

/** Whether a path can be a site's file: the release's own (`/v1/`, `/p/`), `site.json`, compressed copies and `..` cannot. */
export function isSitePath(path: string): boolean {
  return path.length <= 255 && PATH.test(path) && !RESERVED.test(path);
}

const sitePath: is.Guard<string> = (value, path) =>
  typeof value === 'string' && isSitePath(value) ? value : is.fail(path, 'the path of a file of a site');

function byPath<Value>(item: is.Guard<Value>): is.Guard<Readonly<Record<string, Value>>> {
  const map = is.dictionary(/^\//, item);
  return (value, path) => {
    const entries = map(value, path);
    for (const key of Object.keys(entries)) sitePath(key, `${path}.${key}`);
    return entries;
  };
}

const originText = is.textLike(/^https?:\/\/[a-z0-9.:[\]-]{1,253}$/, 'an origin');
/** `https://a]` looks like one, and is none. */
const origin: is.Guard<string> = (value, path) => {
  const text = originText(value, path);
  return URL.canParse(text) ? text : is.fail(path, 'an origin');
};

const site: is.Guard<Site> = is.object({
  formatVersion: is.literal(FORMAT_VERSION),
  sequence: is.count,
  issuedAt: is.textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'a UTC time'),
  files: byPath(is.textLike(/^[0-9a-f]{64}$/, 'a SHA-256')),
  // Goes into a web server's configuration between double quotes: nothing that could end them, or begin a variable.
  policies: byPath(is.textLike(/^[\x20\x21\x23\x25-\x5b\x5d-\x7e]{1,8192}$/, 'a policy')),
  mirrors: is.list(origin),
});

/** The bytes of `/site.json`. */
export function signSite(
  unsigned: Site,
  ...keys: readonly [SigningKey, ...SigningKey[]]
): Promise<Uint8Array<ArrayBuffer>> {
  return signEnvelope(SITE_DOMAIN, canonicalJson(unsigned), ...keys);
}

/** What a mirror believes: keys, and the highest sequence that it has had (0: none). */
export interface SiteTrust {
  readonly publicKeys: readonly string[];
  readonly revokedKeyIds: readonly string[];
  readonly highestSequence: number;
}

/** A list that may be believed, and by whose word; refused before a word of it is used. */
export async function verifySite(
  bytes: Uint8Array,
  trust: SiteTrust,
): Promise<Result<{ readonly site: Site; readonly keyId: string }, SiteError>> {
  if (bytes.length > MAX_POINTER_BYTES) return err({ code: 'tooLarge', message: `${bytes.length} bytes` });
  const envelope = readEnvelope(bytes);
  if (!envelope.ok) return err(asSiteError(envelope.error));
  const { payload, signatures } = envelope.value;
  const signer = await findSigner(SITE_DOMAIN, payload, signatures, trust);
  if (!signer.ok) return signer;
  const listed = read(new TextEncoder().encode(payload), site);
  if (!listed.ok) return err(asSiteError(listed.error));
  const { sequence } = listed.value;
  if (sequence < trust.highestSequence) {
    return err({ code: 'lowerSequence', message: `sequence ${sequence} after ${trust.highestSequence}` });
  }
  return ok({ site: listed.value, keyId: signer.value.id });
}

const CODES = { notJson: 'cut', version: 'unsupportedVersion', shape: 'malformed' } as const;

const asSiteError = ({ code, message }: FormatError): SiteError => ({ code: CODES[code], message });
