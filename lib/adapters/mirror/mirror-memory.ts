// Owns what a mirror remembers between its runs, in a folder of its own beside the web root: the highest numbers it has
// had, the keys that were revoked, and which release and site its folder is known to hold whole. Nothing that is served.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../atomic-files';
import { makeFolder } from '../make-folder';
import type { Validator } from './mirror-source';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const validator = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() });
/** What one source said last of one file, and the SHA-256 of the bytes that it said it of. */
const seen = z.object({ validator, sha256 });

const memory = z.object({
  version: z.literal(1),
  highestSequences: z.record(z.string(), z.number().int().nonnegative()),
  revokedKeyIds: z.array(z.string()),
  siteSequence: z.number().int().nonnegative(),
  /** SHA-256 of the pointer and of `site.json` whose every file was in place; null: not known, look at all of them. */
  wholePointer: sha256.nullable(),
  wholeSite: sha256.nullable(),
  /** When every file was last looked at. */
  lookedAt: z.string().nullable(),
  /** Path of what nothing leads to any more -> since when: it is taken away 30 days later. */
  retired: z.record(z.string(), z.string()),
  /** `https://vote.example.gov/v1/current.json` -> what to ask with. */
  seen: z.record(z.string(), seen),
  /** SHA-256 of the `site.json` that the web server was last told of; null: of none. */
  toldSite: sha256.nullable(),
});

/** See above, member by member. */
export type MirrorMemory = z.infer<typeof memory>;

/** What a mirror knows that has never run. */
export const NO_MEMORY: MirrorMemory = {
  version: 1,
  highestSequences: {},
  revokedKeyIds: [],
  siteSequence: 0,
  wholePointer: null,
  wholeSite: null,
  lookedAt: null,
  retired: {},
  seen: {},
  toldSite: null,
};

const FILE = 'memory.json';

/** Holds the memory of one mirror; every change is on disk before `update` returns. */
export class MemoryFile {
  readonly #folder: string;
  #value: MirrorMemory = NO_MEMORY;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get value(): MirrorMemory {
    return this.#value;
  }

  /** Reads it anew: another mirror of the same folder may have had its turn. A file that was cut or altered is none. */
  async load(): Promise<void> {
    const text = await readFile(join(this.#folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return 'null';
      throw error;
    });
    const read = memory.safeParse(jsonOf(text));
    this.#value = read.success ? read.data : NO_MEMORY;
  }

  /** Throws what the disk throws; then nothing is remembered. */
  async update(change: Partial<MirrorMemory>): Promise<void> {
    const next = { ...this.#value, ...change };
    const text = `${JSON.stringify(next, null, 1)}\n`;
    if (text === `${JSON.stringify(this.#value, null, 1)}\n`) return;
    await makeFolder(this.#folder);
    await writeAtomically(join(this.#folder, FILE), Buffer.from(text));
    this.#value = next;
  }

  /** What to ask a source with for a file, where what is here is what it gave. */
  validatorFor(source: string, file: string, here: string | null): Validator | null {
    const last = this.#value.seen[source + file];
    return last !== undefined && last.sha256 === here ? last.validator : null;
  }

  /** Notes what a source said of a file; null: nothing that it can be asked with. */
  async noteSeen(
    source: string,
    file: string,
    said: { readonly validator: Validator | null; readonly sha256: string },
  ): Promise<void> {
    const { [source + file]: _, ...others } = this.#value.seen;
    const { validator, sha256 } = said;
    await this.update({
      seen: validator === null ? others : { ...others, [source + file]: { validator, sha256 } },
    });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
