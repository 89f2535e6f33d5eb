// Owns what a look-up may download: how much, and from whom. Pure: ./bytes.ts does the measuring.

/** Of everything that a voter downloads up to the answer, compressed: page, styles, scripts, release. What a page fetches
 *  by itself afterwards is not part of it: the answer stands whole without (`answerParts`), and nothing of it comes while
 *  an address is being typed (lib/client/when-idle.ts). Tests measure by this rule: the connection is cut before submitting. */
export const budgetBytes = 200 * 1024;

/** One response: `{path: '/v1/current.json', bytes: 606, …}`; a whole URL where it came from somebody else. */
export interface Download {
  readonly path: string;
  /** Head and body, compressed. */
  readonly bytes: number;
}

/** What a whole answer has, as selectors. */
export const answerParts: Readonly<Record<string, string>> = {
  'the place': '.place-name',
  'its hours': '.hours-line, .hours-table',
  'how to get in': '.place-access',
  'the office’s phone': '.office a[href^="tel:"]',
};

/** All of them together. */
export function totalBytes(downloads: readonly Download[]): number {
  return downloads.reduce((total, { bytes }) => total + bytes, 0);
}

/** What is wrong with one look-up whose connection was cut between typing and submitting, as sentences. */
export function downloadFaults(
  language: string,
  outcome: string | null,
  missing: readonly string[],
  downloads: readonly Download[],
): string[] {
  const total = totalBytes(downloads);
  const foreign = downloads.filter(({ path }) => /^\w+:\/\//.test(path));
  return [
    ...(outcome === 'found'
      ? []
      : [`/${language}/ answered ${outcome}, not found, from what it had when the ZIP was typed`]),
    ...missing.map((part) => `/${language}/ answered without ${part}`),
    ...(total <= budgetBytes ? [] : [`/${language}/ takes ${total} bytes, more than ${budgetBytes}`]),
    ...foreign.map(({ path }) => `/${language}/ asked a third party: ${path}`),
  ];
}
