// Runs the reader over every vector on disk, and holds the vectors to what makes them.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { err, ok } from '@/lib/core/result';
import { objectPath } from '@/lib/release/format';
import { openRelease } from '@/lib/release/reader';
import type { ReleaseSource } from '@/lib/release/verified-objects';
import { verifyRelease } from '@/lib/release/verify';
import { makeVectors, type VectorCase } from './cases';

const FOLDER = join(__dirname, '..', '..', 'data', 'vectors');
const index: { cases: readonly VectorCase[] } = JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8'));

describe('data/vectors', () => {
  it('holds, byte for byte, what scripts/vectors/make.ts writes', async () => {
    const { files } = await makeVectors();
    const onDisk = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter(
        (path) => statSync(join(FOLDER, path)).isFile() && !['README.md', '.gitattributes'].includes(path),
      )
      .map((path) => path.replaceAll('\\', '/'));
    expect(onDisk.sort()).toEqual([...files.keys()].sort());
    for (const [path, bytes] of files) {
      expect(readFileSync(join(FOLDER, path)).equals(bytes), path).toBe(true);
    }
  });

  it('is what the worked example of docs/format/v1.md talks about', () => {
    const document = readFileSync(join(FOLDER, '..', '..', 'docs', 'format', 'v1.md'), 'utf8');
    const example = document.slice(document.indexOf('## 8.'), document.indexOf('## 9.'));
    const names = readdirSync(join(FOLDER, 'good', 'v1', 'objects'));
    const quoted = [...example.matchAll(/([0-9a-f]{16})…/g)].map(([, start]) => start);
    expect(quoted.length).toBeGreaterThanOrEqual(3);
    for (const start of quoted)
      expect(
        names.some((name) => name.startsWith(start!)),
        start,
      ).toBe(true);
    const files = names.map((name) => readFileSync(join(FOLDER, 'good', 'v1', 'objects', name), 'utf8'));
    const tuples = [...example.matchAll(/`(\["[^`]*\])`/g)].map(([, tuple]) => tuple);
    expect(tuples).toHaveLength(2);
    for (const tuple of tuples)
      expect(
        files.some((file) => file.includes(tuple!)),
        tuple,
      ).toBe(true);
  });

  it.each(index.cases)('$name: $about', async (vector) => {
    const now = new Date(vector.now);
    const release = await openRelease(overlaid(vector.layers), vector.trust, now);
    const { open, file, expired, answer, revokedKeyIds } = vector.expect;
    if (!release.ok) {
      expect({ open: release.error.detail, file: release.error.file }).toEqual({ open, file });
      return;
    }
    expect({ open: 'ok', expired: release.value.expired }).toEqual({ open, expired });
    expect(release.value.revokedKeyIds).toEqual(revokedKeyIds ?? []);
    const outcome = await release.value.answer(vector.address, now);
    expect({
      kind: outcome.kind,
      ...('reason' in outcome ? { reason: outcome.reason } : {}),
      ...(outcome.pollingLocations.length > 0
        ? { places: outcome.pollingLocations.map(({ id }) => id) }
        : {}),
    }).toEqual(answer);
  });

  it.each(index.cases)('$name: the whole release is checked', async (vector) => {
    const report = await verifyRelease(overlaid(vector.layers), vector.trust, new Date(vector.now));
    expect(report.problems.map(({ code, file }) => [code, file])).toEqual(vector.expect.problems);
  });
});

/** Files of the last folder that has them. */
function overlaid(layers: readonly string[]): ReleaseSource {
  const read = async (path: string) => {
    for (const layer of [...layers].reverse()) {
      try {
        return ok(new Uint8Array(readFileSync(join(FOLDER, layer + path))));
      } catch {
        // Not in this layer.
      }
    }
    return err({ code: 'notFound' as const, message: path });
  };
  return { pointer: () => read('/v1/current.json'), object: (name) => read(objectPath(name)) };
}
