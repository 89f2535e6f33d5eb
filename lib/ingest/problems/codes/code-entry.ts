// Owns the shape of an entry in the list of problems.

/** `fatal`: nothing can be published. `error`: the row is set aside. `conflict`: kept, and answered as
 *  such. `warning`: kept. */
export type Severity = 'fatal' | 'error' | 'conflict' | 'warning';

export interface CodeEntry {
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}
