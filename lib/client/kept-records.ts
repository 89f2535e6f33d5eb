// Owns the few notes that this device keeps beside the release files: which county was saved, which place. They lie
// in Cache Storage as the files do, so that one thing removes all. It must not know what is in a note.

import { RECORDS_CACHE } from './device-storage';

/** The notes there are. */
export type RecordName = 'counties' | 'place' | 'current';

/** Nothing here throws: a browser that keeps nothing has no notes. */
export interface KeptRecords {
  /** What was written, parsed; null where there is nothing that can be read. */
  read(name: RecordName): Promise<unknown>;
  /** False where it was not kept: storage off, or full. */
  write(name: RecordName, value: unknown): Promise<boolean>;
  remove(name: RecordName): Promise<void>;
}

/** `storage` is `deviceStorage`; it may throw. */
export function keptRecords(storage: () => CacheStorage): KeptRecords {
  const open = () => storage().open(RECORDS_CACHE);
  return {
    read: async (name) => {
      try {
        const kept = await (await open()).match(pathOf(name));
        return kept ? await kept.json() : null;
      } catch {
        return null;
      }
    },
    write: async (name, value) => {
      try {
        await (await open()).put(pathOf(name), new Response(JSON.stringify(value)));
        return true;
      } catch {
        return false;
      }
    },
    remove: async (name) => {
      try {
        await (await open()).delete(pathOf(name));
      } catch {
        // Nothing is kept, so there is nothing to remove.
      }
    },
  };
}

/** Never asked for over the network: a key in the cache has to be an address. */
function pathOf(name: RecordName): string {
  return `/kept/${name}.json`;
}
