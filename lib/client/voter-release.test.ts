// Owns how a page view keeps its release: asked anew when a minute old, tried again after a failure, kept when
// cut off, and never replaced by an older one. Over the published test vectors.

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { releaseSource } from '@/lib/adapters/release-files';
import { err } from '@/lib/core/result';
import { deviceCopy } from './device-copy';
import { memoryCaches } from './device-copy.fixture';
import type { Rung } from './ladder/rung';
import { createVoterRelease } from './voter-release';

interface Vectors {
  readonly cases: readonly {
    readonly now: string;
    readonly trust: { readonly publicKeys: readonly string[] };
  }[];
}

const ADDRESS = '5 Main St, Exampleton XX 00011';

/** A page view over the good release, with a clock, a storage and a network in the test's hands. */
async function pageView(settings: { readonly canVerify?: boolean } = {}) {
  const vectors: Vectors = JSON.parse(await readFile('data/vectors/index.json', 'utf8'));
  const first = vectors.cases[0];
  if (!first) throw new Error('no vectors');
  const good = releaseSource('data/vectors/good');
  const world = {
    nowMs: Date.parse(first.now),
    isCutOff: false,
    pointersAsked: 0,
    stored: new Map<string, string>(),
  };
  const cutOff = err({ code: 'unreachable' as const, message: 'cut off' });
  const live: Rung = {
    kind: 'live',
    pointer: async () => {
      world.pointersAsked += 1;
      return world.isCutOff ? cutOff : good.pointer();
    },
    object: async (name) => (world.isCutOff ? cutOff : good.object(name)),
  };
  const storage = {
    getItem: (key: string) => world.stored.get(key) ?? null,
    setItem: (key: string, value: string) => void world.stored.set(key, value),
  };
  const release = createVoterRelease({
    rungs: [live],
    device: deviceCopy(memoryCaches().storage),
    timers: { after: () => () => {} },
    publicKeys: first.trust.publicKeys,
    storage: () => storage as unknown as Storage,
    now: () => new Date(world.nowMs),
    canVerify: settings.canVerify ?? true,
    siteOffices: [{ id: 'site', name: 'Site Office', phone: '(601) 555-0100' }],
  });
  return { release, world };
}

describe('createVoterRelease', () => {
  it('answers, and remembers the sequence it saw but nothing that was typed', async () => {
    const { release, world } = await pageView();
    expect((await release.answer(ADDRESS)).kind).toBe('found');
    const stored = [...world.stored.values()].join();
    expect(stored).toMatch(/"highestSequences":\{"[^"]+":\d+\}/);
    expect(stored).not.toMatch(/main|exampleton|00011/i);
  });

  it('asks for the pointer once however many ask at once, and again when a minute is over', async () => {
    const { release, world } = await pageView();
    await Promise.all([release.open(), release.open(), release.answer(ADDRESS)]);
    expect(world.pointersAsked).toBe(1);
    world.nowMs += 59_000;
    await release.answer(ADDRESS);
    expect(world.pointersAsked).toBe(1);
    world.nowMs += 2000;
    await release.answer(ADDRESS);
    expect(world.pointersAsked).toBe(2);
  });

  it('tries again after a failure, and says whom to call meanwhile', async () => {
    const { release, world } = await pageView();
    world.isCutOff = true;
    expect(await release.answer(ADDRESS)).toMatchObject({
      kind: 'cannotCheck',
      reason: 'unreachable',
      offices: [{ phone: '(601) 555-0100' }],
    });
    world.isCutOff = false;
    expect((await release.answer(ADDRESS)).kind).toBe('found');
  });

  it('goes on answering from what was verified before when it is cut off later', async () => {
    const { release, world } = await pageView();
    await release.answer(ADDRESS);
    world.isCutOff = true;
    world.nowMs += 3_600_000;
    expect((await release.answer(ADDRESS)).kind).toBe('found');
  });

  it('refuses a release older than one it saw, also when it had that very one in hand', async () => {
    const { release, world } = await pageView();
    await release.answer(ADDRESS);
    const [key, text] = [...world.stored][0] ?? ['', ''];
    world.stored.set(
      key,
      text.replace(/:(\d+)\}/, (_, sequence) => `:${Number(sequence) + 1}}`),
    );
    world.nowMs += 61_000;
    expect(await release.answer(ADDRESS)).toMatchObject({ kind: 'cannotCheck', reason: 'rolledBack' });
  });

  it('answers nothing where nothing can be verified, and asks for nothing', async () => {
    const { release, world } = await pageView({ canVerify: false });
    expect(await release.answer(ADDRESS)).toMatchObject({ kind: 'cannotCheck', reason: 'unsupported' });
    expect(world.pointersAsked).toBe(0);
  });
});
