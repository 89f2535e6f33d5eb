// Every cause has an example in which the two lists really give it.

import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import type { ExampleUpload } from '@/lib/ingest/problems/examples/example';
import { readExample } from '@/lib/ingest/problems/examples/real-files.fixture';
import { causeExamples } from './cause-examples';
import { causeCodes, changeCauses } from './change-causes';
import { compareDatasets } from './compare-datasets';

async function read(
  upload: ExampleUpload | null,
): Promise<{ readonly dataset: Dataset; readonly conflicts: number } | null> {
  if (upload === null) return null;
  const { dataset, counts, problems } = await readExample({}, upload);
  if (dataset === null) throw new Error(JSON.stringify(problems));
  return { dataset, conflicts: counts.conflicts };
}

describe.each(causeCodes)('%s', (code) => {
  const { live, draft, also = [], facts = {} } = causeExamples[code];

  it('is found where its example follows what is live', async () => {
    const [before, after] = [await read(live), (await read(draft))!];
    const causes = changeCauses({
      difference: compareDatasets(before?.dataset ?? null, after.dataset, {
        live: 0,
        draft: after.conflicts,
      }),
      today: facts.today ?? '2026-10-01',
      dataset: 'this list',
      earlier: new Map(facts.isOfBefore ? [['this list', 'Primary Election, 2026-05-05']] : []),
      lostFixes: facts.lostFixes ?? [],
    });
    expect(causes.map((cause) => cause.code).sort()).toEqual([code, ...also].sort());
  });

  it('is not found where the list that is live comes again', async () => {
    const [before, after] = [await read(live ?? { files: [] }), (await read(live ?? { files: [] }))!];
    const causes = changeCauses({
      difference: compareDatasets(before!.dataset, after.dataset, { live: 0, draft: 0 }),
      today: '2026-10-01',
      dataset: 'this list',
      earlier: new Map(),
      lostFixes: [],
    });
    expect(causes).toEqual([]);
  });
});
