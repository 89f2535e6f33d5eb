// Owns when the office host says that it is well.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryPorts } from '@/lib/office/ports/memory-ports.fixture';
import { StoreError } from '@/lib/office/ports/store-error';

const state = vi.hoisted(() => ({ broken: null as Error | null }));
vi.mock('./office-container', async (original) => ({
  ...(await original<object>()),
  officePorts: async () => {
    if (state.broken !== null) throw state.broken;
    return memoryPorts();
  },
}));
const { serveHealth } = await import('./serve-health');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'levee-health-'));
  mkdirSync(join(folder, 'v1'), { recursive: true });
  writeFileSync(join(folder, 'v1/current.json'), '{"a":1}');
  vi.stubEnv('LEVEE_RELEASE', folder);
});
afterEach(() => {
  state.broken = null;
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async () => {
  const response = await serveHealth();
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  return { status: response.status, body: await response.json() };
};

describe('serveHealth', () => {
  it('is well where release and store can be read', async () => {
    expect(await ask()).toEqual({ status: 200, body: { status: 'ok', release: 'ok', store: 'ok' } });
  });

  it('is well where nothing was published yet', async () => {
    rmSync(join(folder, 'v1'), { recursive: true });
    expect(await ask()).toEqual({ status: 200, body: { status: 'ok', release: 'none', store: 'ok' } });
  });

  it('is well where nobody works: no store is asked', async () => {
    vi.stubEnv('LEVEE_DESK', 'off');
    state.broken = new StoreError('unavailable', 'not to be asked');
    expect(await ask()).toEqual({ status: 200, body: { status: 'ok', release: 'ok', store: 'off' } });
  });

  it.each([
    ['cannot be reached', new StoreError('unavailable', 'redis is gone')],
    ['throws what nobody expected', new Error('at 10.0.0.7')],
  ])('is not well where the store %s, and tells nobody why', async (_what, error) => {
    state.broken = error;
    expect(await ask()).toEqual({
      status: 503,
      body: { status: 'failing', release: 'ok', store: 'unavailable' },
    });
  });

  it('is not well where the release folder cannot be read', async () => {
    rmSync(join(folder, 'v1'), { recursive: true });
    // A file where a folder is needed is a fault, not an absence.
    writeFileSync(join(folder, 'v1'), '');
    expect(await ask()).toMatchObject({ status: 503, body: { release: 'unavailable', store: 'ok' } });
  });
});
