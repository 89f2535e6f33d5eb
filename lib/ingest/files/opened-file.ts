// Owns the shapes of what a file of an upload turns out to be.

import type { ProblemCode } from '../problems/problem-codes';
import type { RecordSource } from '../tables/record-source';
import type { TableName } from '../tables/vip-columns';
import type { SourceFile } from './source-file';

/** Why a file is not read. */
export interface NotRead {
  readonly kind: 'notRead';
  /** The office's own, as problems name it. */
  readonly file: string;
  readonly code: ProblemCode;
  readonly detail?: string;
}

/** What one file, or one sheet of it, is. */
export type OpenedFile =
  | { readonly kind: 'feed'; readonly table: TableName; readonly source: RecordSource }
  | { readonly kind: 'foreign'; readonly source: RecordSource }
  | { readonly kind: 'boundaries'; readonly file: SourceFile }
  | { readonly kind: 'vipXml'; readonly file: SourceFile }
  | NotRead;
