import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inTurn, TurnLost } from './turn';

let folder = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'levee-turn-'));
  lock = join(folder, 'state', 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('lets one work after the other, and leaves no lock', async () => {
  const seen: string[] = [];
  const work = (name: string) =>
    inTurn(lock, async ({ check }) => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await check();
      seen.push(`${name} ends`);
    });
  await Promise.all([work('a'), work('b')]);
  expect(seen[1]?.[0]).toBe(seen[0]?.[0]);
  expect(seen[3]?.[0]).toBe(seen[2]?.[0]);
  expect(existsSync(lock)).toBe(false);
});

it('gives the turn away where the work throws', async () => {
  await expect(inTurn(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await inTurn(lock, async () => 'yes')).toBe('yes');
});

it('waits for nobody who is dead, nor for one who has not stirred for long', async () => {
  await inTurn(lock, async () => {});
  const { pid } = spawnSync('true');
  writeFileSync(lock, JSON.stringify({ host: hostname(), pid, id: 'x' }));
  expect(await inTurn(lock, async () => 'mine')).toBe('mine');
  writeFileSync(lock, JSON.stringify({ host: 'elsewhere', pid: 1, id: 'x' }));
  const long = new Date(Date.now() - 120_000);
  utimesSync(lock, long, long);
  expect(await inTurn(lock, async () => 'mine')).toBe('mine');
});

it('tells one that was stopped meanwhile that another has taken over, whose lock it leaves alone', async () => {
  const work = inTurn(lock, async ({ check }) => {
    writeFileSync(lock, 'another');
    await check();
  });
  await expect(work).rejects.toThrow(TurnLost);
  expect(existsSync(lock)).toBe(true);
});
