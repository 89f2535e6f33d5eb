// Owns the list of what a whole state's list is put through, in the order in which each leaves what the next needs, and the shape of what
// each takes. Measures nothing.

/** One piece of work, done in a process of its own. `needs`: what has to have been done before it. */
export interface Work {
  readonly name: string;
  readonly needs: readonly string[];
}

/** `publish`: all steps from an approval until the folder has the release. `publish-next`: the same for a list that changes one row of
 *  a hundred. `export-release`: VIP 6.0 out of a release. */
export const works = [
  { name: 'publish', needs: [] },
  { name: 'compare', needs: ['publish'] },
  { name: 'publish-next', needs: ['publish'] },
  { name: 'compile', needs: [] },
  { name: 'verify', needs: ['compile'] },
  { name: 'lookup', needs: ['compile'] },
  { name: 'mirror', needs: ['compile'] },
  { name: 'pack', needs: ['compile'] },
  { name: 'export', needs: [] },
  { name: 'export-release', needs: ['compile'] },
] as const satisfies readonly Work[];

export type WorkName = (typeof works)[number]['name'];

/** These and what they need, in their order. */
export function withNeeds(names: readonly WorkName[]): readonly WorkName[] {
  const wanted = new Set<string>(names);
  for (const { name, needs } of [...works].reverse()) {
    if (wanted.has(name)) for (const need of needs) wanted.add(need);
  }
  return works.flatMap(({ name }) => (wanted.has(name) ? [name] : []));
}

/** What one process took. */
export interface WholeTaken {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakBytes: number;
}
