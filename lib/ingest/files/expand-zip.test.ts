import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filesOf, soundFeed } from '../feed.fixture';
import { readVipFlat } from '../read-vip-flat';
import { expandZip } from './expand-zip';

describe('expandZip', () => {
  it('gives the same dataset as the files themselves, whatever folder and rubbish is around them', async () => {
    const entries = Object.entries(soundFeed).map(
      ([name, rows], i): [string, [Uint8Array, { level: 0 | 6 }]] => [
        `feed/${name.replace('.txt', '.CSV')}`,
        [strToU8(`${rows.join('\n')}\n`), { level: i % 2 === 0 ? 0 : 6 }],
      ],
    );
    const rubbish = {
      '__MACOSX/feed/._precinct.txt': strToU8('\u0000\u0005'),
      'feed/.DS_Store': strToU8('x'),
      'feed/readme.txt': strToU8('hello'),
      'feed/logo.png': strToU8('x'),
    };
    const expanded = await expandZip(zipSync({ ...Object.fromEntries(entries), ...rubbish }));
    expect(expanded.ok).toBe(true);
    if (!expanded.ok) return;
    const fromZip = await readVipFlat(expanded.value);
    const fromFiles = await readVipFlat(filesOf(soundFeed));
    expect(fromZip.problems).toEqual([]);
    expect(fromZip.dataset).toEqual(fromFiles.dataset);
  });

  it('refuses a zip that was cut off', async () => {
    const zip = zipSync({ 'precinct.txt': strToU8('id,name\n'.repeat(1000)) });
    expect(await expandZip(zip.subarray(0, zip.length - 30))).toMatchObject({
      error: { code: 'archive-unreadable' },
    });
  });

  it.each([
    ['stored', 0],
    ['deflated', 6],
  ] as const)('refuses one changed letter in an entry that is %s', async (_name, level) => {
    const zip = zipSync({ 'precinct.txt': [strToU8('id,name\np1,North\n'), { level }] });
    // Deflate of so short a text is literal codes: another one is as good to it.
    for (let at = 45; at < 52; at++) {
      const copy = zip.slice();
      copy[at]! ^= 1;
      expect(await expandZip(copy)).toMatchObject({ ok: false, error: { value: 'precinct.txt' } });
    }
    expect((await expandZip(zip)).ok).toBe(true);
  });

  it('refuses deflate data that is damaged', async () => {
    const zip = zipSync({ 'precinct.txt': strToU8('id,name\n'.repeat(1000)) });
    const copy = zip.slice();
    copy.fill(0xff, 45, 55);
    expect(await expandZip(copy)).toMatchObject({ error: { value: 'precinct.txt' } });
  });
});
