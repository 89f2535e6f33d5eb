// Every code has an example that really has the problem, at the row that it says, and a mended one that has it no more.

import { describe, expect, it } from 'vitest';
import type { ExampleUpload, ProblemExample } from './examples/example';
import { readExample } from './examples/real-files.fixture';
import { soundFeed } from './examples/sound-feed';
import { type ProblemCode, problemCodes } from './problem-codes';
import { problemExamples } from './problem-examples';

const codes = Object.keys(problemCodes) as ProblemCode[];

describe('the examples of problems', () => {
  it('stand in a feed that has no problem itself', async () => {
    const { problems, dataset, counts } = await readExample({}, { files: [] });
    expect(problems).toEqual([]);
    expect(dataset?.streetSegments).toHaveLength(soundFeed['street_segment.txt'].length - 1);
    expect(counts).toMatchObject({ errors: 0, conflicts: 0, warnings: 0, rowsIn: 11, rowsSetAside: 0 });
  });

  it('are of every code, in their order', () => {
    expect(Object.keys(problemExamples).sort()).toEqual([...codes].sort());
  });

  it('have titles that tell them apart', () => {
    const titles = Object.values(problemExamples).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

/** What an upload of own tables alone is told as well where nothing of it could be read. */
const ofOwnTables: readonly ProblemCode[] = ['file-missing'];

async function readWithout(example: ProblemExample, upload: ExampleUpload) {
  const { problems, dataset } = await readExample(example, upload);
  const isOwn = example.around === 'own';
  return { problems: problems.filter(({ code }) => !(isOwn && ofOwnTables.includes(code))), dataset };
}

describe.each(codes)('%s', (code) => {
  const example = problemExamples[code];

  it('is found in its example, at the row that it says', async () => {
    const { problems, dataset } = await readWithout(example, example);
    // A code that nothing gives any more keeps its page, which says what is reported instead.
    const reported = example.instead ?? code;
    const found = problems.filter((problem) => problem.code === reported);
    const others = problems.filter((problem) => problem.code !== reported).map((problem) => problem.code);
    expect([...new Set(others)].sort()).toEqual([...(example.also ?? [])].sort());
    expect(found.map(({ file, row }) => ({ file, row }))).toContainEqual(example.at);
    expect(found).toHaveLength(example.times ?? 1);
    expect(dataset === null).toBe(problemCodes[code].severity === 'fatal');
  });

  it('is gone from the mended example, and nothing else is wrong there', async () => {
    const { problems, dataset } = await readWithout(example, example.mended);
    expect(problems.map((problem) => `${problem.code} ${problem.file}:${problem.row}`)).toEqual([]);
    expect(dataset).not.toBeNull();
  });
});
