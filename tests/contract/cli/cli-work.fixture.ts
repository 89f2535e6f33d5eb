// Owns what the tests of the command line share: a folder to work in, a release of the practice county, feeds with one file spoilt.
// The real command runs in a process of its own, but where only its arguments are looked at.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { runLauncher, runLevee } from '../run-levee';

/** Folder of the practice county's files. */
export const county = fileURLToPath(new URL('../../../data/sandbox/county', import.meta.url));
export const NOW = '2026-11-22T12:00:00Z';
/** Many processes one after the other, on a machine that may be busy. */
export const SLOW_MS = 240_000;

/** An empty folder; whoever asks takes it away. */
export const workFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'levee-cli-'));

/** Compiles the practice county below `work`; gives the release's folder. */
export async function sandboxRelease(work: string): Promise<string> {
  const release = join(work, 'release');
  const made = await runLauncher(['compile', '--sandbox', '--out', release, '--now', NOW]);
  expect(made).toMatchObject({ code: 0, err: '' });
  return release;
}

/** A copy of the practice county's files with one of them changed; null leaves it out. */
export async function feedWith(
  work: string,
  name: string,
  file: string,
  content: string | Uint8Array | null,
): Promise<string> {
  const folder = join(work, name);
  await cp(county, folder, { recursive: true });
  if (content === null) await rm(join(folder, file));
  else await writeFile(join(folder, file), content);
  return folder;
}

/** The county's streets with each line as `change` gives it; `row` counts from 1, the header's. */
export async function segmentsWith(change: (line: string, row: number) => string): Promise<string> {
  const lines = (await readFile(join(county, 'street_segment.csv'), 'utf8')).trimEnd().split('\n');
  return `${lines.map((line, index) => change(line, index + 1)).join('\n')}\n`;
}

/** What `levee validate --json` says of a folder. */
export async function jsonProblems(folder: string) {
  const { code, out, err } = await runLevee(['validate', folder, '--json']);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { code, err, summary: lines.at(-1).summary, problems: lines.slice(0, -1) };
}
