// Owns what is built into a site: a release that verifies, whole and nothing else; and nothing of the one before.

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIn } from './built-in-release';

const vectors: {
  readonly cases: readonly {
    readonly now: string;
    readonly trust: { readonly publicKeys: readonly string[] };
  }[];
} = JSON.parse(readFileSync('data/vectors/index.json', 'utf8'));
const { now, trust } = vectors.cases[0] ?? { now: '', trust: { publicKeys: [] } };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'levee-built-in-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const from = () => join(folder, 'from');
const to = () => join(folder, 'to');
const build = (keys = trust.publicKeys) => buildIn(from(), to(), keys, new Date(now));

function good() {
  cpSync('data/vectors/good', from(), { recursive: true });
}

describe('buildIn', () => {
  it('copies the pointer and what it leads to, and reads the phones', async () => {
    good();
    writeFileSync(join(from(), 'v1/objects', `${'ab'.repeat(32)}.json`), '{}');
    const built = await build();
    expect(built).toMatchObject({ ok: true, value: { isPractice: false } });
    expect(built.ok && built.value.offices.map(({ name, phone }) => [name, phone])).toContainEqual([
      'Example County Clerk',
      '555-0100',
    ]);
    // Not the stray object.
    expect(readdirSync(join(to(), 'v1/objects')).sort()).toEqual(
      readdirSync('data/vectors/good/v1/objects').sort(),
    );
    expect(readFileSync(join(to(), 'v1/current.json'))).toEqual(
      readFileSync('data/vectors/good/v1/current.json'),
    );
  });

  it.each([
    ['one altered shard', 'altered-shard', /wrongHash/],
    ['a bad signature', 'bad-signature', /badSignature/],
    ['a stranger’s key', 'wrong-key', /wrongKey/],
    ['a cut pointer', 'cut-pointer', /cut/],
  ])('refuses %s, and leaves nothing', async (_, vector, message) => {
    good();
    await build();
    cpSync(join('data/vectors', vector), from(), { recursive: true });
    const refused = await build();
    expect(refused.ok ? '' : refused.error).toMatch(message);
    expect(existsSync(to())).toBe(false);
  });

  it('refuses a folder without a release', async () => {
    expect(await build()).toMatchObject({ ok: false });
  });

  it('leaves nothing of the release before', async () => {
    good();
    await build();
    writeFileSync(join(to(), 'v1/objects/old.json'), 'old');
    await build();
    expect(existsSync(join(to(), 'v1/objects/old.json'))).toBe(false);
  });
});
