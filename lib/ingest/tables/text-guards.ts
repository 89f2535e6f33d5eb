// Owns the guard `="0123"` that systems write around a cell so that Excel keeps it as text. Knows no columns.

/** Whether a stretch of text may have guarded cells: asked once of each, so that others cost nothing. */
export const mayBeGuarded = (text: string): boolean => text.includes('="');

/** `="0123"` -> `0123`, `=""` -> blank; every other cell as it stands, also `=A1` and `="a"&"b"`, which are formulas. */
export function withoutGuards(cells: readonly string[]): readonly string[] {
  return cells.some(isGuarded) ? cells.map((cell) => (isGuarded(cell) ? inner(cell) : cell)) : cells;
}

function isGuarded(cell: string): boolean {
  const text = cell.trim();
  return text.length > 2 && text.startsWith('="') && text.endsWith('"') && !/(?<!")"(?!")/.test(inside(text));
}

const inner = (cell: string): string => inside(cell.trim()).replaceAll('""', '"');
const inside = (text: string): string => text.slice(2, -1);
