// Owns what a look-up may download: how much, from whom, and when. Pure: ./bytes.ts does the measuring.

/** Of everything up to the answer, compressed: page, styles, scripts, release. */
export const budgetBytes = 200 * 1024;

/** One response: `{path: '/v1/current.json', bytes: 606, …}`; a whole URL where it came from somebody else. */
export interface Download {
  readonly path: string;
  /** Head and body, compressed. */
  readonly bytes: number;
  readonly afterSubmit: boolean;
  /** The map comes after the answer and is not counted. */
  readonly isMap: boolean;
}

/** Bytes that count. */
export function totalBytes(downloads: readonly Download[]): number {
  return downloads.filter(({ isMap }) => !isMap).reduce((total, { bytes }) => total + bytes, 0);
}

/** What is wrong with the downloads of one look-up whose ZIP was typed before it was submitted, as sentences. */
export function downloadFaults(
  language: string,
  outcome: string | null,
  downloads: readonly Download[],
): string[] {
  const total = totalBytes(downloads);
  const foreign = downloads.filter(({ path }) => /^\w+:\/\//.test(path));
  const late = downloads.filter(({ path, afterSubmit }) => afterSubmit && path.startsWith('/v1/'));
  return [
    ...(outcome === 'found' ? [] : [`/${language}/ answered ${outcome}, not found`]),
    ...(total <= budgetBytes ? [] : [`/${language}/ takes ${total} bytes, more than ${budgetBytes}`]),
    ...foreign.map(({ path }) => `/${language}/ asked a third party: ${path}`),
    ...late.map(({ path }) => `/${language}/ fetched ${path} after submit, though the ZIP was typed before`),
  ];
}
