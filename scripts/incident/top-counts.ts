// Owns counting which of many names come most, in memory that does not grow with their number.

/** Names kept at once. */
const KEPT = 1_000;

/** Counts names by "space saving" (Metwally, Agrawal, El Abbadi 2005): a name that makes up more than one in `KEPT` of all is among those
 *  kept, and its count is too high by `atMost` at most. */
export class TopCounts {
  readonly #counts = new Map<string, number>();
  #dropped = 0;

  add(name: string, weight: number): void {
    const known = this.#counts.get(name);
    if (known !== undefined || this.#counts.size < KEPT * 2) {
      this.#counts.set(name, (known ?? this.#dropped) + weight);
      return;
    }
    const sorted = [...this.#counts].sort((a, b) => b[1] - a[1]);
    this.#dropped = Math.max(this.#dropped, sorted[KEPT]?.[1] ?? 0);
    for (const [each] of sorted.slice(KEPT)) this.#counts.delete(each);
    this.#counts.set(name, this.#dropped + weight);
  }

  /** By how much a count may be too high; 0 where every name was kept. */
  get atMost(): number {
    return this.#dropped;
  }

  /** The most frequent, the first first. */
  top(most: number): readonly (readonly [name: string, count: number])[] {
    return [...this.#counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
  }
}
