import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freePort } from '../free-port';
import { answersAt, killAllParts, type Part, part } from './part';

const SERVER = `require('http').createServer((q, a) => a.end('here')).listen(Number(process.env.AT), '127.0.0.1')`;
/** The server is a grandchild: ending the child alone would leave it. */
const PARENT = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(SERVER)}], {stdio: 'inherit'}); setInterval(() => {}, 1000)`;
let folder = '';
let url = '';
let server: Part;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'levee-part-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}/`;
  server = part({
    name: 'a server',
    command: [process.execPath, '-e', PARENT],
    env: { AT: String(port) },
    log: join(folder, 'log'),
    isReady: () => answersAt(url),
  });
});
afterEach(async () => {
  await server.kill();
  rmSync(folder, { recursive: true });
});

it('is gone, with all its children, where the drill is ended', async () => {
  await server.start();
  killAllParts();
  await server.kill();
  await expect(fetch(url)).rejects.toThrow();
  expect(server.memoryBytes()).toBe(0);
});

it('is killed with all its children, and starts again on the same port', async () => {
  for (let round = 0; round < 3; round += 1) {
    await server.start();
    expect(server.memoryBytes()).toBeGreaterThan(1_000_000);
    await server.kill();
    await expect(fetch(url)).rejects.toThrow();
    expect(server.memoryBytes()).toBe(0);
  }
});

it('hangs while it is held, and goes on', async () => {
  await server.start();
  server.hold();
  await expect(fetch(url, { signal: AbortSignal.timeout(300) })).rejects.toThrow();
  server.goOn();
  expect(await answersAt(url)).toBe(true);
});

it('says what it printed where it does not start', async () => {
  const broken = part({
    name: 'a broken part',
    command: [process.execPath, '-e', 'console.error("no such key"); process.exit(3)'],
    log: join(folder, 'broken'),
    isReady: async () => false,
  });
  await expect(broken.start()).rejects.toThrow(/a broken part did not start:\nno such key/);
});
