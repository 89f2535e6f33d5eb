// The module that others use is the built file: it is what runs over the golden vectors here, not its source.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as LeveeModule from '@/lib/elsewhere/levee-module';
import type { VectorCase } from '../vectors/cases';
import { siteFileFaults } from './budgets';
import { hasSiteFiles, makeSiteFiles, siteFiles } from './make-site-files';

const VECTORS = join(__dirname, '..', '..', 'data', 'vectors');
const { cases }: { cases: readonly VectorCase[] } = JSON.parse(
  readFileSync(join(VECTORS, 'index.json'), 'utf8'),
);
const ORIGIN = 'https://vectors.example';

let folder: string;
let levee: typeof LeveeModule;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'levee-site-files-'));
  makeSiteFiles(folder);
  // A module by its ending too, for a Node that does not look inside.
  const file = join(folder, 'levee.mjs');
  writeFileSync(file, readFileSync(join(folder, 'levee.js')));
  levee = await import(/* @vite-ignore */ pathToFileURL(file).href);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A site that serves the files of the last folder that has them. */
function siteOf(layers: readonly string[]): typeof fetch {
  return async (input) => {
    const path = String(input).slice(ORIGIN.length);
    for (const layer of [...layers].reverse()) {
      try {
        return new Response(readFileSync(join(VECTORS, layer + path)));
      } catch {
        // Not in this layer.
      }
    }
    return new Response(null, { status: 404 });
  };
}

function optionsOf({ trust, layers, now }: VectorCase): LeveeModule.ReadOptions {
  const { publicKeys, ...memory } = trust;
  return { publicKeys, memory, fetch: siteOf(layers), now: new Date(now) };
}

describe('the built module over the golden vectors', () => {
  it.each(cases)('$name: $about', async (vector) => {
    const opened = await levee.openRelease(ORIGIN, optionsOf(vector));
    const { open, file, expired, answer, revokedKeyIds } = vector.expect;
    if (!opened.ok) {
      expect({ open: opened.error.detail, file: opened.error.file }).toEqual({ open, file });
      return;
    }
    expect({ open: 'ok', expired: opened.value.expired }).toEqual({ open, expired });
    expect(opened.value.memory.revokedKeyIds).toEqual(revokedKeyIds ?? []);
    const outcome = await opened.value.answer(vector.address, new Date(vector.now));
    expect({
      kind: outcome.kind,
      ...('reason' in outcome ? { reason: outcome.reason } : {}),
      ...(outcome.pollingLocations.length > 0
        ? { places: outcome.pollingLocations.map(({ id }) => id) }
        : {}),
    }).toEqual(answer);
  });

  it.each(cases)('$name: the whole release is checked', async (vector) => {
    const { problems } = await levee.verifyRelease(ORIGIN, optionsOf(vector));
    expect(problems.map(({ code, file }) => [code, file])).toEqual(vector.expect.problems);
  });

  it('refuses an older release to someone who kept the memory of a newer one', async () => {
    const good = cases.find(({ name }) => name === 'good');
    if (!good) throw new Error('no case called good');
    const { publicKeys, fetch, now } = optionsOf(good) as Required<LeveeModule.ReadOptions>;
    const first = await levee.openRelease(`${ORIGIN}/`, { publicKeys, fetch, now });
    if (!first.ok) throw new Error(first.error.message);
    const { memory, pointer } = first.value;
    expect(memory.highestSequences).toEqual({ [pointer.releaseLine]: pointer.sequence });
    const later = { ...memory, highestSequences: { [pointer.releaseLine]: pointer.sequence + 1 } };
    const again = await levee.openRelease(ORIGIN, { publicKeys, fetch, now, memory: later });
    expect(again).toMatchObject({ ok: false, error: { code: 'rolledBack', detail: 'lowerSequence' } });
  });

  it('trusts nothing without keys, and says so of a site that is not there', async () => {
    const options = { publicKeys: [], fetch: siteOf(['good']) };
    expect(await levee.openRelease(ORIGIN, options)).toMatchObject({ error: { detail: 'noTrustedKey' } });
    const nowhere = { publicKeys: [], fetch: siteOf([]) };
    expect(await levee.openRelease(ORIGIN, nowhere)).toMatchObject({ error: { code: 'unreachable' } });
  });

  it('gives the streets of a ZIP, and asks the site for nothing but files by their names', async () => {
    const good = cases.find(({ name }) => name === 'good');
    if (!good) throw new Error('no case called good');
    const asked: string[] = [];
    const options = optionsOf(good);
    const spy: typeof fetch = (input, init) => {
      asked.push(String(input), JSON.stringify(init?.headers ?? ''), String(init?.body ?? ''));
      return (options.fetch ?? fetch)(input, init);
    };
    const opened = await levee.openRelease(ORIGIN, { ...options, fetch: spy });
    if (!opened.ok) throw new Error(opened.error.message);
    const streets = await opened.value.streetsOf('00011');
    expect(streets.ok && streets.value.map(({ street }) => street)).toContain('MAIN ST');
    await opened.value.answer(good.address);
    expect(asked.length).toBeGreaterThan(6);
    for (const said of asked.filter((each) => each !== '' && each !== '""')) {
      expect(said).toMatch(/^https:\/\/vectors\.example\/v1\/(current|objects\/[0-9a-f]{64})\.json$/);
    }
  });
});

describe('the files', () => {
  it('are the same bytes each time, all of them, and nothing else', () => {
    const again = mkdtempSync(join(tmpdir(), 'levee-site-files-'));
    expect(hasSiteFiles(again)).toBe(false);
    makeSiteFiles(again);
    expect(hasSiteFiles(again)).toBe(true);
    expect(readdirSync(again).sort()).toEqual([...siteFiles].sort());
    for (const name of siteFiles) {
      expect(readFileSync(join(again, name)).equals(readFileSync(join(folder, name))), name).toBe(true);
    }
    rmSync(again, { recursive: true });
  });

  it('stay within their budgets', () => {
    expect(siteFileFaults(folder)).toEqual([]);
  });

  it('ask for no package and set nothing global', () => {
    for (const name of ['levee.js', 'embed.js']) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).not.toMatch(
        /\bimport\s*[("'{*]|\brequire\(|\b(globalThis|window)\.\w+\s*=[^=]|process\.env/,
      );
    }
  });

  it('types are enough for a strict program that has nothing else of ours', () => {
    writeFileSync(
      join(folder, 'program.ts'),
      `import { openRelease, type LookupOutcome } from './levee.js';
const opened = await openRelease('https://vote.example', { publicKeys: ['x'] });
if (!opened.ok) throw new Error(opened.error.code + opened.error.detail);
const outcome: LookupOutcome = await opened.value.answer('112 Lake Street, 00001');
if (outcome.kind === 'missing') console.log(outcome.reason satisfies string);
// @ts-expect-error a kind that does not exist
if (outcome.kind === 'perhaps') console.log(outcome);
// @ts-expect-error the keys are not optional
await openRelease('https://vote.example', {});
export {};
`,
    );
    const config = {
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        skipLibCheck: false,
        target: 'es2022',
        module: 'esnext',
        moduleResolution: 'bundler',
        lib: ['es2022', 'dom'],
        types: [],
      },
      files: ['program.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const { stdout, status } = spawnSync('node_modules/.bin/tsc', ['-p', folder], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
