// Tries every parser with half a million inputs, on all processors. LEVEE_FUZZ sets count, seed and parser:
// `LEVEE_FUZZ="count=1000000 seed=7 parser=whole release"`.

import { describe, expect, it } from 'vitest';
import { parsers } from '../fuzz/parsers';
import { fuzzEverywhere, readFuzzSettings } from './fuzz-everywhere';

const settings = readFuzzSettings(process.env.LEVEE_FUZZ ?? '');
const chosen = parsers.filter(({ name }) => settings.parser === null || name === settings.parser);

describe('half a million inputs for each parser', () => {
  it('cause no crash, no hang, and nothing wrong is accepted', async () => {
    expect(chosen).not.toEqual([]);
    const reports = await fuzzEverywhere(
      chosen.map(({ name }) => name),
      settings,
    );
    console.table(reports.map(({ findings, ...figures }) => ({ ...figures, findings: findings.length })));
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
    expect(reports.map(({ parser, inputs }) => [parser, inputs])).toEqual(
      chosen.map(({ name }) => [name, settings.count]),
    );
  });
});
