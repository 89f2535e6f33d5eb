// Owns the choice of one column for each field such that the sum of their worths is the largest there is. Knows neither fields nor
// columns. The Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(rows² × columns).

/** `worths[row][column]`: what it is worth to give the column to the row. Gives each row its column, -1 where none is worth more
 *  than nothing. No column is given twice. Ties go to the first column. */
export function bestAssignment(worths: readonly (readonly number[])[]): readonly number[] {
  const rows = worths.length;
  const real = worths[0]?.length ?? 0;
  // A column of nothing for each row: to go without is always possible.
  const columns = real + rows;
  // One array, row after row: it is read far more often than all else together.
  const costs = new Float64Array(rows * columns);
  for (const [row, of] of worths.entries())
    for (let column = 0; column < real; column++)
      costs[row * columns + column] = -Math.max(0, of[column] ?? 0);
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let at = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const isUsed = new Uint8Array(columns + 1);
    do {
      isUsed[at] = 1;
      const current = rowOf[at]!;
      const start = (current - 1) * columns - 1;
      const potential = rowPotential[current]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (isUsed[column] === 1) continue;
        const reduced = costs[start + column]! - potential - columnPotential[column]!;
        if (reduced < least[column]!) {
          least[column] = reduced;
          cameFrom[column] = at;
        }
        if (least[column]! < delta) {
          delta = least[column]!;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (isUsed[column] === 1) {
          rowPotential[rowOf[column]!]! += delta;
          columnPotential[column]! -= delta;
        } else least[column]! -= delta;
      }
      at = next;
    } while (rowOf[at] !== 0);
    while (at !== 0) {
      rowOf[at] = rowOf[cameFrom[at]!]!;
      at = cameFrom[at]!;
    }
  }
  const given = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= real; column++) {
    const row = rowOf[column]! - 1;
    if (row >= 0 && (worths[row]?.[column - 1] ?? 0) > 0) given[row] = column - 1;
  }
  return given;
}
