// The release folder as a projection of stores in memory, on a real disk.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { heartbeat } from '@/lib/office/publish/heartbeat';
import { projectRelease } from '@/lib/office/publish/project-release';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { publish, publishPorts } from '@/lib/office/publish/publish-ports.fixture';
import { exampleCounty, sampleCounty } from '@/lib/release/offices.fixture';
import { verifyRelease } from '@/lib/release/verify';
import { releaseSource } from './release-files';
import { releaseFolder } from './release-projection';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'levee-projection-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const current = () => readFileSync(join(folder, 'v1', 'current.json'), 'utf8');

async function problems({ publicKeys, now }: PublishPorts) {
  const trust = { publicKeys, revokedKeyIds: [], highestSequences: {} };
  const report = await verifyRelease(releaseSource(folder), trust, now());
  return report.problems.map(({ file, code }) => `${file} ${code}`);
}

describe('releaseFolder', () => {
  it('holds each release whole, with its pages and no others', async () => {
    const ports = await publishPorts({ folder: releaseFolder(folder) });
    await publish(ports, exampleCounty);
    expect(await problems(ports)).toEqual([]);
    await publish(ports, sampleCounty);
    expect(await problems(ports)).toEqual([]);
    expect(existsSync(join(folder, 'p', 'en', 'place-xx-example.school.html'))).toBe(true);
    const without = {
      ...exampleCounty,
      pollingLocations: exampleCounty.pollingLocations.filter(({ id }) => id !== 'school'),
    };
    await publish(ports, without);
    expect(await problems(ports)).toEqual([]);
    expect(existsSync(join(folder, 'p', 'en', 'place-xx-example.school.html'))).toBe(false);
  });

  it('follows a heartbeat without touching a page', async () => {
    const ports = await publishPorts({ folder: releaseFolder(folder) });
    await publish(ports, exampleCounty);
    const before = current();
    expect(await heartbeat(ports)).toMatchObject({ pointer: 'signed', folder: 'shown' });
    expect(current()).not.toBe(before);
    expect(await problems(ports)).toEqual([]);
  });

  it('is made again from nothing', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    expect(await projectRelease({ ...ports, folder: releaseFolder(folder) })).toBe('shown');
    expect(await problems(ports)).toEqual([]);
  });

  it('mends what a write that was cut off has left', async () => {
    const ports = await publishPorts({ folder: releaseFolder(folder) });
    await publish(ports, exampleCounty);
    const page = join(folder, 'p', 'en', 'zip-00011.html');
    const right = readFileSync(page, 'utf8');
    writeFileSync(page, 'cut');
    writeFileSync(join(folder, 'v1', 'next.json'), '{}');
    await heartbeat(ports);
    expect(readFileSync(page, 'utf8')).toBe(right);
    expect(await problems(ports)).toEqual([]);
  });

  it('takes pages too many away when another process begins', async () => {
    const ports = await publishPorts({ folder: releaseFolder(folder) });
    await publish(ports, exampleCounty);
    const stray = join(folder, 'p', 'en', 'place-xx-example.gone.html');
    writeFileSync(stray, 'old');
    await projectRelease({ ...ports, folder: releaseFolder(folder) });
    expect(readdirSync(join(folder, 'p', 'en'))).not.toContain('place-xx-example.gone.html');
    expect(await problems(ports)).toEqual([]);
  });

  it('leaves a higher number of the same line in place', async () => {
    const ports = await publishPorts({ folder: releaseFolder(folder) });
    await publish(ports, exampleCounty);
    const old = await ports.state.read(['release/pointer']);
    await heartbeat(ports);
    const newer = current();
    await ports.state.commit({
      id: 'back',
      checks: [],
      writes: [{ key: 'release/pointer', value: old[0]?.value ?? null }],
    });
    expect(await projectRelease(ports)).toBe('newer');
    expect(current()).toBe(newer);
  });
});
