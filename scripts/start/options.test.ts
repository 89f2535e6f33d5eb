// What `npm start` makes of its arguments and variables.
import { describe, expect, it } from 'vitest';
import { readStartOptions } from './options';

const sandbox = { mode: 'start', releaseDirectory: null, port: 3000 };

describe('readStartOptions', () => {
  it.each([
    ['nothing', [], {}, sandbox],
    ['a port variable', [], { PORT: '4000' }, { ...sandbox, port: 4000 }],
    ['an empty port variable', [], { PORT: '' }, sandbox],
    ['a port argument before the variable', ['--port', '5000'], { PORT: '4000' }, { ...sandbox, port: 5000 }],
    [
      'a folder, from where it was called',
      ['--release', 'out'],
      {},
      { ...sandbox, releaseDirectory: '/home/me/out' },
    ],
    ['an absolute folder', ['--release', '/srv/r'], {}, { ...sandbox, releaseDirectory: '/srv/r' }],
    ['a folder variable', [], { LEVEE_RELEASE: '/srv/r' }, { ...sandbox, releaseDirectory: '/srv/r' }],
    [
      'an argument before the variable',
      ['--release=/a'],
      { LEVEE_RELEASE: '/b' },
      { ...sandbox, releaseDirectory: '/a' },
    ],
    ['dev', ['--dev'], {}, { ...sandbox, mode: 'dev' }],
    ['build', ['--build'], {}, { ...sandbox, mode: 'build' }],
  ])('reads %s', (_what, args, env, expected) => {
    expect(readStartOptions(args, env, '/home/me')).toEqual({ ok: true, value: expected });
  });

  it.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
  ])('reads %j as %s', (args, expected) => {
    expect(readStartOptions(args, {}, '/')).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['a port that is no number', ['--port', 'web'], {}],
    ['port 0', [], { PORT: '0' }],
    ['a port out of range', [], { PORT: '70000' }],
    ['an option that does not exist', ['--relase', 'x'], {}],
    ['a stray word', ['out'], {}],
    ['--release without a folder', ['--release'], {}],
    ['an empty folder', [], { LEVEE_RELEASE: '' }],
  ])('refuses %s', (_what, args, env) => {
    expect(readStartOptions(args, env, '/').ok).toBe(false);
  });
});
