// What every command has in common: help, wrong arguments, exit codes.

import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess, runLauncher } from '../run-levee';
import { county, SLOW_MS, sandboxRelease, workFolder } from './cli-work.fixture';

let [work, release] = ['', ''];

beforeAll(async () => {
  work = await workFolder();
  release = await sandboxRelease(work);
}, SLOW_MS);
afterAll(() => rm(work, { recursive: true, force: true }));

describe('levee', () => {
  it.each([
    ['no command', [], 2],
    ['an unknown command', ['frobnicate'], 2],
    ['--help', ['--help'], 0],
    ['help', ['help'], 0],
    ['help of an unknown command', ['help', 'frobnicate'], 2],
  ])('%s', async (_name, args, code) => {
    const run = await runInProcess(args);
    expect(run.code).toBe(code);
    expect(code === 0 ? run.out : run.err).toContain('levee COMMAND --help');
    expect(code === 0 ? run.err : run.out).toBe('');
  });

  it.each(
    'validate explain mapping compile export lookup verify generate deploy bench drill invite users audit notice probe incident mirror pack backup restore sweep keys kv-bridge'.split(
      ' ',
    ),
  )('%s explains itself, and is used wrongly with an option that it does not have', async (command) => {
    const [help, wrong] = await Promise.all([
      runInProcess([command, '--help']),
      runInProcess([command, '--frobnicate']),
    ]);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toMatch(new RegExp(`^Usage: .*levee ${command}`));
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('--frobnicate');
    expect(wrong.err).toContain(`levee ${command} --help`);
  });

  it.each([
    ['validate without a SOURCE', ['validate']],
    ['explain without a code', ['explain']],
    ['explain of a code that is none', ['explain', 'zip-unredable']],
    ['explain of two codes', ['explain', 'zip-unreadable', 'mojibake']],
    ['explain of a code and of all', ['explain', 'zip-unreadable', '--list']],
    ['compile without a SOURCE', ['compile', '--out', '/tmp/nowhere']],
    ['compile without --out', ['compile', county]],
    ['compile with a number that is none', ['compile', county, '--out', '/tmp/nowhere', '--sequence', '-1']],
    ['compile with a day that is none', ['compile', county, '--out', '/tmp/nowhere', '--now', '2026-06-31']],
    ['compile with an origin that is none', ['compile', county, '--out', '/tmp/nowhere', '--origin', 'vote']],
    [
      'compile with one office for two SOURCEs',
      ['compile', county, county, '--out', '/tmp/x', '--office', 'a'],
    ],
    ['lookup without a release', ['lookup', '112 Heron St 00001']],
    ['lookup without an address', ['lookup', '--release', '/tmp']],
    ['lookup of an address and a file', ['lookup', '--release', '/tmp', '--batch', 'x.csv', '12 Oak St']],
    ['verify without a release', ['verify']],
    ['generate without a size', ['generate', '--seed', '1', '--out', '/tmp/nowhere']],
    [
      'generate with half a precinct',
      ['generate', '--precincts', '0.5', '--seed', '1', '--out', '/tmp/nowhere'],
    ],
    ['compile into a variable that nobody set', ['compile', county, '--out', '']],
    ['mirror into a variable that nobody set', ['mirror', '--from', '/tmp', '--to', '']],
    ['mirror from a variable that nobody set', ['mirror', '--from', '', '--to', '/tmp/nowhere']],
    ['lookup in a variable that nobody set', ['lookup', '--release', '', '112 Heron St 00001']],
    ['bench of two sizes', ['bench', '--rows', '5', '--precincts', '5']],
  ])('%s is used wrongly', async (_name, args) => {
    expect(await runInProcess(args)).toMatchObject({ code: 2, out: '' });
  });

  it('hands its exit codes to the shell', async () => {
    const [help, wrong] = await Promise.all([runLauncher(['help', 'verify']), runLauncher(['verify'])]);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(wrong).toMatchObject({ code: 2, out: '' });
  });

  it('takes paths from where somebody stands, though npm goes to the package first', async () => {
    const env = { npm_lifecycle_event: 'levee', INIT_CWD: work };
    expect(await runLauncher(['verify', 'release'], { env })).toMatchObject({ code: 0, err: '' });
    // Of another script of npm nothing is known.
    const other = { ...env, npm_lifecycle_event: 'test' };
    expect(await runLauncher(['verify', 'release'], { env: other })).toMatchObject({ code: 1 });
  });

  it('runs from any folder', async () => {
    expect((await runLauncher(['verify', release], { cwd: tmpdir() })).code).toBe(0);
  });
});
