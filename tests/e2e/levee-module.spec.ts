// Owns that `/levee.js`, as the site serves it, works in a page of another site: over every golden vector, good and
// tampered, and on the live release.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type * as LeveeModule from '@/lib/elsewhere/levee-module';
import type { VectorCase } from '@/scripts/vectors/cases';
import { startHostPage } from './host-page';
import { expect, test } from './site';

const VECTORS = 'data/vectors';
const { cases }: { cases: readonly VectorCase[] } = JSON.parse(
  readFileSync(join(VECTORS, 'index.json'), 'utf8'),
);

/** Path below data/vectors -> text: all of them are UTF-8, the damaged ones too. */
function vectorFiles(): Readonly<Record<string, string>> {
  const paths = readdirSync(VECTORS, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => path.includes('v1') && statSync(join(VECTORS, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(VECTORS, path), 'utf8')]));
}

/** What one case gave, in the words of the vectors. Runs in the page. */
async function readCase([url, vector, files]: readonly [
  string,
  VectorCase,
  Readonly<Record<string, string>>,
]) {
  const origin = 'https://vectors.example';
  const levee: typeof LeveeModule = await import(url);
  const { publicKeys, ...memory } = vector.trust;
  const served: typeof fetch = async (input) => {
    const path = String(input).slice(origin.length);
    const layer = [...vector.layers].reverse().find((each) => `${each}${path}` in files);
    return layer === undefined ? new Response(null, { status: 404 }) : new Response(files[`${layer}${path}`]);
  };
  const now = new Date(vector.now);
  const opened = await levee.openRelease(origin, { publicKeys, memory, fetch: served, now });
  if (!opened.ok) return { open: opened.error.detail, file: opened.error.file };
  const outcome = await opened.value.answer(vector.address, now);
  return {
    open: 'ok',
    kind: outcome.kind,
    reason: 'reason' in outcome ? outcome.reason : undefined,
    places: outcome.pollingLocations.map(({ id }) => id),
  };
}

test('every golden vector gives what it must, in a browser, on another site', async ({ page, baseURL }) => {
  if (!baseURL) throw new Error('no site');
  const host = await startHostPage(baseURL, '', `default-src 'none'; script-src 'self' ${baseURL}`);
  await page.goto(host.url);
  const files = vectorFiles();
  expect(cases.length).toBeGreaterThan(25);
  for (const vector of cases) {
    const found = await page.evaluate(readCase, [`${baseURL}/levee.js`, vector, files] as const);
    const { open, file, answer } = vector.expect;
    expect
      .soft(found, vector.name)
      .toEqual(
        answer === undefined
          ? { open, file }
          : { open, kind: answer.kind, reason: answer.reason, places: answer.places ?? [] },
      );
  }
  await host.stop();
});
