import { describe, expect, it } from 'vitest';
import { check } from './check';
import type { Meter } from './meter';
import { type DrillRow, NotRun, type RowFigures } from './row';
import { runRows } from './run-rows';
import type { World } from './world';

const part = { start: async () => {}, goOn: () => {} };
const world = {
  ...{ redis: part, bridge: part, office: part, edgeDisk: part, edgeCache: part, mirror: part },
  ...{ edgePull: part, mirrorPull: part, origin: { breakIt: async () => {} } },
} as unknown as World;

const row = (run: () => Promise<RowFigures>): DrillRow => ({ number: 1, fault: 'f', mustGet: 'm', run });

async function stateOf(run: () => Promise<RowFigures>): Promise<readonly (string | undefined)[]> {
  const [result] = await runRows([row(run)], world, {} as Meter, () => {});
  return [result?.state, result?.why];
}

describe('a row of the drill', () => {
  const good = check<number>('wrong', 0, (count) => count === 0, 'none');
  const bad = check<number>('wrong', 1, (count) => count === 0, 'none');

  it('holds where everything measured is as it must be', async () => {
    expect(await stateOf(async () => ({ checks: [good, good] }))).toEqual(['holds', '']);
  });
  it('falls short with one thing amiss', async () => {
    expect(await stateOf(async () => ({ checks: [good, bad] }))).toEqual(['falls short', '']);
  });
  it('falls short where nothing was measured', async () => {
    expect(await stateOf(async () => ({ checks: [] }))).toEqual(['falls short', '']);
  });
  it('falls short where it breaks off, and says where', async () => {
    const [state, why] = await stateOf(async () => {
      throw new Error('no such edge');
    });
    expect([state, why?.split('\n')[0]]).toEqual(['falls short', 'Error: no such edge']);
  });
  it('is not run, and not passed, where this machine cannot', async () => {
    const run = async () => {
      throw new NotRun('no tmpfs here');
    };
    expect(await stateOf(run)).toEqual(['not run', 'no tmpfs here']);
  });
});
