// Owns the words and the limit of what reading a long upload takes: figures to lines, lines to a table. Measures nothing.

import type { BrowserFigures } from './browser-bench';
import type { IngestFigures, ShapeFigures } from './measure-ingest';
import type { ShapeName } from './shapes';

/** One measured place: `{shape: 'flat', where: 'server', ratio: 5.1, peakMb: 512, isMet: true, …}`. */
export interface IngestLine {
  readonly shape: ShapeName;
  readonly where: 'server' | 'browser';
  readonly rows: number;
  readonly bareSeconds: number;
  readonly seconds: number;
  /** Of the clock's time; what else the machine does is in it. */
  readonly ratio: number;
  /** Of processor time, which a busy machine changes less; null where it cannot be told. */
  readonly processorRatio: number | null;
  readonly peakMb: number;
  readonly isMet: boolean;
}

/** The most memory that reading may take, on the server and in a browser. */
const limitMb = 700;

const MB = 1024 * 1024;

/** Every measured place, shape by shape. */
export const ingestLines = ({ shapes }: Pick<IngestFigures, 'shapes'>): readonly IngestLine[] =>
  shapes.flatMap((one) =>
    one.browser === null ? [serverLine(one)] : [serverLine(one), browserLine(one, one.browser)],
  );

function serverLine({ shape, rows, bare, read }: ShapeFigures): IngestLine {
  const peakMb = read.peakBytes / MB;
  return {
    shape,
    where: 'server',
    rows,
    bareSeconds: bare.seconds,
    seconds: read.seconds,
    ratio: read.seconds / bare.seconds,
    processorRatio: read.processorSeconds / bare.processorSeconds,
    peakMb,
    isMet: peakMb <= limitMb,
  };
}

function browserLine({ shape, rows }: ShapeFigures, browser: BrowserFigures): IngestLine {
  const peakMb = browser.peakBytes / MB;
  return {
    shape,
    where: 'browser',
    rows,
    bareSeconds: browser.bareSeconds,
    seconds: browser.seconds,
    ratio: browser.seconds / browser.bareSeconds,
    processorRatio: null,
    peakMb,
    isMet: peakMb <= limitMb,
  };
}

/** What stands above the table for people: printed before anything is measured. */
export const ingestHead = (): string =>
  [
    'Bare: one pass of papaparse over the file with the rows; of XML, saxes; of a workbook, inflate and saxes.',
    `Memory: at most ${limitMb} MB.`,
    '',
    row('shape', 'where', 'rows', 'bare', 'read', 'ratio', 'processor', 'peak', ''),
    '',
  ].join('\n');

/** One shape's lines of the table, one a measured place. */
export function ingestRows(shape: ShapeFigures): string {
  const lines = ingestLines({ shapes: [shape] }).map((line) =>
    row(
      line.shape,
      line.where,
      line.rows.toLocaleString('en-US'),
      `${line.bareSeconds.toFixed(1)} s`,
      `${line.seconds.toFixed(1)} s`,
      `${line.ratio.toFixed(1)} x`,
      line.processorRatio === null ? '-' : `${line.processorRatio.toFixed(1)} x`,
      `${Math.round(line.peakMb)} MB`,
      line.isMet ? 'met' : 'NOT MET',
    ),
  );
  return `${lines.join('\n')}\n`;
}

/** What stands below it. */
export function ingestEnd({ load }: Pick<IngestFigures, 'load'>): string {
  const [before, behind] = load.map((one) => one.toFixed(1));
  return `\nThe machine's load was ${before} before and ${behind} behind.\n`;
}

const widths = [10, 9, -11, -9, -9, -8, -11, -9, 0] as const;

function row(...cells: readonly string[]): string {
  return cells
    .map((cell, at) => {
      const width = widths[at] ?? 0;
      return width < 0 ? cell.padStart(-width) : at === widths.length - 1 ? `  ${cell}` : cell.padEnd(width);
    })
    .join('')
    .trimEnd();
}
