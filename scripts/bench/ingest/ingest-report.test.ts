import { expect, it } from 'vitest';
import { ingestEnd, ingestHead, ingestLines, ingestRows } from './ingest-report';
import type { IngestFigures } from './measure-ingest';

const MB = 1024 * 1024;
const bare = { seconds: 4, processorSeconds: 5, peakBytes: 90 * MB, found: 2_000_001, sha256: '' };

const figures: IngestFigures = {
  load: [0.2, 1.1],
  shapes: [
    {
      shape: 'flat',
      rows: 2_000_000,
      bare,
      read: { ...bare, seconds: 20, processorSeconds: 20, peakBytes: 700 * MB },
      browser: { bareSeconds: 2, seconds: 11, peakBytes: 701 * MB, told: 12 },
    },
    { shape: 'xml', rows: 600_000, bare, read: { ...bare, seconds: 8 }, browser: null },
  ],
};

it('meets the limit of memory where it is just reached, and not where it is just missed', () => {
  expect(ingestLines(figures).map(({ shape, where, isMet }) => [shape, where, isMet])).toEqual([
    ['flat', 'server', true],
    ['flat', 'browser', false],
    ['xml', 'server', true],
  ]);
});

it('says time as a ratio to the bare pass, by the clock and by the processor', () => {
  const text = [ingestHead(), ...figures.shapes.map(ingestRows), ingestEnd(figures)].join('');
  expect(text).toMatch(/^flat +server +2,000,000 +4\.0 s +20\.0 s +5\.0 x +4\.0 x +700 MB +met$/m);
  expect(text).toMatch(/^flat +browser +2,000,000 +2\.0 s +11\.0 s +5\.5 x +- +701 MB +NOT MET$/m);
  expect(text).toContain("The machine's load was 0.2 before and 1.1 behind.");
});
