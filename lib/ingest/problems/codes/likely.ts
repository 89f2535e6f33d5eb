// Owns what can be wrong with an office's files: what is likely wrong by what stands around it. Data only, as
// lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const likelyCodes = {
  'range-differs-from-neighbours': {
    severity: 'warning',
    meaning:
      'The range leads to another place than at least three ranges before it and three behind it on the same side of the ' +
      'street, which all agree, and nothing across the street leads there.',
    remedy: "Check the row's precinct. Nothing to do if the boundary really runs around these numbers.",
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
