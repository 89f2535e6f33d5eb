// Owns the words and the limit of what the work with a whole state's list takes: figures to lines, lines to a table. Measures nothing.

import type { WorkFigures } from './measure-whole';
import type { WholeTaken, WorkName } from './work';

/** `{work: 'compare', seconds: 40.2, ratio: 9.1, peakMb: 655, isMet: true, why: ''}`; null figures: it died. */
export interface WholeLine {
  readonly work: WorkName;
  readonly seconds: number | null;
  /** Processor time to that of the bare pass. */
  readonly ratio: number | null;
  readonly peakMb: number | null;
  readonly isMet: boolean;
  readonly why: string;
}

/** The most memory that any of it may take: what is left on a machine of 2 GB once the system, the server's own code and the file cache
 *  have theirs, and a second piece of work is going on. */
const limitMb = 700;
const MB = 1024 * 1024;

export function wholeLine({ work, taken, why }: WorkFigures, bare: WholeTaken): WholeLine {
  if (taken === null) return { work, seconds: null, ratio: null, peakMb: null, isMet: false, why };
  const peakMb = taken.peakBytes / MB;
  return {
    work,
    seconds: taken.seconds,
    ratio: taken.processorSeconds / bare.processorSeconds,
    peakMb,
    isMet: peakMb <= limitMb,
    why,
  };
}

/** What stands above the table for people. */
export const wholeHead = (rows: number, heapMb: number): string =>
  [
    `${rows.toLocaleString('en-US')} rows; each in a process of its own with a heap of at most ${heapMb} MB.`,
    `Ratio: processor time to one pass of papaparse over the file with the rows. Memory: at most ${limitMb} MB.`,
    '',
    row('work', 'seconds', 'ratio', 'peak', ''),
    '',
  ].join('\n');

/** One line of the table. */
export function wholeRow({ work, seconds, ratio, peakMb, isMet, why }: WholeLine): string {
  if (seconds === null || ratio === null || peakMb === null)
    return `${row(work, '-', '-', '-', 'DIED')}: ${why}\n`;
  const cells = [`${seconds.toFixed(1)} s`, `${ratio.toFixed(1)} x`, `${Math.round(peakMb)} MB`] as const;
  return `${row(work, ...cells, isMet ? 'met' : 'NOT MET')}\n`;
}

function row(work: string, seconds: string, ratio: string, peak: string, met: string): string {
  return `${work.padEnd(16)}${seconds.padStart(10)}${ratio.padStart(10)}${peak.padStart(10)}  ${met}`.trimEnd();
}
