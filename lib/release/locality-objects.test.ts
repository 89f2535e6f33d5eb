import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compiledRelease } from './compiled.fixture';
import type { Root, Zip3Page } from './format';
import { localityKey, objectsByLocality } from './locality-objects';
import { exampleCounty, sampleCounty } from './offices.fixture';

async function release() {
  const compiled = await compiledRelease([exampleCounty, sampleCounty]);
  const { objects, pointer } = compiled;
  const parsed = new Map(
    [...objects].map(([name, bytes]) => [name, JSON.parse(new TextDecoder().decode(bytes))]),
  );
  const pages = [...parsed]
    .filter(([, { kind }]) => kind === 'zip3')
    .map(([name, page]) => ({ name, page: page as Zip3Page }));
  return { objects, parsed, root: parsed.get(pointer.root) as Root, pages };
}

describe('objectsByLocality', () => {
  it('has all that an answer in the locality is made of, neighbours in a shared ZIP included', async () => {
    const { parsed, root, pages } = await release();
    const byLocality = objectsByLocality(root, pages);
    const kindsOf = (officeId: string, id: string) =>
      [...(byLocality.get(localityKey({ officeId, id })) ?? [])].map((name) => parsed.get(name).kind).sort();
    expect(kindsOf('xx-example', '1')).toEqual([
      'locality',
      'locality',
      'shard',
      'shard',
      'shard',
      'towns',
      'zip3',
    ]);
    // Only the ZIP that both share.
    expect(kindsOf('xx-sample', '2')).toEqual(['locality', 'locality', 'shard', 'towns', 'zip3']);
  });

  it('weighs what the root says it weighs', async () => {
    const { objects, root, pages } = await release();
    const byLocality = objectsByLocality(root, pages);
    for (const locality of root.localities) {
      const names = [...(byLocality.get(localityKey(locality)) ?? [])];
      const bytes = names.map((name) => gzipSync(objects.get(name) ?? new Uint8Array(), { level: 9 }).length);
      expect(locality.gzipKb).toBe(Math.ceil(bytes.reduce((sum, size) => sum + size, 0) / 1024));
    }
  });
});
