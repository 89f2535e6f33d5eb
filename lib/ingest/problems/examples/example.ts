// Owns the shape of an example of a problem: small files as they are shown to people, and enough to make the real ones of them.
// Shapes only: ./real-files.fixture.ts makes files of them for tests, ./shown-lines.ts makes lines for pages.

import type { TableMapping } from '../../mapping/table-mapping';
import type { ProblemCode } from '../problem-codes';

/** A line as it stands, or one that stands many times. */
export type ExampleLine = string | { readonly line: string; readonly times: number };

/** A cell of a sheet. A formula has no stored result. */
export type ExampleCell = string | { readonly formula: string };

/** A text of separated values, XML or the like; a line break stands behind each line. */
export interface TextExample {
  readonly kind: 'text';
  readonly name: string;
  readonly lines: readonly ExampleLine[];
  /** The last line has no line break: the file ends in the middle of it. */
  readonly isCut?: true;
  /** Absent: UTF-8. */
  readonly encoding?: 'windows-1252';
}

export interface WorkbookExample {
  readonly kind: 'workbook';
  readonly name: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly isHidden?: true;
    /** Numbers of rows, from 1. */
    readonly hiddenRows?: readonly number[];
    /** First and last, from 1. */
    readonly hiddenColumns?: readonly (readonly [min: number, max: number])[];
    readonly rows: readonly (readonly ExampleCell[])[];
  }[];
  /** A part that Excel writes is not in it. */
  readonly isDamaged?: true;
}

export interface ZipExample {
  readonly kind: 'zip';
  readonly name: string;
  /** What is in it; `#` in a name is a number, where there are many. */
  readonly entries: readonly {
    readonly name: string;
    readonly lines?: readonly string[];
    /** So many bytes that are all alike, instead of lines. */
    readonly alikeBytes?: number;
    readonly isZip?: true;
    readonly times?: number;
  }[];
  /** `notZip`: only its first letters are those of a zip. `declares`: what its directory says of the first file's size. */
  readonly fault?: 'notZip' | 'locked' | { readonly declaresBytes: number };
}

/** Bytes that are no text, as hexadecimal digits. */
export interface BytesExample {
  readonly kind: 'bytes';
  readonly name: string;
  readonly hex: string;
  /** What it is, in words: `A PDF`. */
  readonly is: string;
}

/** A file that cannot be read to its end. */
export interface UnreadableExample {
  readonly kind: 'unreadable';
  readonly name: string;
  readonly lines: readonly string[];
}

export type ExampleFile = TextExample | WorkbookExample | ZipExample | BytesExample | UnreadableExample;

/** An upload, as far as it differs from the sound feed (./sound-feed.ts). */
export interface ExampleUpload {
  /** One sentence about what the lines do not show; absent: there is nothing to say. */
  readonly said?: string;
  /** What is shown. A file of the sound feed that has the same name is replaced. */
  readonly files: readonly ExampleFile[];
  /** Files of the sound feed that are not there. */
  readonly without?: readonly string[];
  /** What the office has confirmed of its own tables. */
  readonly mappings?: readonly TableMapping[];
  /** Two-letter code of the office that the files are uploaded to; absent: nobody said. */
  readonly officeState?: string;
  /** Declared by the office. */
  readonly singleNumberBeatsRange?: true;
}

/** One code's example: files that have the problem, and the same files mended. */
export interface ProblemExample extends ExampleUpload {
  /** What the page is called: `The house number is missing`. */
  readonly title: string;
  /** Where the problem is found; row null: in the file as a whole. */
  readonly at: { readonly file: string; readonly row: number | null };
  /** How often it is found; absent: once. */
  readonly times?: number;
  /** No file gives this code any more: what is reported instead. */
  readonly instead?: ProblemCode;
  /** Other problems that cannot but come with it. */
  readonly also?: readonly ProblemCode[];
  /** `feed`: the sound feed stands around the files, where absent. `own`: the files are an office's own tables, and stand alone; the
   *  office has said which election it is. */
  readonly around?: 'feed' | 'own';
  /** Further files around, not shown, in the mended upload too. */
  readonly beside?: readonly ExampleFile[];
  /** Files whose data are live when these are uploaded. */
  readonly live?: ExampleUpload;
  readonly mended: ExampleUpload;
}

/** Code -> example, of one group of codes. A code without an example does not compile. */
export type ExamplesOf<Codes> = Readonly<Record<keyof Codes, ProblemExample>>;
