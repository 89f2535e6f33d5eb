// Pages rewritten from a release's own files against what the compiler makes of the same notices: to the byte where it can
// be, a box below the heading where it cannot.

import { describe, expect, it } from 'vitest';
import type { Notice } from '@/lib/core/lookup/outcome';
import { err, ok } from '@/lib/core/result';
import type { Dataset } from '@/lib/core/vip';
import { languages } from '@/lib/messages/languages';
import { type CompiledRelease, compile } from '../compile';
import {
  exampleCounty,
  place,
  precinct,
  sampleCounty,
  segment,
  VECTOR_EXPIRES,
  VECTOR_LINE,
  VECTOR_NOW,
  VECTOR_SEQUENCE,
  vectorReference,
} from '../offices.fixture';
import { readPageManifest, readPagesRoot } from '../page-manifests';
import type { ReleaseSource } from '../verified-objects';
import type { PlainPageSource } from '../verify-pages';
import { latePages } from './late-pages';
import { readContents } from './read-release';

const moved: Notice = {
  id: 'flood',
  officeId: 'xx-example',
  kind: 'moved',
  pollingLocationIds: ['school'],
  from: '2030-11-05T12:00:00Z',
  until: '2030-11-06T06:00:00Z',
  text: { en: 'Go to <b>City Hall</b>.', es: 'Vaya al <b>ayuntamiento</b>.' },
  newPlace: {
    id: 'hall',
    name: 'City Hall <i>',
    line1: '5 Oak St',
    city: 'EXAMPLETON',
    state: 'XX',
    zip: '00011',
    latLng: null,
    timeZone: 'America/Chicago',
  },
};

/** About the place where the one above sends people. */
const hallClosed: Notice = {
  ...moved,
  id: 'fire',
  kind: 'closed',
  pollingLocationIds: ['hall'],
  from: '2030-11-05T14:00:00Z',
  text: { en: 'City Hall burns.', es: 'El ayuntamiento arde.' },
  newPlace: null,
};

async function compiled(datasets: readonly Dataset[], notices: readonly Notice[]): Promise<CompiledRelease> {
  const release = await compile({
    datasets,
    notices,
    reference: vectorReference,
    releaseLine: VECTOR_LINE,
    sequence: VECTOR_SEQUENCE,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
    languages,
    origin: 'https://vote.example',
  });
  if (!release.ok) throw new Error(release.error.code);
  return release.value;
}

const absent = err({ code: 'notFound', message: 'none' } as const);

function sourceOf({ objects, pages }: CompiledRelease): ReleaseSource & PlainPageSource {
  const bytesOf = (bytes: Uint8Array | undefined) => (bytes === undefined ? absent : ok(bytes));
  return {
    pointer: async () => absent,
    object: async (name) => bytesOf(objects.get(name)),
    page: async (path) => bytesOf(pages.get(path)),
  };
}

async function rewritten(release: CompiledRelease, before: readonly Notice[], after: readonly Notice[]) {
  const source = sourceOf(release);
  const contents = await readContents(source, release.pointer);
  if (!contents.ok) throw new Error(contents.error);
  const late = await latePages(source, { pointer: release.pointer, contents: contents.value, before, after });
  if (!late.ok) throw new Error(late.error);
  const pages = new Map([...release.pages, ...late.value.put]);
  return {
    ...late.value,
    pages,
    release: {
      ...release,
      pointer: { ...release.pointer, pagesRoot: late.value.pagesRoot },
      pages,
      objects: new Map([...release.objects, ...late.value.objects]),
    },
  };
}

const text = (pages: ReadonlyMap<string, Uint8Array>, path: string) =>
  new TextDecoder().decode(pages.get(path));
const sameIn = (plain: CompiledRelease, put: ReadonlyMap<string, Uint8Array>, path: string) =>
  text(plain.pages, path) === text(put, path);
const both = [exampleCounty, sampleCounty];
/** The drop box is in no street's way, so that every page can be made of objects alone. */
const schoolPage = '/p/en/place-xx-example.school.html';

describe('pages of another late change', () => {
  it('are those of the compiler, to the byte, and so is the pages root', async () => {
    const [plain, withNotice] = [await compiled(both, []), await compiled(both, [moved])];
    const late = await rewritten(plain, [], [moved]);
    expect([late.patched, late.stale]).toEqual([0, 0]);
    expect(late.pagesRoot).toBe(withNotice.pointer.pagesRoot);
    expect(late.pages).toEqual(
      new Map([...plain.pages.keys()].map((path) => [path, withNotice.pages.get(path)])),
    );
    // Nothing is written that is as it was.
    expect([...late.put.keys()].filter((path) => sameIn(plain, late.put, path))).toEqual([]);
    expect(text(late.pages, schoolPage)).toContain('City Hall &lt;i&gt;');
  });

  it('are those of before when it is taken down', async () => {
    const [plain, withNotice] = [await compiled(both, []), await compiled(both, [moved])];
    const late = await rewritten(withNotice, [moved], []);
    expect(late.pagesRoot).toBe(plain.pointer.pagesRoot);
    expect(late.pages.get(schoolPage)).toEqual(plain.pages.get(schoolPage));
  });

  it('tell of what has become of the place where people were sent', async () => {
    const [first, second] = [await compiled(both, [moved]), await compiled(both, [moved, hallClosed])];
    const late = await rewritten(first, [moved], [moved, hallClosed]);
    expect([late.patched, late.pagesRoot]).toEqual([0, second.pointer.pagesRoot]);
    const zipPages = [...second.pages].filter(([path]) => path.startsWith('/p/en/zip-'));
    const told = zipPages.filter(([path]) => /City Hall/.test(text(second.pages, path)));
    expect(told.length).toBeGreaterThan(0);
    for (const [path] of [...told, [schoolPage] as const])
      expect(text(second.pages, path)).toContain('City Hall burns.');
  });

  it('are made of all parts of a ZIP that is split', async () => {
    const streetSegments = Array.from({ length: 3_000 }, (_, at) =>
      segment({
        id: `m${at}`,
        precinctId: at % 3 === 0 ? 'p1' : 'p2',
        streetName: `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[at % 26]}${at * 7919} STREET ${at}`,
        startHouseNumber: 1 + (at % 50),
        endHouseNumber: 100 + ((at * 31) % 900),
        city: at % 5 === 0 ? 'SOUTH EXAMPLETON' : 'EXAMPLETON',
      }),
    );
    const large = [
      { ...exampleCounty, streetSegments: [...exampleCounty.streetSegments, ...streetSegments] },
    ];
    const [plain, withNotice] = [await compiled(large, []), await compiled(large, [moved])];
    expect(plain.report.splitZips).toBe(1);
    const late = await rewritten(plain, [], [moved]);
    expect([late.patched, late.pagesRoot]).toEqual([0, withNotice.pointer.pagesRoot]);
  });
});

/** The release as a compiler wrote it that left out precincts without streets (docs/format/v1.md §4.3: optional). */
async function asBefore(release: CompiledRelease): Promise<CompiledRelease> {
  const { sha256Hex } = await import('../bytes');
  const renamed = new Map<string, string>();
  const objects = new Map(release.objects);
  for (const kind of ['locality', 'zip3', 'root']) {
    for (const [name, bytes] of release.objects) {
      const { precincts: _, ...value } = JSON.parse(new TextDecoder().decode(bytes));
      if (value.kind !== kind) continue;
      const text = [...renamed].reduce((all, [old, now]) => all.replaceAll(old, now), JSON.stringify(value));
      const made = new TextEncoder().encode(text);
      renamed.set(name, await sha256Hex(made));
      objects.set(renamed.get(name) ?? '', made);
    }
  }
  const root = renamed.get(release.pointer.root) ?? '';
  return { ...release, objects, pointer: { ...release.pointer, root } };
}

it('are made of the objects alone where a place is of a precinct without streets', async () => {
  const unreached = {
    ...exampleCounty,
    precincts: [
      ...exampleCounty.precincts,
      precinct({ id: 'p9', localityId: '1', pollingLocationIds: ['barn'] }),
    ],
    pollingLocations: [...exampleCounty.pollingLocations, place({ id: 'barn', name: 'Barn' })],
  };
  const change = { ...moved, pollingLocationIds: ['barn'] };
  const late = await rewritten(await compiled([unreached], []), [], [change]);
  expect([late.patched, late.pagesRoot]).toEqual([
    0,
    (await compiled([unreached], [change])).pointer.pagesRoot,
  ]);
});

describe('pages that cannot be made of objects alone', () => {
  /** A precinct without streets: its place is in no object of before. */
  const hidden: Dataset = {
    ...exampleCounty,
    precincts: [
      ...exampleCounty.precincts,
      precinct({ id: 'p9', localityId: '1', pollingLocationIds: ['barn'] }),
    ],
    pollingLocations: [...exampleCounty.pollingLocations, place({ id: 'barn', name: 'Barn' })],
  };
  const barn: Notice = { ...moved, id: 'barn', pollingLocationIds: ['barn'] };
  const barnPage = '/p/en/place-xx-example.barn.html';
  const countyPage = '/p/en/county-xx-example.1.html';

  it('get a box below the heading, in their language, with markup as text, and lose it again', async () => {
    const plain = await asBefore(await compiled([hidden], []));
    const late = await rewritten(plain, [], [barn]);
    expect(late.patched).toBeGreaterThan(0);
    for (const path of [barnPage, countyPage]) {
      expect(text(late.pages, path)).toMatch(
        /<\/h1><div class="late"><div class="n">.*?This polling place moved/,
      );
      expect(text(late.pages, path)).toContain('Go to &lt;b&gt;City Hall&lt;/b&gt;.');
    }
    expect(text(late.pages, barnPage.replace('/en/', '/es/'))).toContain(
      'Este lugar de votación cambió de sitio',
    );
    expect(text(late.pages, schoolPage)).not.toContain('This polling place moved');
    const again = await rewritten(late.release, [barn], []);
    expect(again.pages.get(barnPage)).toEqual(plain.pages.get(barnPage));
    expect(again.stale).toBe(0);
  });

  it('get one also for what has become of the place where people were sent', async () => {
    const late = await rewritten(await asBefore(await compiled([hidden], [])), [], [barn, hallClosed]);
    expect(text(late.pages, barnPage)).toContain('City Hall burns.');
    expect(text(late.pages, schoolPage)).not.toContain('City Hall burns.');
  });

  it('hold the hashes that their manifests say', async () => {
    const late = await rewritten(await asBefore(await compiled([hidden], [])), [], [barn, moved]);
    const root = readPagesRoot(late.objects.get(late.pagesRoot ?? '') ?? new Uint8Array());
    if (!root.ok) throw new Error(root.error.message);
    const { sha256Hex } = await import('../bytes');
    for (const name of Object.values(root.value.manifests)) {
      const manifest = readPageManifest(late.release.objects.get(name) ?? new Uint8Array());
      if (!manifest.ok) throw new Error(manifest.error.message);
      for (const [path, hash] of Object.entries(manifest.value.pages)) {
        expect([path, await sha256Hex(late.pages.get(path) as Uint8Array<ArrayBuffer>)]).toEqual([
          path,
          hash,
        ]);
      }
    }
  });

  it('are counted where the compiler has written in what is no more', async () => {
    const withNotice = await asBefore(await compiled([hidden], [barn]));
    const late = await rewritten(withNotice, [barn], []);
    expect(late.stale).toBeGreaterThan(0);
  });
});
