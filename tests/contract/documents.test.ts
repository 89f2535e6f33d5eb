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

describe('documents', () => {
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
