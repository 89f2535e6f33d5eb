import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Patrol } from './patrol';

const folder = mkdtempSync(join(tmpdir(), 'levee-patrol-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('begins a round once an hour, and says once that there is something to mend', async () => {
  const to = join(folder, 'www');
  mkdirSync(to);
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 3, 12, minutes));
  const patrol = new Patrol(to, join(folder, 'state'), [], at(0));
  patrol.begin(at(59));
  await patrol.ended();
  expect(patrol.takeFound()).toBe(false);
  // There is no release: a file is missing.
  patrol.begin(at(60));
  await patrol.ended();
  expect([patrol.takeFound(), patrol.takeFound()]).toEqual([true, false]);
  patrol.begin(at(119));
  await patrol.ended();
  expect(patrol.takeFound()).toBe(false);
});
