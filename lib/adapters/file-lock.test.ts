import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './file-lock';

let folder = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'levee-lock-'));
  lock = join(folder, 'current.json.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Left by a process that was killed so many seconds ago. */
function left(secondsAgo: number): void {
  writeFileSync(lock, '');
  const then = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(lock, then, then);
}

it('lets one work after the other, and leaves no lock, whatever the work does', async () => {
  const seen: string[] = [];
  const work = (name: string) =>
    withLock(lock, async () => {
      seen.push(`${name} begins`);
      await sleep(30);
      seen.push(`${name} ends`);
    });
  await Promise.all([work('a'), work('b')]);
  expect(seen[1]?.[0]).toBe(seen[0]?.[0]);
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

it('waits for one that may be working, and passes one that was left, ten seconds after it was made', async () => {
  left(8.5);
  const start = performance.now();
  expect(await withLock(lock, async () => 'mine')).toBe('mine');
  expect(performance.now() - start).toBeGreaterThan(1000);
  left(11);
  expect(await withLock(lock, async () => 'mine')).toBe('mine');
});
