// Owns that a saved county is whole, verified and true, or not saved at all.

import { describe, expect, it } from 'vitest';
import { err } from '@/lib/core/result';
import { objectReader } from '@/lib/release/verified-objects';
import { countyNames, releaseFiles, wholeZips } from './county-files';
import { device, opened, release } from './kept-release.fixture';
import { removeCounty, saveCounty, savedCounties } from './saved-counties';

const example = { officeId: 'xx-example', id: '1', name: 'Example' };
const sample = { officeId: 'xx-sample', id: '2', name: 'Sample' };

/** The ZIPs that can be answered from the device alone. */
async function answerable({ ports }: ReturnType<typeof device>, root: string): Promise<readonly string[]> {
  const kept = new Set(await ports.device.objectNames());
  const files = await releaseFiles(objectReader(ports.device.source), root, (_, name) => kept.has(name));
  return files.ok ? wholeZips(files.value, kept).map(({ zip }) => zip) : [];
}

describe('saveCounty', () => {
  it('keeps every ZIP of the county, with progress, and notes from when the list is', async () => {
    const now = await release();
    const phone = device(now);
    await opened(phone, now);
    const progress: string[] = [];
    const saved = await saveCounty(phone.ports, now.pointer, example, (done, total) => {
      progress.push(`${done}/${total}`);
    });
    expect(saved).toMatchObject({ ok: true, value: { ...example, asOf: now.pointer.issuedAt } });
    expect(await answerable(phone, now.pointer.root)).toEqual(['00011', '00012', '00021']);
    expect(progress.at(-1)).toMatch(/^(\d+)\/\1$/);
    expect(await savedCounties(phone.ports.records)).toEqual([saved.ok && saved.value]);
  });

  it('keeps the offices of neighbours who share a ZIP, for their telephones', async () => {
    const now = await release();
    const phone = device(now);
    const files = await releaseFiles(phone.ports.objects, now.pointer.root, () => true);
    if (!files.ok) throw new Error(files.error.code);
    const names = countyNames(files.value, sample);
    const kinds = names.map((name) => JSON.parse(new TextDecoder().decode(now.objects.get(name))).kind);
    expect(kinds.sort()).toEqual(['locality', 'locality', 'root', 'shard', 'towns', 'zip3']);
  });

  it('asks for no file twice when another county follows', async () => {
    const now = await release();
    const phone = device(now);
    await opened(phone, now);
    await saveCounty(phone.ports, now.pointer, example);
    phone.world.asked.length = 0;
    expect((await saveCounty(phone.ports, now.pointer, sample)).ok).toBe(true);
    expect(phone.world.asked).toEqual([]);
    expect((await savedCounties(phone.ports.records)).map(({ id }) => id)).toEqual(['1', '2']);
  });

  it.each([
    [
      'cut off',
      'unreachable',
      (phone: ReturnType<typeof device>) => {
        phone.world.isCutOff = true;
      },
    ],
    [
      'fed altered bytes',
      'unreachable',
      (phone: ReturnType<typeof device>) => {
        phone.world.lies = true;
      },
    ],
  ])('notes nothing when %s, and keeps nothing that is wrong', async (_, code, harm) => {
    const now = await release();
    const phone = device(now);
    harm(phone);
    expect(await saveCounty(phone.ports, now.pointer, example)).toEqual({ ok: false, error: { code } });
    expect(phone.files.size).toBe(0);
  });

  it('says that there is no room where the storage is full', async () => {
    const now = await release();
    const phone = device(now, 4);
    await opened(phone, now);
    const saved = await saveCounty(phone.ports, now.pointer, example);
    expect(saved).toEqual({ ok: false, error: { code: 'noRoom' } });
    expect(await savedCounties(phone.ports.records)).toEqual([]);
  });

  it('takes up from where it was cut off', async () => {
    const now = await release();
    const phone = device(now);
    await opened(phone, now);
    let left = 3;
    const cutOff = { code: 'unreachable', reason: 'unreachable', file: '', message: '' } as const;
    const ports = {
      ...phone.ports,
      fetchObject: async (name: string) => {
        left -= 1;
        return left < 0 ? err(cutOff) : phone.ports.fetchObject(name);
      },
    };
    expect((await saveCounty(ports, now.pointer, example)).ok).toBe(false);
    const before = (await phone.ports.device.objectNames()).length;
    expect(before).toBeGreaterThan(1);
    phone.world.asked.length = 0;
    expect((await saveCounty(phone.ports, now.pointer, example)).ok).toBe(true);
    expect(before + phone.world.asked.length).toBe((await phone.ports.device.objectNames()).length);
  });
});

describe('removeCounty', () => {
  it('takes the note and the streets away, but not those of another saved county', async () => {
    const now = await release();
    const phone = device(now);
    await opened(phone, now);
    await saveCounty(phone.ports, now.pointer, example);
    await saveCounty(phone.ports, now.pointer, sample);
    await removeCounty(phone.ports, now.pointer.root, example);
    expect((await savedCounties(phone.ports.records)).map(({ id }) => id)).toEqual(['2']);
    expect(await answerable(phone, now.pointer.root)).toEqual(['00012']);
    await removeCounty(phone.ports, now.pointer.root, sample);
    expect(await savedCounties(phone.ports.records)).toEqual([]);
    expect(await answerable(phone, now.pointer.root)).toEqual([]);
  });
});

it('a note that is none of ours counts as none', async () => {
  const { ports } = device(await release());
  for (const value of [null, {}, 'x', [null], [{ officeId: 1 }]]) {
    await ports.records.write('counties', value);
    expect(await savedCounties(ports.records)).toEqual([]);
  }
});
