// `levee notice` on a release folder, with no office host anywhere: what it writes verifies, answers, and shows on the pages;
// what it must not do, it leaves alone.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '@/lib/core/lookup/outcome';
import { runInProcess, runLevee } from './run-levee';

const folder = mkdtempSync(join(tmpdir(), 'levee-notice-'));
const compiled = join(folder, 'compiled');
const [from, to] = [join(folder, 'from'), join(folder, 'to')];
const levee = (...args: string[]) => runInProcess(args);
const notice = (...args: string[]) => levee('notice', '--from', from, ...args);
const ADDRESS = '112 Heron St, 00001';

beforeAll(async () => {
  expect((await levee('compile', '--sandbox', '--out', compiled)).code).toBe(0);
});
beforeEach(() => {
  for (const each of [from, to]) rmSync(each, { recursive: true, force: true });
  cpSync(compiled, from, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sequenceIn = (release: string): number => {
  const { payload } = JSON.parse(readFileSync(join(release, 'v1/current.json'), 'utf8'));
  return JSON.parse(payload).sequence;
};
const page = (release: string, lang: string, id: string) =>
  readFileSync(join(release, `p/${lang}/place-sandbox-county.${id}.html`), 'utf8');
const idOf = (list: string): string => list.split(' ')[0] ?? '';
async function noticesOf(release: string): Promise<readonly Notice[]> {
  return JSON.parse((await levee('lookup', '--release', release, ADDRESS)).out).notices;
}

describe('levee notice', () => {
  it('moves a place: the copy verifies, the look-up has it, old and new pages show it, with a higher number', async () => {
    const gym = join(folder, 'gym.json');
    const place = { name: 'Gym <b>', line1: '5 Oak St', city: 'Practice Falls', state: 'ZZ', zip: '00001' };
    writeFileSync(gym, JSON.stringify(place));
    const made = await notice('--to', to, '--kind', 'moved', '--place', 'pl-01', '--new-place', gym, '--yes');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain('Este lugar de votación cambió de sitio');
    expect(await levee('verify', to)).toMatchObject({ code: 0 });
    expect(sequenceIn(to)).toBeGreaterThan(sequenceIn(from));
    const [up] = await noticesOf(to);
    expect(up).toMatchObject({ kind: 'moved', pollingLocationIds: ['pl-01'], newPlace: { name: 'Gym <b>' } });
    for (const [lang, words] of [
      ['en', 'This polling place moved'],
      ['es', 'cambió de sitio'],
    ] as const) {
      expect(page(to, lang, 'pl-01')).toContain(words);
      expect(page(to, lang, 'pl-01')).toContain('Gym &lt;b&gt;');
      expect(page(to, lang, 'pl-02')).not.toContain(words);
    }
    expect(readFileSync(join(to, 'p/en/zip-00001.html'), 'utf8')).toContain('Gym &lt;b&gt;');
  });

  it('works in place, again and again, and takes down: what is over stays in the pointer for the office host to hear of', async () => {
    const common = ['--to', from, '--yes'];
    const texts = ['--text-en', 'Water in the hall.', '--text-es', 'Hay agua en la sala.'];
    expect(
      (await notice(...common, '--kind', 'callFirst', '--place', 'pl-01', '--place', 'pl-02', ...texts)).code,
    ).toBe(0);
    expect(
      (await notice(...common, '--kind', 'hours', '--place', 'pl-02', '--hours', '07:00-21:00')).code,
    ).toBe(0);
    const listed = (await notice('--list')).out;
    expect(listed).toContain('Water in the hall.');
    expect(listed).toContain('from 7 am to 9 pm');
    expect(page(from, 'es', 'pl-01')).toContain('Hay agua en la sala.');
    const water = listed.split('\n').find((line) => line.includes('callFirst')) ?? '';
    expect((await notice(...common, '--withdraw', idOf(water))).code).toBe(0);
    expect(await levee('verify', from)).toMatchObject({ code: 0 });
    expect(page(from, 'en', 'pl-01')).toBe(page(compiled, 'en', 'pl-01'));
    expect(page(from, 'en', 'pl-02')).toContain('9 pm');
    const ended = (await noticesOf(from)).find(({ id }) => id === idOf(water));
    expect(Date.parse(ended?.until ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('tells everybody: on the first plain page in each language, with its times, in no answer; and takes it back to the byte', async () => {
    const start = (release: string, lang: string) =>
      readFileSync(join(release, `p/${lang}/index.html`), 'utf8');
    const texts = ['--text-en', 'The site is <b>busy</b>.', '--text-es', 'Hay mucha gente en el sitio.'];
    const told = await notice('--to', from, '--kind', 'all', ...texts, '--yes');
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain('A notice to all voters');
    expect(await levee('verify', from)).toMatchObject({ code: 0 });
    expect(start(from, 'en')).toContain('The site is &lt;b&gt;busy&lt;/b&gt;.');
    expect(start(from, 'en')).toMatch(/From [^<]+ through [^<]+<\/p>/);
    expect(start(from, 'en')).not.toContain('Please call before you go');
    expect(start(from, 'es')).toContain('Hay mucha gente en el sitio.');
    expect(page(from, 'en', 'pl-01')).toBe(page(compiled, 'en', 'pl-01'));
    expect(await noticesOf(from)).toEqual([]);
    const [line = ''] = (await notice('--list')).out.split('\n');
    expect(line).toContain('  state  callFirst  ');
    expect((await notice('--to', from, '--withdraw', idOf(line), '--yes')).code).toBe(0);
    for (const lang of ['en', 'es']) expect(start(from, lang)).toBe(start(compiled, lang));
    expect(await levee('verify', from)).toMatchObject({ code: 0 });
  });

  it('asks first, and writes nothing without a yes', async () => {
    const args = ['notice', '--from', from, '--to', from, '--kind', 'closed', '--place', 'pl-01'];
    const before = sequenceIn(from);
    expect(await runLevee(args, { input: 'no\n' })).toMatchObject({ code: 1 });
    expect(sequenceIn(from)).toBe(before);
    const asked = await runLevee(args, { input: 'yes\n' });
    expect(asked).toMatchObject({ code: 0 });
    expect(asked.out).toContain('Voters will see this:');
    expect(sequenceIn(from)).toBeGreaterThan(before);
  });

  it.each([
    ['a place of nobody', ['--kind', 'closed', '--place', 'none'], 'say --office ID'],
    ['a move to nowhere', ['--kind', 'moved', '--place', 'pl-01'], 'Say where voters go instead.'],
    [
      'an end that is over',
      ['--kind', 'closed', '--place', 'pl-01', '--until', '2026-01-01T00:00'],
      'must end after',
    ],
    ['words for all in one language', ['--kind', 'all', '--text-en', 'Hello.'], 'in Español, too'],
    [
      'words of nobody',
      ['--kind', 'all', '--text-en', 'a', '--text-es', 'b', '--office', 'none'],
      'there is no office "none"',
    ],
    [
      'words for months',
      ['--kind', 'all', '--text-en', 'a', '--text-es', 'b', '--until', '2099-01-01T00:00'],
      'at the latest on the day after election day',
    ],
    ['a change that is not up', ['--withdraw', 'none'], '--list shows'],
  ])('refuses %s, and leaves the folder alone', async (_, args, words) => {
    const before = sequenceIn(from);
    const refused = await notice('--to', from, '--yes', ...args);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(words);
    expect(sequenceIn(from)).toBe(before);
  });

  it.each([
    [['--kind', 'flooded', '--place', 'pl-01', '--to', to]],
    [['--kind', 'closed', '--to', to]],
    [['--kind', 'all', '--place', 'pl-01', '--to', to]],
    [['--kind', 'closed', '--place', 'pl-01']],
    [['--kind', 'hours', '--place', 'pl-01', '--hours', '7 to 9', '--to', to]],
  ])('says how it is used where it was used wrongly: %o', async (args) => {
    expect(await notice(...args)).toMatchObject({ code: 2, out: '' });
  });

  it('does not write over what is newer, nor hand on what does not verify, nor sign with a key that readers do not trust', async () => {
    const close = ['--kind', 'closed', '--place', 'pl-01', '--yes'];
    expect((await notice('--to', to, ...close)).code).toBe(0);
    expect((await notice('--to', to, ...close)).err).toContain('a newer release');
    const key = join(folder, 'other.json');
    expect((await levee('keys', 'make', '--out', key)).code).toBe(0);
    expect((await notice('--to', from, '--key', key, ...close)).err).toContain('do not trust this key');
    writeFileSync(join(from, 'p/en/place-sandbox-county.pl-05.html'), 'altered');
    expect((await notice('--to', from, ...close)).err).toContain('/p/en/place-sandbox-county.pl-05.html');
  });
});
