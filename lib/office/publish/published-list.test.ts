import { describe, expect, it } from 'vitest';
import { feedFile } from '@/lib/adapters/office-feed-file';
import type { Dataset, ListedDataset } from '@/lib/core/vip';
import { filesOf, soundFeed } from '@/lib/ingest/feed.fixture';
import { expandZip } from '@/lib/ingest/files/expand-zip';
import { readVipFlat } from '@/lib/ingest/read-vip-flat';
import { storeDataset } from '../drafts/datasets';
import { memoryPorts } from '../ports/memory-ports.fixture';
import { choices } from './choice';
import { publishedList } from './published-list';

const [office, election] = ['oh-made-up', 'e1'];

async function twoLists() {
  const ports = memoryPorts();
  const { dataset } = await readVipFlat(filesOf(soundFeed), { officeId: office });
  const before: Dataset = { ...dataset!, source: { ...dataset!.source, name: 'Before' } };
  const published = { ...dataset!, streetSegments: dataset!.streetSegments.slice(1) };
  const choiceOf = async (list: Dataset, shown: Dataset) => ({
    ...{
      dataset: await storeDataset(ports, list),
      published: await storeDataset(ports, shown),
      draftId: null,
    },
    ...{ approvedBy: 'A', at: '2026-10-01T12:00:00Z', segments: 2, pollingLocations: 2 },
  });
  const current = await choiceOf(dataset!, published);
  const previous = await choiceOf(before, before);
  const record = {
    officeId: office,
    electionId: election,
    electionName: 'E',
    electionDate: '2026-11-03',
    current,
    previous: [previous],
  };
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [choices.write(record, [office, election])],
  });
  return {
    ports,
    published,
    before,
    previous,
    unrelated: await storeDataset(ports, { ...before, officeId: 'oh-other' }),
  };
}

const plain = (list: ListedDataset | null) => list && { ...list, streetSegments: [...list.streetSegments] };

describe('publishedList', () => {
  it('gives what voters see of the live list, and of one before it', async () => {
    const { ports, published, before, previous } = await twoLists();
    expect(plain(await publishedList(ports, office, election, null))).toEqual(published);
    expect(plain(await publishedList(ports, office, election, previous.dataset))).toEqual(before);
  });

  it('gives nothing that the office did not choose', async () => {
    const { ports, unrelated } = await twoLists();
    expect(await publishedList(ports, office, election, unrelated)).toBeNull();
    expect(await publishedList(ports, office, 'e2', null)).toBeNull();
    expect(await publishedList(ports, 'oh-other', election, null)).toBeNull();
  });
});

describe('feedFile', () => {
  it('is a zip that reads as the list', async () => {
    const { published } = await twoLists();
    const response = feedFile(published);
    expect(response.headers.get('Content-Disposition')).toContain('oh-made-up-2026-11-03-vip-6.zip');
    const opened = await expandZip(new Uint8Array(await response.arrayBuffer()));
    expect(opened.ok && (await readVipFlat(opened.value, { officeId: office })).dataset).toEqual(published);
  });
});
