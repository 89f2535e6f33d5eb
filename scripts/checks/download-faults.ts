// Owns what a look-up may download: how much, and from whom. Pure: ./bytes.ts does the measuring.

/** Of everything up to the answer, compressed: page, styles, scripts, release. */
export const budgetBytes = 200 * 1024;

/** One response: `{path: '/v1/current.json', bytes: 606, …}`; a whole URL where it came from somebody else. */
export interface Download {
  readonly path: string;
  /** Head and body, compressed. */
  readonly bytes: number;
}

/** All of them together. */
export function totalBytes(downloads: readonly Download[]): number {
  return downloads.reduce((total, { bytes }) => total + bytes, 0);
}

/** What is wrong with one look-up whose connection was cut between typing and submitting, as sentences. */
export function downloadFaults(
  language: string,
  outcome: string | null,
  downloads: readonly Download[],
): string[] {
  const total = totalBytes(downloads);
  const foreign = downloads.filter(({ path }) => /^\w+:\/\//.test(path));
  return [
    ...(outcome === 'found'
      ? []
      : [`/${language}/ answered ${outcome}, not found, from what it had when the ZIP was typed`]),
    ...(total <= budgetBytes ? [] : [`/${language}/ takes ${total} bytes, more than ${budgetBytes}`]),
    ...foreign.map(({ path }) => `/${language}/ asked a third party: ${path}`),
  ];
}
