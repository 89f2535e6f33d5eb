import { describe, expect, it } from 'vitest';
import { sha256Hex } from './bytes';
import { canonicalBytes } from './canonical-json';
import { ObjectStore } from './object-store';
import { type MadePage, readPageManifest, readPagesRoot, storeManifests } from './page-manifests';

const made = (path: string, manifest: string): MadePage => ({
  path,
  manifest,
  bytes: new TextEncoder().encode(`<p>${path}`),
});

const pages = [
  made('/p/en/zip-00011.html', 'zip-00011'),
  made('/p/es/zip-00011.html', 'zip-00011'),
  made('/p/en/place-a.b.html', 'county-a.1'),
  made('/p/en/index.html', 'rest'),
];

it('names every page with its hash, by manifests that the root names', async () => {
  const store = new ObjectStore();
  const { root: name } = await storeManifests(pages, new Map(), store);
  const root = readPagesRoot(store.objects.get(name)!);
  if (!root.ok) throw new Error(root.error.message);
  expect(Object.keys(root.value.manifests)).toEqual(['county-a.1', 'rest', 'zip-00011']);
  const zip = readPageManifest(store.objects.get(root.value.manifests['zip-00011']!)!);
  expect(zip).toEqual({
    ok: true,
    value: {
      kind: 'pageManifest',
      pages: {
        '/p/en/zip-00011.html': await sha256Hex(pages[0]!.bytes),
        '/p/es/zip-00011.html': await sha256Hex(pages[1]!.bytes),
      },
    },
  });
});

it('gives the same names whatever the order of the pages', async () => {
  const turned = await storeManifests([...pages].reverse(), new Map(), new ObjectStore());
  expect(turned).toEqual(await storeManifests(pages, new Map(), new ObjectStore()));
});

describe('refuses', () => {
  const hash = 'a'.repeat(64);

  it.each([
    ['a path out of the folder', { '/p/en/../../etc/passwd': hash }],
    ['a path that no page has', { '/p/en/page.html': hash }],
    ['a hash that is none', { '/p/en/index.html': 'abc' }],
  ])('a manifest with %s', (_, listed) => {
    expect(readPageManifest(canonicalBytes({ kind: 'pageManifest', pages: listed })).ok).toBe(false);
  });

  it.each([
    ['another kind', { kind: 'root', manifests: {} }],
    ['a manifest of another name', { kind: 'pages', manifests: { other: hash } }],
  ])('a root with %s', (_, root) => {
    expect(readPagesRoot(canonicalBytes(root)).ok).toBe(false);
  });
});
