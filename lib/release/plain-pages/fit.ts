// Owns that no page is above its weight: what is measured, and how a list that is too long is divided. Compressing is
// slow: what cannot be too long is not measured at all, and what is clearly short enough only roughly.

import { gzipSync } from 'fflate';

/** A page, gzip level 9 (docs/format/v1.md §4.5). */
export const MAX_PAGE_GZIP_BYTES = 14_336;

/** Compressors differ by a little: what we measure must leave room for another. */
const MEASURED_LIMIT = MAX_PAGE_GZIP_BYTES - 512;

/** The same page in two languages compresses alike; this much more is allowed for before the second is measured. */
const OTHER_LANGUAGE = 1.25;

/** True where every version of a page (one for each language) is at most 14 KB compressed, by whoever compresses it. */
export function fitsPage(versions: readonly Uint8Array[]): boolean {
  const [first, ...others] = versions;
  if (first === undefined) return true;
  const size = roughSize(first);
  return (
    size <= MEASURED_LIMIT &&
    others.every(
      (other) =>
        (size * OTHER_LANGUAGE * other.length) / first.length <= MEASURED_LIMIT ||
        roughSize(other) <= MEASURED_LIMIT,
    )
  );
}

/** At most so many bytes compressed: as it is, or compressed in haste, where that is short enough. */
function roughSize(bytes: Uint8Array): number {
  if (bytes.length <= MEASURED_LIMIT) return bytes.length;
  const hasty = gzipSync(bytes, { level: 1, mtime: 0 }).length;
  return hasty <= MEASURED_LIMIT ? hasty : gzipSync(bytes, { level: 9, mtime: 0 }).length;
}

/** Divide a list into runs that each fit on a page: whole if it fits, else by halves. A single item is a page of its
 *  own whatever its size. `[]` gives one empty run. */
export function divide<Item>(
  items: readonly Item[],
  fits: (run: readonly Item[]) => boolean,
): readonly (readonly Item[])[] {
  if (items.length < 2 || fits(items)) return [items];
  const middle = Math.ceil(items.length / 2);
  return [...divide(items.slice(0, middle), fits), ...divide(items.slice(middle), fits)];
}
