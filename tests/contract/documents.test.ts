// Holds the documents to the repository: links lead somewhere, commands exist, README stays one screen.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

/** Links into this repository, as `[document, target]`: `['README.md', 'docs/cli.md']`. */
const links = documents.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .map((target) => [file, target.split('#')[0] ?? ''] as const),
);

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const commands = documents.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/npm (?:run (?:-s )?)?([\w:]+)/g)]
    .map(([whole, name = '']) => [file, whole, name] as const)
    .filter(([, whole, name]) => whole.startsWith('npm run') || name === 'start' || name === 'test'),
);

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
}).split('\n');
/** Every folder and file, and each file without its endings: documents name `lib/core/vip` as well. */
const paths = new Set(
  tracked.flatMap((file) => {
    const parts = file.split('/');
    const folders = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
    return [...folders, file, file.replace(/\.[^./]+$/, ''), file.replace(/\.[^/]+$/, '')];
  }),
);
/** What stands as a path of this repository in code marks; `CODE`, `NN`, `<name>` and `*` stand for any. */
const named = documents.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /`((?:lib|app|components|scripts|tests|edge|data|docs)\/[^`\s]*)`/g,
    ),
  ]
    .map(([, name = '']) => [file, name.replace(/[*{<].*$/, '').replace(/\/$/, '')] as const)
    .filter(([, name]) => !/[A-Z]{2}/.test(name)),
);

describe('documents', () => {
  it.each(named)('%s names %s, which is there', (_file, name) => {
    expect(paths.has(name) || tracked.some((file) => file.startsWith(name))).toBe(true);
  });

  it.each(links)('%s links to %s, which is there', (file, target) => {
    expect(existsSync(path.join(path.dirname(file), target))).toBe(true);
  });

  it.each(commands)('%s names “%s”, which package.json has', (_file, _whole, name) => {
    expect(scripts).toHaveProperty([name]);
  });

  it('README is one screen', () => {
    expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThanOrEqual(45);
  });
});
