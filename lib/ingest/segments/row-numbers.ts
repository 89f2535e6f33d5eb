// Owns a growing list of row numbers: four bytes each, where an array of numbers would be boxed or doubled.

export class RowNumbers {
  #rows = new Int32Array(1024);
  #length = 0;

  /** Append one. */
  push(row: number): void {
    if (this.#length === this.#rows.length) {
      const larger = new Int32Array(this.#rows.length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[this.#length++] = row;
  }

  /** The row number at an index that was filled. */
  at(index: number): number {
    return this.#rows[index]!;
  }
}
