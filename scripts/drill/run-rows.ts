// Owns a run of the drill: row after row in one world, each with what came of it, whatever happens in it. Knows neither
// faults nor how a report looks.

import type { Meter } from './meter';
import { type DrillRow, NotRun, type RowFigures } from './row';
import type { World } from './world';

/** What came of one row. `notRun`: this machine cannot run it; that is no pass. */
export interface RowResult {
  readonly number: number;
  readonly fault: string;
  readonly mustGet: string;
  readonly state: 'holds' | 'falls short' | 'not run';
  /** Why it was not run, or what broke it off; else empty. */
  readonly why: string;
  readonly seconds: number;
  readonly figures: RowFigures;
}

/** All of a world's parts run, and nobody lies: what a row begins with, and must leave behind. */
async function mend(world: World): Promise<void> {
  await world.origin.breakIt('none');
  const { redis, bridge, office, edgeDisk, edgeCache, mirror, edgePull, mirrorPull } = world;
  const parts = [redis, bridge, office, edgePull, edgeDisk, edgeCache, mirrorPull, mirror];
  for (const part of parts) part.goOn();
  for (const part of parts) await part.start();
}

/** Run rows one after the other. `told` hears of each before and after. */
export async function runRows(
  rows: readonly DrillRow[],
  world: World,
  meter: Meter,
  told: (row: DrillRow, result: RowResult | null) => void,
): Promise<readonly RowResult[]> {
  const results: RowResult[] = [];
  for (const row of rows) {
    told(row, null);
    const result = await runRow(row, world, meter);
    results.push(result);
    told(row, result);
  }
  return results;
}

async function runRow(row: DrillRow, world: World, meter: Meter): Promise<RowResult> {
  const started = performance.now();
  const { number, fault, mustGet } = row;
  const done = (state: RowResult['state'], why: string, figures: RowFigures): RowResult => ({
    ...{ number, fault, mustGet, state, why, figures },
    seconds: (performance.now() - started) / 1000,
  });
  try {
    await mend(world);
    const figures = await row.run(world, meter);
    const holds = figures.checks.length > 0 && figures.checks.every((check) => check.holds);
    return done(holds ? 'holds' : 'falls short', '', figures);
  } catch (error) {
    const nothing: RowFigures = { checks: [] };
    if (error instanceof NotRun) return done('not run', error.message, nothing);
    return done(
      'falls short',
      error instanceof Error ? (error.stack ?? error.message) : String(error),
      nothing,
    );
  }
}
