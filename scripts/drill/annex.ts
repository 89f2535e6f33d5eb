// Owns what the drill measures beside its rows: a table of its own, with checks that count like those of rows. Knows no measurement.

import type { Check } from './check';
import type { World } from './world';

/** `{title: 'Throughput', checks: […], heads: ['edge', 'ratio'], rows: [['edge-disk', '1.15']], notes: ['…']}`. */
export interface Annex {
  readonly title: string;
  readonly checks: readonly Check[];
  /** Of the table's columns. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** Measures in a world whose parts all run, and leaves it as it was. */
export type MakeAnnex = (world: World) => Promise<Annex>;

/** Run them one after the other. One that breaks falls short, and says why. */
export async function makeAnnexes(
  wanted: readonly { readonly title: string; readonly make: MakeAnnex }[],
  world: World,
): Promise<readonly Annex[]> {
  const made: Annex[] = [];
  for (const { title, make } of wanted) {
    world.say(`${title} …`);
    made.push(await make(world).catch((error: unknown) => broken(title, error)));
  }
  return made;
}

function broken(title: string, error: unknown): Annex {
  const got = error instanceof Error ? error.message : String(error);
  return { title, checks: [{ what: 'it was measured', got, holds: false }], heads: [], rows: [], notes: [] };
}

/** `1234.5` is `1,235`. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
