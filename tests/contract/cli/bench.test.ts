// levee bench: figures beside their targets.

import { describe, expect, it } from 'vitest';
import { runLevee } from '../run-levee';
import { SLOW_MS } from './cli-work.fixture';

describe('levee bench', () => {
  it(
    'prints every figure beside its target, as JSON on request',
    async () => {
      const run = await runLevee(['bench', '--precincts', '30', '--json']);
      expect(run).toMatchObject({ code: 0, err: '' });
      const { targets, rows } = JSON.parse(run.out);
      expect(rows).toBeGreaterThan(500);
      expect(targets).toHaveLength(15);
      for (const { name, value, target, limit, met } of targets) {
        expect(name).toMatch(/\w/);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(met).toBe(limit === 'most' ? value <= target : value >= target);
      }
    },
    SLOW_MS,
  );
});
