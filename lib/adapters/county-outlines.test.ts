// Owns that the borders behind a map are there for every state, small, and where they should be.

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countyAround } from '@/lib/client/county-around';
import { countyOutlines, outlinedStates } from './county-outlines';

describe('countyOutlines', () => {
  it('knows fifty states and the capital, and not the practice state', () => {
    expect(outlinedStates).toEqual(expect.arrayContaining(['AK', 'DC', 'HI', 'MS', 'WY']));
    expect(outlinedStates.length).toBeGreaterThanOrEqual(51);
    expect(countyOutlines('ZZ')).toBeNull();
  });

  it('gives each county of a state once', () => {
    expect(countyOutlines('MS')?.features).toHaveLength(82);
    expect(countyOutlines('DE')?.features).toHaveLength(3);
  });

  it('puts Natchez into a county, longitude first as RFC 7946 has it', () => {
    const outlines = countyOutlines('MS');
    if (!outlines) throw new Error('no outlines');
    const natchez = countyAround([31.56, -91.4], outlines);
    const jackson = countyAround([32.3, -90.18], outlines);
    expect(natchez).not.toBeNull();
    expect(jackson).not.toBeNull();
    expect(natchez).not.toBe(jackson);
  });

  it.each(outlinedStates)('%s is light enough to be an extra', (state) => {
    expect(gzipSync(JSON.stringify(countyOutlines(state))).length).toBeLessThan(40_000);
  });
});
