// Owns the shape of a suggestion: one kind of repair for one column of one file, offered for all its rows at once. Nothing is
// repaired that nobody accepted. Shapes only.

/** What can be repaired (docs/office-desk.md, docs/adr/0046). A kind is a public name: it is never renamed. */
export const suggestionKinds = [
  'mojibake',
  'shifted-cells',
  'swapped-columns',
  'lost-zeros',
  'number-format',
  'spreadsheet-date',
  'precinct-id',
  'parity',
  'mail-only',
] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** One row as it stands and as it would be read, the cells of the suggestion's columns alone, cut short. */
export interface RepairExample {
  readonly row: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Which group it is. Two of one upload differ in one of these. */
export interface SuggestionKey {
  readonly kind: SuggestionKind;
  readonly file: string;
  /** `zip`, `zip and precinct_id`; '' where whole rows move. */
  readonly column: string;
}

/** `{kind: 'lost-zeros', file: 'street_segment.txt', column: 'zip', columns: ['zip'], count: 312, examples: [{row: 2, before:
 *  ['1760'], after: ['01760']}], isApplied: false}`. */
export interface Suggestion extends SuggestionKey {
  /** What the cells of an example stand in, as the file calls it. */
  readonly columns: readonly string[];
  /** Rows that it would change, or has changed. */
  readonly count: number;
  /** The first rows of these. */
  readonly examples: readonly RepairExample[];
  /** Somebody accepted it, and the upload was read by it. */
  readonly isApplied: boolean;
}

/** What somebody accepted. `file` or `column` null: whatever they are called. */
export interface AcceptedRepair {
  readonly kind: SuggestionKind;
  readonly file: string | null;
  readonly column: string | null;
}

/** Whether a group is among what was accepted. */
export function isAmong(accepted: readonly AcceptedRepair[], { kind, file, column }: SuggestionKey): boolean {
  return accepted.some(
    (one) =>
      one.kind === kind &&
      (one.file === null || one.file === file) &&
      (one.column === null || one.column === column),
  );
}
