// Owns reading what was published, latest first: for an office's page, or for all. Changes nothing.

import type { OfficePorts } from '../ports/office-ports';
import { type HistoryEntry, historyEntrySchema, releaseHistory, sequenceKeyPart } from './release-record';

const PAGE = 200;

export interface HistoryPage {
  /** null: all offices. */
  readonly officeId: string | null;
  readonly limit: number;
  /** Only releases before this number. */
  readonly before?: number;
}

/** Releases that `officeId` was the cause of, or had a new list with, latest first. */
export async function history(
  { state }: OfficePorts,
  { officeId, limit, before }: HistoryPage,
): Promise<readonly HistoryEntry[]> {
  const found: HistoryEntry[] = [];
  let after = before === undefined ? undefined : releaseHistory.key(sequenceKeyPart(before));
  for (;;) {
    const prefix = releaseHistory.key('');
    const page = await state.list({
      prefix,
      limit: PAGE,
      reverse: true,
      ...(after === undefined ? {} : { after }),
    });
    const entries = page.map(({ value }) => historyEntrySchema.parse(JSON.parse(value)));
    found.push(
      ...entries.filter(
        (entry) => officeId === null || entry.officeId === officeId || entry.offices?.includes(officeId),
      ),
    );
    after = page.at(-1)?.key;
    if (found.length >= limit || page.length < PAGE) return found.slice(0, limit);
  }
}
