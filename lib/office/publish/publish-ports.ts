// Owns what publishing is given beside the stores: keys, the ZIP reference, where releases are shown, and a shelf for
// what may be forgotten. Knows no adapter.

import type { Language } from '@/lib/messages/languages';
import type { CompiledRelease } from '@/lib/release/compile';
import type { OfficePart } from '@/lib/release/compile-office';
import type { Sha256Hex } from '@/lib/release/format';
import type { SigningKey } from '@/lib/release/sign';
import type { ZipReference } from '@/lib/release/zip-reference';
import type { OfficePorts } from '../ports/office-ports';

/** A release to be put where readers and edges pull it from. Bytes are fetched when they turn out to be needed. */
export interface ShownRelease {
  readonly pointer: Uint8Array;
  readonly line: string;
  readonly sequence: number;
  readonly objects: readonly Sha256Hex[];
  readonly object: (name: Sha256Hex) => Promise<Uint8Array>;
  /** Path -> hash of every plain page; those that others link to stand first. Read only where pages changed. */
  readonly pages: () => Promise<ReadonlyMap<string, Sha256Hex>>;
  readonly page: (hash: Sha256Hex) => Promise<Uint8Array>;
  readonly pagesRoot: Sha256Hex | null;
}

/** Which objects of the release folder may go. */
export interface FolderSweep {
  /** `namesOfRelease` of those that stay. Where the folder holds another release, nothing is removed. */
  readonly releases: ReadonlySet<string>;
  readonly isKept: (object: Sha256Hex) => boolean;
  /** What was written after that stays. */
  readonly unusedSince: Date;
  readonly mayGoOn: () => boolean;
  readonly isDryRun: boolean;
}

/** `isWhole: false`: there is more, and `mayGoOn` has said that the time is up. */
export interface FolderSwept {
  readonly isWhole: boolean;
  readonly removed: readonly { readonly bytes: number }[];
}

/** The folder that `/v1` and `/p` are served from. Throws `StoreError` where the disk fails. */
export interface ReleaseFolder {
  /** Puts the release in place, whole or not at all; false where a higher number of the same line is there already. */
  show(release: ShownRelease): Promise<boolean>;
  /** The bytes of `current.json` in it; null: there is none. */
  pointer(): Promise<Uint8Array | null>;
  /** Removes objects that nobody wants. A release that is shown meanwhile has all of its own. */
  sweep(wanted: FolderSweep): Promise<FolderSwept>;
}

/** What a process has at hand from the steps before. Any of it may be missing: it is then made or read again. */
export interface Shelf {
  readonly parts: Map<string, OfficePart>;
  readonly merged: Map<string, CompiledRelease>;
}

/** A private key with its public half, base64url of the raw point. */
export interface OfficeKey extends SigningKey {
  readonly publicKey: string;
}

export interface PublishPorts extends OfficePorts {
  /** The keys that this host can sign with: one, or while keys are being rotated two. */
  readonly keys: readonly OfficeKey[];
  /** What readers trust, oldest first. */
  readonly publicKeys: readonly string[];
  /** Names the compiler: another text, another release of the same data. */
  readonly compilerVersion: string;
  readonly reference: () => ZipReference;
  /** Names the reference's contents: another text, other parts. */
  readonly referenceVersion: string;
  readonly languages: readonly Language[];
  /** The voters' site, for plain pages' `canonical`; null where it is not known. */
  readonly origin: string | null;
  /** null: readers are served from the stores themselves. */
  readonly folder: ReleaseFolder | null;
  readonly shelf: Shelf;
  /** Resolves once no server of this host gives readers the pointer before. Edges and mirrors are not waited for. */
  readonly readersCaughtUp: () => Promise<void>;
  /** The bytes of `current.json` at each edge that answers; errors are theirs to swallow. */
  readonly edgePointers: () => Promise<readonly Uint8Array[]>;
}
