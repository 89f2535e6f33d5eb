// Owns how what was found is written down, so that it can be compared: with the file as it is called, or with its table alone.

import type { Problem } from '@/lib/ingest/problems/problem';

/** `error zip-unreadable street_segment.txt:4 zip «4399»`, in the order of the letters. */
export function foundIn(problems: readonly Problem[]): readonly string[] {
  return problems
    .map(({ severity, code, file, row, column, value }) => {
      return `${severity} ${code} ${file}:${row ?? '-'} ${column ?? '-'} «${value ?? '-'}»`;
    })
    .sort();
}

/** The same whatever the files are called: `VIP/precinct.txt` and `feed.xlsx / precinct` are `precinct`. */
export function withoutNames(found: readonly string[]): readonly string[] {
  return found
    .map((line) => line.replace(/^(\S+ \S+) (?:.*?\.xlsx \/ |.*?\/)?([a-z_]+)\.?(?:txt|csv)?:/, '$1 $2:'))
    .sort();
}

/** Severity and code alone: rows of XML are lines, and its columns paths. */
export function codesOf(found: readonly string[]): readonly string[] {
  return found.map((line) => line.split(' ').slice(0, 2).join(' ')).sort();
}
