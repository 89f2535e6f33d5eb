// Owns what a browser remembers between visits so that an old release can't be passed off as new: the highest
// sequence seen of each release line, and revoked keys. Nothing about the voter is ever written here.

/** Release line -> highest sequence seen, and key ids that are not trusted any more. */
export interface ReleaseMemory {
  readonly highestSequences: Readonly<Record<string, number>>;
  readonly revokedKeyIds: readonly string[];
}

const STORAGE_KEY = 'levee.releases';
const NOTHING: ReleaseMemory = { highestSequences: {}, revokedKeyIds: [] };

/** What was remembered; nothing where storage is off, empty or not ours. Never throws. */
export function recall(storage: () => Pick<Storage, 'getItem'>): ReleaseMemory {
  try {
    return readMemory(JSON.parse(storage().getItem(STORAGE_KEY) ?? 'null'));
  } catch {
    return NOTHING;
  }
}

/** Adds a verified release to the memory. A browser that stores nothing goes on without. */
export function remember(
  storage: () => Pick<Storage, 'getItem' | 'setItem'>,
  seen: {
    readonly releaseLine: string;
    readonly sequence: number;
    readonly revokedKeyIds: readonly string[];
  },
): void {
  const before = recall(storage);
  const highest = Math.max(seen.sequence, before.highestSequences[seen.releaseLine] ?? 0);
  const memory: ReleaseMemory = {
    highestSequences: { ...before.highestSequences, [seen.releaseLine]: highest },
    revokedKeyIds: [...new Set([...before.revokedKeyIds, ...seen.revokedKeyIds])].sort(),
  };
  try {
    storage().setItem(STORAGE_KEY, JSON.stringify(memory));
  } catch {
    // Private mode, storage off or full: this visit is protected by what it has in hand.
  }
}

/** Anything that is not a memory of ours counts as none: it can only make us trust less, never more. */
function readMemory(value: unknown): ReleaseMemory {
  if (typeof value !== 'object' || value === null) return NOTHING;
  const { highestSequences, revokedKeyIds } = value as Partial<Record<keyof ReleaseMemory, unknown>>;
  return {
    highestSequences:
      typeof highestSequences === 'object' && highestSequences !== null
        ? Object.fromEntries(
            Object.entries(highestSequences).filter(([, count]) => Number.isSafeInteger(count)),
          )
        : {},
    revokedKeyIds: Array.isArray(revokedKeyIds) ? revokedKeyIds.filter((id) => typeof id === 'string') : [],
  };
}
