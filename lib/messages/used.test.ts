// A text that nothing says is translated for nothing, and looks as if somebody had read it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { en } from './en';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Sections whose texts are picked by a code (a reason, a kind, a state), so that no source names them. */
const pickedByCode = [/^states\./, /^outcome\.(unreadable|cannotCheckReason)\./, /^notice\.\w+$/];
/** Plural forms are picked by Intl, passages in a list by their place. */
const pickedByRule = /\.(zero|one|two|few|many|other|\d+\.(heading|text))$/;

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
}

function pathsOf(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return [path];
  return Object.entries(value ?? {}).flatMap(([key, inner]) =>
    pathsOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

it('every text is said somewhere', () => {
  const code = ['app', 'components', 'lib/client', 'lib/release', 'lib/view'].flatMap(sources).join('\n');
  const names = new Set(code.match(/\b\w+\b/g));
  const unsaid = pathsOf(en)
    .filter((path) => !pickedByCode.some((pattern) => pattern.test(path)))
    .map((path) => path.replace(pickedByRule, ''))
    .filter((path) => !names.has(path.split('.').at(-1) ?? ''));
  expect(unsaid).toEqual([]);
});
