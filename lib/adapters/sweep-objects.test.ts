// Sweeping a release folder on a real disk while others write a release into it.

import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentRelease } from '@/lib/office/publish/current-release';
import { namesOfRelease } from '@/lib/office/publish/plan';
import type { FolderSweep, PublishPorts } from '@/lib/office/publish/publish-ports';
import { publish, publishPorts } from '@/lib/office/publish/publish-ports.fixture';
import { exampleCounty } from '@/lib/release/offices.fixture';
import { verifyRelease } from '@/lib/release/verify';
import { releaseSource, writeRelease } from './release-files';
import { releaseFolder } from './release-projection';
import { sweepObjects } from './sweep-objects';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'levee-sweep-objects-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const objects = () => readdirSync(join(folder, 'v1/objects')).sort();
const age = () => {
  for (const name of objects()) utimesSync(join(folder, 'v1/objects', name), 1e9, 1e9);
};

async function problems({ publicKeys, now }: PublishPorts) {
  const trust = { publicKeys, revokedKeyIds: [], highestSequences: {} };
  const report = await verifyRelease(releaseSource(folder), trust, now());
  return report.problems.map(({ file, code }) => `${file} ${code}`);
}

/** All but what is live just now may go. */
async function wanted(ports: PublishPorts): Promise<FolderSweep> {
  const { plan } = (await currentRelease(ports))!;
  return {
    releases: new Set([namesOfRelease(plan)]),
    isKept: (name) => plan.objects.includes(name),
    unusedSince: new Date(Date.now() - 86_400_000),
    mayGoOn: () => true,
    isDryRun: false,
  };
}

const named = (name: string) => ({
  ...exampleCounty,
  pollingLocations: exampleCounty.pollingLocations.map((place) => ({
    ...place,
    name: `${name} ${place.name}`,
  })),
});

/** A folder that holds two lists' objects, all of them old; the second is live. */
async function twoLists(): Promise<PublishPorts> {
  const ports = await publishPorts({ folder: releaseFolder(folder) });
  await publish(ports, named('A'));
  await publish(ports, named('B'));
  age();
  return ports;
}

describe('sweepObjects', () => {
  it('takes away what no kept release has, and only says so in a dry run', async () => {
    const ports = await twoLists();
    const before = objects();
    const { plan } = (await currentRelease(ports))!;
    const dry = await sweepObjects(folder, { ...(await wanted(ports)), isDryRun: true });
    expect(objects()).toEqual(before);
    expect(await sweepObjects(folder, await wanted(ports))).toEqual(dry);
    expect(objects()).toEqual(plan.objects.map((name) => `${name}.json`));
    expect(await problems(ports)).toEqual([]);
  });

  it('leaves alone what is young, and files that are no objects', async () => {
    const ports = await twoLists();
    const before = objects();
    writeFileSync(join(folder, 'v1/objects/README'), 'mine');
    for (const name of before) utimesSync(join(folder, 'v1/objects', name), new Date(), new Date());
    expect(await sweepObjects(folder, await wanted(ports))).toMatchObject({ removed: [] });
    age();
    await sweepObjects(folder, await wanted(ports));
    expect(objects()).toContain('README');
  });

  it('removes nothing beside a release that it did not count', async () => {
    const ports = await twoLists();
    const before = objects();
    const none = { ...(await wanted(ports)), releases: new Set<string>() };
    expect(await sweepObjects(folder, none)).toEqual({ isWhole: true, removed: [] });
    writeFileSync(join(folder, 'v1/current.json'), 'no pointer');
    expect(await sweepObjects(folder, await wanted(ports))).toEqual({ isWhole: true, removed: [] });
    expect(objects()).toEqual(before);
  });

  it('takes nothing from a release that is being shown, whose objects were there', async () => {
    const ports = await twoLists();
    const place = releaseFolder(folder);
    const sweep = await wanted(ports);
    let sweeps = 0;
    const beside: PublishPorts = {
      ...ports,
      folder: {
        ...place,
        show: (release) =>
          place.show({
            ...release,
            // After its objects were found there, and before its pointer is.
            pages: async () => {
              sweeps += 1;
              await sweepObjects(folder, sweep);
              return release.pages();
            },
          }),
      },
    };
    // All of its objects lie in the folder, and the sweep wants none of those that are its own.
    await publish(beside, named('A'));
    expect(sweeps).toBeGreaterThan(1);
    expect(await problems(ports)).toEqual([]);
  });

  it('takes nothing from a release that is written, whose objects were there', async () => {
    const ports = await twoLists();
    const { plan } = (await currentRelease(ports))!;
    const text = readFileSync(join(folder, 'v1/current.json'));
    const [first = ''] = plan.objects;
    const bytes = readFileSync(join(folder, `v1/objects/${first}.json`));
    const isWritten = await writeRelease(folder, {
      objects: new Map([[first, bytes]]),
      pointer: async () => {
        // As a sweep would have it just before this turn began.
        rmSync(join(folder, `v1/objects/${first}.json`));
        return text;
      },
    });
    expect(isWritten).toBe(true);
    expect(await problems(ports)).toEqual([]);
  });
});
