// Owns a site and a device for tests of what is kept: a release compiled from the practice offices of the format's
// vectors, a network that can be cut or lie, and a device's storage.

import { err } from '@/lib/core/result';
import type { Dataset } from '@/lib/core/vip';
import { compile } from '@/lib/release/compile';
import {
  exampleCounty,
  sampleCounty,
  VECTOR_EXPIRES,
  VECTOR_NOW,
  vectorReference,
} from '@/lib/release/offices.fixture';
import { fetchObject, objectReader, type ReleaseSource } from '@/lib/release/verified-objects';
import { deviceCopy } from './device-copy';
import { memoryCaches } from './device-copy.fixture';
import { keptRecords } from './kept-records';

/** Objects and an unsigned pointer of two offices; `change` makes another release of them. */
export async function release(change: (county: Dataset) => Dataset = (county) => county) {
  const compiled = await compile({
    languages: [],
    origin: null,
    datasets: [change(exampleCounty), sampleCounty],
    notices: [],
    reference: vectorReference,
    releaseLine: 'line',
    sequence: 1,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  return compiled.value;
}

/** The same offices after one place got another name: its shards change, the rest stays. */
export const renamed = (county: Dataset): Dataset => ({
  ...county,
  pollingLocations: county.pollingLocations.map((place) =>
    place.id === 'library' ? { ...place, name: 'New Library' } : place,
  ),
});

type Release = Awaited<ReturnType<typeof release>>;

/** `world.serves` is what the site has; `asked` are the names that reached it. */
export function device(first: Release, maxFiles?: number) {
  const world = { serves: first, isCutOff: false, lies: false, asked: [] as string[] };
  const source: Pick<ReleaseSource, 'object'> = {
    object: async (name) => {
      world.asked.push(name);
      const bytes = world.serves.objects.get(name);
      if (world.isCutOff || !bytes) return err({ code: 'unreachable', message: 'cut off' });
      return { ok: true, value: world.lies ? bytes.map((byte) => byte ^ 1) : bytes };
    },
  };
  const { files, storage } = memoryCaches(maxFiles);
  const ports = {
    fetchObject: (name: string) => fetchObject(source, name),
    device: deviceCopy(storage),
    records: keptRecords(storage),
    objects: objectReader(source),
  };
  return { world, ports, source, files, storage };
}

/** What the page itself does when it opens a release: the pointer and the root are kept. */
export async function opened({ ports }: ReturnType<typeof device>, { pointer, objects }: Release) {
  await ports.device.keepPointer(new TextEncoder().encode('a signed pointer'));
  await ports.device.keepObject(pointer.root, objects.get(pointer.root) ?? new Uint8Array());
}
