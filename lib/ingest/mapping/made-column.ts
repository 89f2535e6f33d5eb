// Owns the shape of a column that no cell of a row holds (./made-columns.ts).

/** `from`: the column whose blank cells mean what stands above; null: lines of their own. `within`: the column that stands before it
 *  with a hyphen, where the two together are one. */
export interface MadeColumn {
  readonly name: string;
  readonly from: number | null;
  readonly within?: number;
}
