// Owns how bytes whose signature or hash was right become the shapes of format.ts. Ships to voters.
// Must not know where the bytes came from, nor repair anything in them.

import type { Notice, VotingSite } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import {
  type Envelope,
  FORMAT_VERSION,
  type LocalityObject,
  type Pointer,
  type Root,
  type TownEntry,
  type TownIndex,
  type Zip3Page,
  type Zip3Range,
  type ZipEntry,
} from './format';
import * as is from './guards';
import { precinctList } from './precinct-list';

/** `notJson`: no UTF-8 JSON; `version`: another format version; `shape`: not what format 1 says. */
export interface FormatError {
  readonly code: 'notJson' | 'version' | 'shape';
  readonly message: string;
}

const sha256 = is.textLike(/^[0-9a-f]{64}$/, 'a SHA-256 name');
const keyId = is.textLike(/^[0-9a-f]{16}$/, 'a key id');
const time = is.textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'a UTC time');
const day = is.textLike(/^\d{4}-\d\d-\d\d$/, 'a day');
const zip = is.textLike(/^\d{5}$/, 'a ZIP');
const zip3 = is.textLike(/^\d{3}$/, 'a ZIP3');
const state = is.textLike(/^[A-Z]{2}$/, 'a state');
const textOrNull = is.nullable(is.text);
const indexes = is.list(is.count);

const envelope = is.object({
  formatVersion: is.literal(FORMAT_VERSION),
  payload: is.text,
  signatures: is.list(is.object({ keyId, signature: is.textLike(/^[A-Za-z0-9_-]{86}$/, 'a signature') })),
});

const notice: is.Guard<Notice> = (value, path) => {
  is.object({
    id: is.text,
    officeId: is.text,
    kind: is.textLike(/^(moved|closed|hours|callFirst)$/, 'a kind of notice'),
    pollingLocationIds: is.list(is.text),
    from: is.text,
    until: is.text,
    text: is.dictionary(/^/, is.text),
  })(value, path);
  const place = is.members(value, path).newPlace;
  if (place !== null) is.object({ id: is.text, name: is.text, line1: is.text, city: is.text })(place, path);
  return value as Notice;
};

const pointerFields = is.object({
  formatVersion: is.literal(FORMAT_VERSION),
  releaseLine: is.textLike(/^[A-Za-z0-9_-]{1,64}$/, 'a release line'),
  sequence: is.count,
  issuedAt: time,
  expiresAt: time,
  root: sha256,
  pagesRoot: is.nullable(sha256),
  notices: is.list(notice),
  elections: is.list(is.object({ name: is.text, date: day })),
});

const pointer: is.Guard<Pointer> = (value, path) => {
  const revoked = is.members(value, path).revokedKeys;
  const fields = pointerFields(value, path);
  return revoked === undefined
    ? fields
    : { ...fields, revokedKeys: is.list(keyId)(revoked, `${path}.revokedKeys`) };
};

const localityFields = is.object({
  officeId: is.text,
  id: is.text,
  name: is.text,
  type: textOrNull,
  state,
  office: is.object({ id: is.text, name: is.text, phone: textOrNull }),
});

const localityRef: is.Guard<Root['localities'][number]> = (value, path) => {
  const { object, gzipKb } = is.members(value, path);
  return {
    ...localityFields(value, path),
    ...(object === undefined ? {} : { object: sha256(object, `${path}.object`) }),
    ...(gzipKb === undefined ? {} : { gzipKb: is.count(gzipKb, `${path}.gzipKb`) }),
  };
};

const range: is.Guard<Zip3Range> = (value, path) => {
  if (!Array.isArray(value) || value.length !== 3) return is.fail(path, 'a range of ZIP3s');
  return [zip3(value[0], path), zip3(value[1], path), is.nullable(state)(value[2], path)];
};

const root: is.Guard<Root> = is.object({
  kind: is.literal('root'),
  states: is.list(state),
  localities: is.list(localityRef),
  pages: is.dictionary(/^\d{3}$/, sha256),
  elsewhere: is.list(range),
  towns: sha256,
});

/** Exactly one of the four: an entry with two answers is not read at all. */
const zipEntry: is.Guard<ZipEntry> = (value, path) => {
  const entry = is.members(value, path);
  const kinds = ['shards', 'unknown', 'streetsNotLoaded', 'elsewhere'].filter((kind) => kind in entry);
  if (kinds.length !== 1) return is.fail(path, 'one kind of entry');
  if ('shards' in entry) return is.object({ shards: is.list(sha256), localities: indexes })(value, path);
  if ('unknown' in entry) return is.object({ unknown: indexes })(value, path);
  if ('streetsNotLoaded' in entry) return is.object({ streetsNotLoaded: indexes })(value, path);
  return is.object({ elsewhere: is.count })(value, path);
};

const page: is.Guard<Zip3Page> = is.object({
  kind: is.literal('zip3'),
  zip3,
  localities: is.list(is.object({ officeId: is.text, id: is.text, object: sha256 })),
  counties: is.list(is.object({ county: is.text, state })),
  zips: is.dictionary(/^\d{5}$/, zipEntry),
});

const localityBase: is.Guard<LocalityObject> = is.object({
  kind: is.literal('locality'),
  officeId: is.text,
  id: is.text,
  name: is.text,
  type: textOrNull,
  state,
  timeZone: textOrNull,
  office: is.object({
    id: is.text,
    name: is.text,
    phone: textOrNull,
    email: textOrNull,
    addressLines: is.list(is.text),
    hoursText: textOrNull,
    electionsUri: textOrNull,
    registrationCheckUri: textOrNull,
    whatToBring: textOrNull,
  }),
});

/** As a shard's places, their shape is the compiler's: only what a reader decides by is looked at. */
const site: is.Guard<VotingSite> = (value, path) => {
  is.object({ electionId: is.text, place: is.object({ id: is.text, name: is.text }) })(value, path);
  return value as VotingSite;
};

const locality: is.Guard<LocalityObject> = (value, path) => {
  const { sites, office, precincts } = is.members(value, path);
  const { reportUri, languages } = is.members(office, `${path}.office`);
  const base = localityBase(value, path);
  return {
    ...base,
    office: {
      ...base.office,
      ...(reportUri === undefined ? {} : { reportUri: is.text(reportUri, `${path}.office.reportUri`) }),
      ...(languages === undefined
        ? {}
        : { languages: is.list(is.text)(languages, `${path}.office.languages`) }),
    },
    ...(sites === undefined ? {} : { sites: knownSites(sites, path) }),
    ...(precincts === undefined ? {} : { precincts: is.list(precinctList)(precincts, `${path}.precincts`) }),
  };
};

/** Other kinds of site may come; a reader that does not know them leaves them out (§4.3). */
function knownSites(value: unknown, path: string): readonly VotingSite[] {
  const all = is.list(is.members)(value, `${path}.sites`);
  return is.list(site)(
    all.filter(({ kind }) => kind === 'earlyVoting' || kind === 'dropBox'),
    `${path}.sites`,
  );
}

const townEntry: is.Guard<TownEntry> = (value, path) => {
  if (!Array.isArray(value) || value.length !== 2) return is.fail(path, 'a town');
  return [is.text(value[0], path), is.list(zip)(value[1], path)];
};

const towns: is.Guard<TownIndex> = is.object({
  kind: is.literal('towns'),
  states: is.dictionary(/^[A-Z]{2}$/, is.list(townEntry)),
});

/** Reads `/v1/current.json` as far as its signatures: nothing in it is to be believed yet. */
export const readEnvelope = (bytes: Uint8Array): Result<Envelope, FormatError> => read(bytes, envelope);

/** Reads a pointer from the exact bytes that were signed. */
export const readPointer = (bytes: Uint8Array): Result<Pointer, FormatError> => read(bytes, pointer);

/** Reads a root; errors `notJson`, `shape`. So do the next three. */
export const readRoot = (bytes: Uint8Array): Result<Root, FormatError> => read(bytes, root);

/** Reads a ZIP3 page. */
export const readZip3Page = (bytes: Uint8Array): Result<Zip3Page, FormatError> => read(bytes, page);

/** Reads a locality object. */
export const readLocality = (bytes: Uint8Array): Result<LocalityObject, FormatError> => read(bytes, locality);

/** Reads the town index. */
export const readTownIndex = (bytes: Uint8Array): Result<TownIndex, FormatError> => read(bytes, towns);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 JSON, or undefined. Bytes that are no UTF-8 are refused, not replaced. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

/** A value of one shape from bytes whose hash or signature was right; errors `notJson`, `version`, `shape`. */
export function read<Value>(bytes: Uint8Array, guard: is.Guard<Value>): Result<Value, FormatError> {
  const value = parseJson(bytes);
  if (value === undefined) return err({ code: 'notJson', message: 'no UTF-8 JSON' });
  try {
    return ok(guard(value, '$'));
  } catch (error) {
    if (!(error instanceof is.NotOfFormat)) throw error;
    const isVersion = error.message.startsWith('$.formatVersion');
    return err({ code: isVersion ? 'version' : 'shape', message: error.message });
  }
}
