// Owns the shapes, names and limits of release format 1, as docs/format/v1.md states them (the document
// changes first). Types only: reading is in read-objects.ts. Must not know how a release is made or served.

import type { Notice, PlaceAnswer, VotingSite } from '@/lib/core/lookup/outcome';
import type { ShardLayer } from '@/lib/core/lookup/shard';
import type { IsoDate, PublishedOffice } from '@/lib/core/vip';

/** Changes with everything that an old reader would misread; see docs/format/v1.md §1.1. */
export const FORMAT_VERSION = 1;
/** Put before the pointer's bytes when signing, so that no other signed text can pass for a pointer. */
export const POINTER_DOMAIN = 'levee-pointer-v1\n';

/** A reader refuses more, before parsing (docs/format/v1.md, "Limits"). */
export const MAX_POINTER_BYTES = 1_048_576;
/** Of one object, uncompressed. */
export const MAX_OBJECT_BYTES = 4_194_304;
/** In one envelope. */
export const MAX_SIGNATURES = 4;
/** A shard above this, gzip level 9, is split into parts by street. */
export const MAX_SHARD_GZIP_BYTES = 40_960;

/** Lower-case hex SHA-256 of an object's uncompressed bytes. */
export type Sha256Hex = string;

/** `/v1/current.json`: the pointer's exact text and who signed it. */
export interface Envelope {
  readonly formatVersion: 1;
  readonly payload: string;
  readonly signatures: readonly PointerSignature[];
}

/** `keyId`: first 16 hex digits of the SHA-256 of the raw public point. `signature`: base64url of r || s. */
export interface PointerSignature {
  readonly keyId: string;
  readonly signature: string;
}

/** The only mutable thing a look-up reads. Times are ISO 8601 UTC with seconds: `2026-11-03T11:00:00Z`. */
export interface Pointer {
  readonly formatVersion: 1;
  /** Random id of the installation: sequences are compared within one line only. */
  readonly releaseLine: string;
  readonly sequence: number;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly root: Sha256Hex;
  /** Root of the plain pages' manifests; null where none were made. */
  readonly pagesRoot: Sha256Hex | null;
  readonly notices: readonly Notice[];
  readonly elections: readonly ElectionRef[];
  /** Key ids that must not be trusted from now on. Heeded only as docs/format/v1.md §Keys allows. */
  readonly revokedKeys?: readonly string[];
}

/** `{name: 'General Election', date: '2026-11-03'}`. */
export interface ElectionRef {
  readonly name: string;
  readonly date: IsoDate;
}

/** What a reader needs of the whole release: which page has a ZIP, whom to call. */
export interface Root {
  readonly kind: 'root';
  readonly states: readonly string[];
  readonly localities: readonly LocalityRef[];
  /** ZIP3 -> name of its page. */
  readonly pages: Readonly<Record<string, Sha256Hex>>;
  /** ZIP3s whose every known ZIP lies outside every office here. */
  readonly elsewhere: readonly Zip3Range[];
  readonly towns: Sha256Hex;
}

/** First and last ZIP3, and the state they lie in (null: several). `["005","005","NY"]`. */
export type Zip3Range = readonly [from: string, to: string, state: string | null];

/** An office as far as a voter cut off from everything else needs it. */
export interface LocalityRef {
  readonly officeId: string;
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly state: string;
  readonly office: { readonly id: string; readonly name: string; readonly phone: string | null };
  /** Only where no page names this locality's object. */
  readonly object?: Sha256Hex;
  /** What saving the whole locality takes on the way, the root aside: docs/format/v1.md §4.1. */
  readonly gzipKb?: number;
}

/** One ZIP3: where each of its ZIPs is answered. */
export interface Zip3Page {
  readonly kind: 'zip3';
  readonly zip3: string;
  readonly localities: readonly PageLocality[];
  /** Counties that `elsewhere` entries point into. */
  readonly counties: readonly CountyName[];
  readonly zips: Readonly<Record<string, ZipEntry>>;
}

/** A locality as a page points to it. */
export interface PageLocality {
  readonly officeId: string;
  readonly id: string;
  readonly object: Sha256Hex;
}

/** A county or its equivalent, as the ZIP reference names it. */
export interface CountyName {
  readonly county: string;
  readonly state: string;
}

/** Exactly one of these; `localities` are indexes into the page's. */
export type ZipEntry =
  | { readonly shards: readonly Sha256Hex[]; readonly localities: readonly number[] }
  | { readonly unknown: readonly number[] }
  | { readonly streetsNotLoaded: readonly number[] }
  | { readonly elsewhere: number };

/** What is said about an office beside its phone. */
export interface LocalityObject {
  readonly kind: 'locality';
  readonly officeId: string;
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly state: string;
  readonly timeZone: string | null;
  readonly office: PublishedOffice;
  /** Early-voting sites and drop boxes of all its office's elections; missing where there are none. */
  readonly sites?: readonly VotingSite[];
  /** Precincts to which no street leads, by election; missing where streets lead to all of them. */
  readonly precincts?: readonly PrecinctList[];
}

/** Precincts of one locality and election that stand in no shard, since no street leads to them (docs/format/v1.md §4.3). */
export interface PrecinctList {
  readonly election: ShardLayer['election'];
  /** By id. */
  readonly places: readonly PlaceAnswer[];
  /** By id, then by the ids of their places. */
  readonly precincts: readonly ListedPrecinct[];
}

/** `places` are indexes into the list's; `voting` as in a shard. */
export type ListedPrecinct = readonly [
  id: string,
  name: string,
  number: string | null,
  places: readonly number[],
  voting: number,
];

/** Town -> ZIPs, for voters who do not know theirs. */
export interface TownIndex {
  readonly kind: 'towns';
  readonly states: Readonly<Record<string, readonly TownEntry[]>>;
}

/** `['Natchez', ['39120', '39121']]`. */
export type TownEntry = readonly [name: string, zips: readonly string[]];

/** `/v1/objects/<sha256>.json`. */
export function objectPath(sha256: Sha256Hex): string {
  return `/v1/objects/${sha256}.json`;
}

/** Sixty-four lower-case hex digits and nothing else: the only names ever asked for. */
export function isSha256Hex(text: unknown): text is Sha256Hex {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
}
