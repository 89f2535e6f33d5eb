// Owns what the drill's world is: an office host on a KV store, two edges, a mirror and what they read through. Types
// alone: open-world.ts starts it.

import type { FaultProxy } from './fault-proxy';
import type { Part } from './part';
import type { Seeded } from './seed';
import type { VisitSettings } from './visit';

/** How large a world, and where. */
export interface WorldSettings {
  readonly repository: string;
  /** An empty folder of this drill's. */
  readonly folder: string;
  readonly precincts: number;
  readonly seed: number;
  /** Of one flood, in all. */
  readonly seconds: number;
  readonly say: (line: string) => void;
}

/** Everything that a row can break. All of it runs when a row begins, and must when it ends. */
export interface World extends WorldSettings, Seeded {
  readonly redis: Part;
  readonly bridge: Part;
  readonly office: Part;
  /** Between the office host and everybody who reads the release from it: counts, and can lie. */
  readonly origin: FaultProxy;
  readonly edgeDisk: Edge;
  readonly edgeCache: Edge;
  readonly mirror: Edge;
  /** `levee mirror --watch` of the edge on disk, and of the mirror. */
  readonly edgePull: Part;
  readonly mirrorPull: Part;
  readonly officeUrl: string;
  /** Of each process of ours, and of commands that a row runs. */
  readonly env: Readonly<Record<string, string>>;
  readonly redisPort: number;
  /** The store, for a row that looks into it by itself. */
  readonly kv: { readonly url: string; readonly token: string; readonly timeoutMs: number };
  /** Where a light voter goes: this host first, then the mirror. */
  readonly voters: (edge: Edge, options?: { readonly secondAddress?: boolean }) => VisitSettings;
  readonly close: () => Promise<void>;
}

/** A web server for voters. */
export interface Edge extends Part {
  /** `http://127.0.0.1:40123`. */
  readonly url: string;
  /** The folder that it serves from; of the cache: that it keeps. */
  readonly root: string;
}
