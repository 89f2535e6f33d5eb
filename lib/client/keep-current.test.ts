// Owns that what a device had stays answerable after a change of the list, and that nothing piles up.

import { describe, expect, it } from 'vitest';
import { objectReader } from '@/lib/release/verified-objects';
import { releaseFiles, wholeZips } from './county-files';
import { keepCurrent } from './keep-current';
import { device, opened, release, renamed } from './kept-release.fixture';
import { saveCounty, savedCounties } from './saved-counties';

type Release = Awaited<ReturnType<typeof release>>;
type Phone = ReturnType<typeof device>;

async function answerable({ ports }: Phone, { pointer }: Release): Promise<readonly string[]> {
  const kept = new Set(await ports.device.objectNames());
  const files = await releaseFiles(objectReader(ports.device.source), pointer.root, (_, name) =>
    kept.has(name),
  );
  return files.ok ? wholeZips(files.value, kept).map(({ zip }) => zip) : [];
}

/** A voter looked an address up: page, shards and offices of its ZIP are kept as they were read. */
async function visit(phone: Phone, now: Release, zip: string): Promise<void> {
  const files = await releaseFiles(objectReader(phone.source), now.pointer.root, () => true);
  if (!files.ok) throw new Error(files.error.code);
  for (const { page, shards, offices } of files.value.zips.filter((each) => each.zip === zip)) {
    for (const name of [page, ...shards, ...offices]) {
      await phone.ports.device.keepObject(name, now.objects.get(name) ?? new Uint8Array());
    }
  }
}

/** The site has a new list, and the page has opened it. */
async function publish(phone: Phone, next: Release): Promise<void> {
  phone.world.serves = next;
  phone.world.asked.length = 0;
  await opened(phone, next);
}

describe('after a new list', () => {
  it('the ZIPs that were looked up still answer, and only what changed was fetched', async () => {
    const [old, next] = [await release(), await release(renamed)];
    const phone = device(old);
    await opened(phone, old);
    await visit(phone, old, '00012');
    await keepCurrent(phone.ports, old.pointer);
    await publish(phone, next);
    expect(await answerable(phone, next)).toEqual([]);
    expect(await keepCurrent(phone.ports, next.pointer)).toEqual({ ok: true, value: undefined });
    expect(await answerable(phone, next)).toEqual(['00012']);
    const changed = [...next.objects.keys()].filter((name) => !old.objects.has(name));
    // The page may read the page of a ZIP3 more than once; nothing that was there is asked for again.
    expect(phone.world.asked.filter((name) => !changed.includes(name))).toEqual([]);
  });

  it('nothing of the old list is left', async () => {
    const [old, next] = [await release(), await release(renamed)];
    const phone = device(old);
    await opened(phone, old);
    await visit(phone, old, '00012');
    await keepCurrent(phone.ports, old.pointer);
    await publish(phone, next);
    await keepCurrent(phone.ports, next.pointer);
    const names = await phone.ports.device.objectNames();
    expect(names.filter((name) => !next.objects.has(name))).toEqual([]);
  });

  it('a saved county follows as a whole, and its day with it', async () => {
    const [old, next] = [await release(), await release(renamed)];
    const phone = device(old);
    await opened(phone, old);
    await saveCounty(phone.ports, old.pointer, { officeId: 'xx-example', id: '1', name: 'Example' });
    await publish(phone, next);
    const later = { ...next.pointer, issuedAt: '2030-11-05T13:00:00Z' };
    await keepCurrent(phone.ports, later);
    expect(await answerable(phone, next)).toEqual(['00011', '00012', '00021']);
    expect((await savedCounties(phone.ports.records))[0]?.asOf).toBe(later.issuedAt);
  });

  it('cut off half-way, the old files stay, and the next visit finishes', async () => {
    const [old, next] = [await release(), await release(renamed)];
    const phone = device(old);
    await opened(phone, old);
    await visit(phone, old, '00012');
    await keepCurrent(phone.ports, old.pointer);
    await publish(phone, next);
    phone.world.isCutOff = true;
    expect(await keepCurrent(phone.ports, next.pointer)).toEqual({
      ok: false,
      error: { code: 'unreachable' },
    });
    expect(await answerable(phone, old)).toEqual(['00012']);
    phone.world.isCutOff = false;
    await keepCurrent(phone.ports, next.pointer);
    expect(await answerable(phone, next)).toEqual(['00012']);
  });

  it('altered bytes are not kept', async () => {
    const [old, next] = [await release(), await release(renamed)];
    const phone = device(old);
    await opened(phone, old);
    await visit(phone, old, '00012');
    await keepCurrent(phone.ports, old.pointer);
    await publish(phone, next);
    const names = await phone.ports.device.objectNames();
    phone.world.lies = true;
    expect((await keepCurrent(phone.ports, next.pointer)).ok).toBe(false);
    expect(await phone.ports.device.objectNames()).toEqual(names);
  });
});

describe('the bound', () => {
  it('lets the longest unused go first, and never a saved county', async () => {
    const now = await release();
    const phone = device(now);
    await opened(phone, now);
    for (const zip of ['00021', '00012', '00011', '00021']) await visit(phone, now, zip);
    await keepCurrent(phone.ports, now.pointer, 2);
    expect(await answerable(phone, now)).toEqual(['00011', '00021']);
    await saveCounty(phone.ports, now.pointer, { officeId: 'xx-sample', id: '2', name: 'Sample' });
    await keepCurrent(phone.ports, now.pointer, 0);
    expect(await answerable(phone, now)).toEqual(['00012']);
  });
});

it('a browser that keeps nothing has nothing to do', async () => {
  const now = await release();
  const { ports } = device(now, 0);
  expect((await keepCurrent(ports, now.pointer)).ok).toBe(true);
});
