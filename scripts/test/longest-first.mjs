// Owns the order in which vitest runs its files: those that take longest begin first, so that no processor waits for the other
// at the end. Where vitest remembers how long they took (a second run), that counts; a fresh checkout has this list.
// Plain JavaScript, since vitest.config.mts is read before anything reads TypeScript.

import { relative } from 'node:path';
import { BaseSequencer } from 'vitest/node';

/** Files of more than ten seconds, the longest first. */
const LONG = [
  'tests/fuzz/fuzz-4.test.ts',
  'tests/contract/corruptions/corruptions.test.ts',
  'tests/fuzz/fuzz-3.test.ts',
  'tests/data/tables/any-table.test.ts',
  'tests/contract/cli/bench.test.ts',
  'tests/fuzz/fuzz-1.test.ts',
  'tests/fuzz/fuzz-2.test.ts',
  'tests/contract/edge/cache-host.test.ts',
  'tests/contract/publish/real-stores.test.ts',
  'tests/contract/publish/two-writers.test.ts',
  'tests/data/asked-lists.test.ts',
  'tests/data/real-feeds.test.ts',
  'tests/data/mapped-lists.test.ts',
  'tests/data/mapped-addresses.test.ts',
  'tests/contract/publish/killed-publish.test.ts',
  'tests/contract/set-aside/set-aside.test.ts',
  'tests/contract/publish/sweep.test.ts',
  'tests/contract/edge/slow-clients.test.ts',
  'tests/contract/mirror/mirror-killed.test.ts',
  'tests/contract/import-rules.test.ts',
  'tests/contract/regular-expressions.test.ts',
];

/** Vitest's own order but for those. */
export class LongestFirst extends BaseSequencer {
  /** @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => this.#rankOf(a) - this.#rankOf(b));
  }

  /** @param {import('vitest/node').TestSpecification} file */
  #rankOf({ moduleId }) {
    const rank = LONG.indexOf(relative(this.ctx.config.root, moduleId));
    return rank === -1 ? LONG.length : rank;
  }
}
