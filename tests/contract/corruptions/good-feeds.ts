// Owns the three feeds that are spoilt: a made-up county, the practice county, and a real one where the shared data are. Rows
// that contradict each other on purpose are taken out, so that the feeds are sound before anything happens to them.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxSources } from '@/data/sandbox/sandbox';
import type { Dataset } from '@/lib/core/vip';
import type { Problem } from '@/lib/ingest/problems/problem';
import { readUpload } from '@/lib/ingest/read-upload';
import { writeFeed } from '@/scripts/generate/feed';
import { hasSharedData, sharedData } from '../../shared-data';
import { filesOf, type Sheets, sheetsOf, withRows } from './sheet';

/** A sound feed, what it gives, and the feed of a county that it could be mistaken for. */
export interface GoodFeed {
  readonly name: string;
  readonly sheets: Sheets;
  readonly dataset: Dataset;
  readonly problems: readonly Problem[];
  readonly other: Sheets;
}

/** The sandbox's and the made-up state's code; the look-up of a real feed is as of its own time. */
export const REAL = 'va-portsmouth-powhatan-2015';
export const GOOD_FEEDS = ['a made-up county', 'the practice county', REAL] as const;
export const hasFeed = (name: string): boolean => name !== REAL || hasSharedData;

/** The feed of this name. */
export async function goodFeed(name: (typeof GOOD_FEEDS)[number]): Promise<GoodFeed> {
  const other = await sound(await generated(99, 20));
  const sheets = await sound(
    name === REAL
      ? sheetsIn(sharedData('vip', REAL))
      : name === 'the practice county'
        ? sandbox()
        : await generated(11, 24),
  );
  const { dataset, problems } = await readUpload(filesOf(sheets));
  if (dataset === null) throw new Error(`${name} is not sound`);
  return { name, sheets, dataset, problems, other };
}

function sheetsIn(folder: string): Sheets {
  return sheetsOf(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

function sandbox(): Sheets {
  const [county] = sandboxSources(new Date('2031-12-01T12:00:00Z'));
  return sheetsOf((county?.files ?? []).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
}

async function generated(seed: number, precincts: number): Promise<Sheets> {
  const directory = mkdtempSync(join(tmpdir(), 'levee-corrupt-'));
  try {
    await writeFeed({ precincts, seed, directory, counties: 1 });
    return sheetsIn(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Without the rows that are set aside or contradict each other. */
async function sound(sheets: Sheets): Promise<Sheets> {
  const { problems } = await readUpload(filesOf(sheets));
  const bad = problems.filter(({ severity, row }) => severity !== 'warning' && row !== null);
  if (bad.length === 0) return sheets;
  const left = [...sheets].map(([table, sheet]) => {
    const rows = new Set(bad.filter(({ file }) => file === sheet.file).map(({ row }) => row));
    return [
      table,
      withRows(
        sheet,
        sheet.rows.filter((_, index) => !rows.has(index + 2)),
      ),
    ] as const;
  });
  return sound(new Map(left));
}
