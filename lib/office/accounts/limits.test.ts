// Counting tries: as many as agreed in a stretch of time, each thing for itself, also where many come at once.

import { describe, expect, it } from 'vitest';
import { memoryPorts } from '../ports/memory-ports.fixture';
import { admit } from './limits';

const limit = { kind: 'sign-in', of: 'somebody', most: 5, minutes: 15 };

describe('a limit', () => {
  it('lets in as many as agreed, says how long to wait, and opens again', async () => {
    const ports = memoryPorts();
    for (let n = 0; n < 5; n++) expect(await admit(ports, limit)).toEqual({ isOpen: true });
    expect(await admit(ports, limit)).toEqual({ isOpen: false, waitSeconds: 900 });
    ports.clock.now = new Date(ports.clock.now.getTime() + 899_000);
    expect(await admit(ports, limit)).toEqual({ isOpen: false, waitSeconds: 1 });
    ports.clock.now = new Date(ports.clock.now.getTime() + 1_000);
    expect(await admit(ports, limit)).toEqual({ isOpen: true });
  });

  it('counts each for itself', async () => {
    const ports = memoryPorts();
    for (let n = 0; n < 6; n++) await admit(ports, limit);
    expect((await admit(ports, { ...limit, of: 'another' })).isOpen).toBe(true);
    expect((await admit(ports, { ...limit, kind: 'enrol' })).isOpen).toBe(true);
  });

  it('never lets in more where they come at once, and keeps nothing for good', async () => {
    const ports = memoryPorts();
    const all = await Promise.all(Array.from({ length: 40 }, () => admit(ports, limit)));
    expect(all.filter(({ isOpen }) => isOpen).length).toBeLessThanOrEqual(5);
    ports.clock.now = new Date(ports.clock.now.getTime() + 15 * 60_000);
    expect(await ports.state.list({ prefix: 'limit/', limit: 10 })).toEqual([]);
  });
});
