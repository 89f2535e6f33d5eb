// Owns the few ways in which most examples differ from the sound feed, so that each says only what is its own. Knows no code.

import type { ExampleFile, ExampleLine, ProblemExample } from './example';
import { soundFeed } from './sound-feed';

type Name = keyof typeof soundFeed;
type Spoilt = Pick<ProblemExample, 'files' | 'at' | 'mended'>;

/** `text('precinct.txt', 'id,name', 'p1,North')`. */
export const text = (name: string, ...lines: readonly ExampleLine[]): ExampleFile => ({
  kind: 'text',
  name,
  lines,
});

/** A file of the sound feed as it is. */
export const sound = (name: Name): ExampleFile => text(name, ...soundFeed[name]);

/** One file spoilt, and mended. `row`: where the problem is found; null: in the file as a whole. */
export function inFile(
  name: string,
  row: number | null,
  spoilt: readonly ExampleLine[],
  mended: readonly ExampleLine[],
): Spoilt {
  return {
    files: [text(name, ...spoilt)],
    at: { file: name, row },
    mended: { files: [text(name, ...mended)] },
  };
}

/** The sound file with one more row, spoilt and mended. */
export function oneMore(name: Name, spoilt: string, mended: string): Spoilt {
  const lines: readonly string[] = soundFeed[name];
  return inFile(name, lines.length + 1, [...lines, spoilt], [...lines, mended]);
}

/** One more row of streets. */
export const street = (spoilt: string, mended: string): Spoilt =>
  oneMore('street_segment.txt', spoilt, mended);

/** A sound row that may follow those of the sound feed. */
export const soundStreet = 'ss3,201,299,odd,OAK,ST,Springvale,OH,43999,p1';

/** One row of the sound file replaced. */
export function oneRow(name: Name, row: number, spoilt: string): Spoilt {
  const lines: readonly string[] = soundFeed[name];
  return inFile(
    name,
    row,
    lines.map((line, at) => (at + 1 === row ? spoilt : line)),
    lines,
  );
}

/** Columns added to the sound file: each row's further cells, the header's first. */
export function moreColumns(
  name: Name,
  row: number,
  spoilt: readonly string[],
  mended: readonly string[],
): Spoilt {
  return inFile(name, row, widened(name, spoilt), widened(name, mended));
}

/** The lines of the sound file, each with further cells behind. */
export function widened(name: Name, cells: readonly string[]): readonly string[] {
  const lines: readonly string[] = soundFeed[name];
  return lines.map((line, at) => `${line},${cells[at]}`);
}

/** Streets of a third precinct, for examples that are about one. */
export const streetsOfThree = text(
  'street_segment.txt',
  ...soundFeed['street_segment.txt'],
  'ss3,201,299,odd,OAK,ST,Springvale,OH,43999,p3',
);

/** A third precinct, spoilt and mended; its streets are there. */
export function thirdPrecinct(spoilt: string, mended: string): Spoilt & Pick<ProblemExample, 'beside'> {
  return { ...oneMore('precinct.txt', spoilt, mended), beside: [streetsOfThree] };
}
