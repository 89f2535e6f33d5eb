// Owns whose places a row of a link table may have named, where the row cannot be read as one link. Wider, never narrower
// (ADR 40). Knows nothing of what follows.

import type { DamagedRow } from '../tables/vip-tables';

/** What a character becomes that could not be decoded. */
const LOST = '\ufffd';

/** Ids that a damaged row may name as its owner. Which cell the owner is cannot be told, so every one counts, and every piece of one:
 *  a delimiter may be the wrong one, and a quotation mark may have swallowed whole lines. `known`: ids that exist, of which those
 *  count that a name with a letter lost, or cut at the end of the file, may stand for. */
export function ownersIn(
  { cells, isCut }: Omit<DamagedRow, 'row'>,
  known: Iterable<string>,
): ReadonlySet<string> {
  const names = new Set([...cells.map((cell) => cell.trim()), ...piecesOf(cells), ...wordsOf(cells)]);
  names.delete('');
  const parts = [...names].filter((name) => name.includes(LOST));
  if (isCut) parts.push(`${cells.at(-1)?.trim() ?? ''}${LOST}`);
  if (parts.length > 0) {
    for (const id of known) if (parts.some((part) => mayBe(id, part))) names.add(id);
  }
  return names;
}

/** The same for a row of sound form, of which the owner or the place is none that exists (null for one that does): the pieces of
 *  the owner, and further lines that the place's cell swallowed. */
export function swallowedOwners(owner: string | null, placeId: string | null): ReadonlySet<string> {
  const swallowed = placeId?.includes('\n') === true ? [placeId] : [];
  const pieces = piecesOf(owner === null ? swallowed : [owner, ...swallowed]);
  return new Set(pieces.filter((piece) => piece !== owner));
}

function piecesOf(cells: readonly string[]): readonly string[] {
  const pieces = cells
    .join('\n')
    .replaceAll('"', '')
    .split(/[\r\n\t,;|]/);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

function wordsOf(cells: readonly string[]): readonly string[] {
  return piecesOf(cells).flatMap((piece) => piece.split(/\s+/));
}

/** Whether an id may be what a name with a letter lost was. One of which nothing is left may be any, and says nothing. */
export function mayBe(id: string, name: string): boolean {
  const start = name.slice(0, name.indexOf(LOST));
  const end = name.slice(name.lastIndexOf(LOST) + 1);
  const left = start.length + end.length;
  return left > 0 && left <= id.length && id.startsWith(start) && id.endsWith(end);
}
