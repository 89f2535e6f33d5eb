// Every page of the desk asks who looks before it reads anything: by its source, since a page that forgets it looks right to
// whoever may see it. The browser's side of it is tests/e2e/office/pages.spec.ts.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = 'app/office';
/** For whoever has no session yet, or needs none. */
const OPEN = ['sign-in', 'enrol', 'test-computer', 'help/problems', 'help/problems/[code]'];

const pages = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.server.tsx'))
  .map((file) => ({ page: file.replace(/\/?page\.server\.tsx$/, '') || '.', source: read(file) }));

function read(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

describe('a page of the desk', () => {
  it.each(pages.filter(({ page }) => !OPEN.includes(page)))(
    '$page lets somebody in by pageActor before it reads anything',
    ({ source }) => {
      const body = source.slice(source.indexOf('export default async function'));
      const awaited = [...body.matchAll(/\bawait\s+([\w.]+)/g)].map(([, name = '']) => name);
      const before = awaited.slice(0, awaited.findIndex((name) => /^page(Actor|Session)$/.test(name)) + 1);
      expect(before.at(-1), 'call pageActor(action, officeId) of lib/adapters/office-page').toMatch(/^page/);
      // The address may be read first; nothing else.
      expect(before.slice(0, -1).filter((name) => !/^(props\.)?(params|searchParams)$/.test(name))).toEqual(
        [],
      );
    },
  );

  it.each(pages)('$page is drawn anew for each request', ({ source }) => {
    expect(source).toContain("export const dynamic = 'force-dynamic'");
  });

  it.each(pages.filter(({ page }) => page.startsWith('help/')))(
    '$page asks no store, so that help is there when nothing else is',
    ({ source }) => {
      expect(source).not.toContain('@/lib/adapters/');
    },
  );

  it.each(pages)('$page puts no markup of others into the page', ({ source }) => {
    expect(source).not.toContain('dangerouslySetInnerHTML');
  });
});

it('is a server’s file, each of them: none can get into the public build', () => {
  const all = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  const wrong = all.filter((file) => /(^|\/)(page|route|layout|not-found|error)\.tsx?$/.test(file));
  expect(wrong).toEqual([]);
});
