// Owns the one shape that the parts of canonical spelling hand to each other.

/** One canonical word and how many typed words it stands for: `{word: 'CR-12', taken: 3}` for COUNTY ROAD 12. */
export interface Canonical {
  readonly word: string;
  readonly taken: number;
}
