// Owns `levee export --release`: a release, believed no further than its signature and hashes go, as feeds of its offices.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '@/lib/core/result';
import type { ListedDataset } from '@/lib/core/vip';
import { readContents } from '@/lib/release/late-pages/read-release';
import { datasetsOf } from '@/lib/release/read-back/datasets-of';
import { verifyPointer } from '@/lib/release/verify-pointer';
import type { ExitCode, Terminal } from './command';
import { writeExport } from './export-write';
import { trustedSource } from './open-release';

interface ReleaseExport {
  /** Folder or address. */
  readonly from: string;
  readonly out: string;
  /** null: all of them. */
  readonly office: string | null;
}

/** 1 where the release cannot be believed, has no such office, or something could not be written. */
export async function exportRelease(
  { from, out, office }: ReleaseExport,
  terminal: Terminal,
): Promise<ExitCode> {
  const read = await readDatasets(from, terminal);
  if (!read.ok) return refuse(read.error, terminal);
  const datasets = read.value.filter(({ officeId }) => office === null || officeId === office);
  if (datasets.length === 0) {
    const known = [...new Set(read.value.map(({ officeId }) => officeId))].join(', ');
    return refuse(`the release has no office ${office}. It has: ${known}.`, terminal);
  }
  const [only, another] = datasets;
  if (out.endsWith('.zip')) {
    if (only !== undefined && another === undefined) return writeExport(only, out, terminal);
    return refuse(
      `the release has ${datasets.length} lists (${names(datasets).join(', ')}): give a folder, or --office`,
      terminal,
    );
  }
  const odd = names(datasets).find((name) => !/^[A-Za-z0-9-]+$/.test(name));
  if (odd !== undefined) return refuse(`${JSON.stringify(odd)} is no name for a file`, terminal);
  await mkdir(out, { recursive: true });
  let code: ExitCode = 0;
  for (const [index, name] of names(datasets).entries()) {
    const dataset = datasets[index];
    if (dataset !== undefined && (await writeExport(dataset, join(out, `${name}.zip`), terminal)) !== 0)
      code = 1;
  }
  return code;
}

/** The error is a sentence that names the file. */
async function readDatasets(
  from: string,
  { env }: Terminal,
): Promise<Result<readonly ListedDataset[], string>> {
  const trusted = await trustedSource(from, env);
  if (!trusted.ok) return trusted;
  const { source, trust } = trusted.value;
  const bytes = await source.pointer();
  if (!bytes.ok) return err(`${from}: ${bytes.error.message}`);
  const verified = await verifyPointer(bytes.value, trust);
  if (!verified.ok) return err(`${from}: ${verified.error.message}`);
  const contents = await readContents(source, verified.value.pointer);
  return contents.ok ? ok(datasetsOf(contents.value)) : contents;
}

/** `ms-adams`; `ms-adams-2026-11-03` where the office has several elections, with the election's place in the list where two are of
 *  one day. */
function names(datasets: readonly ListedDataset[]): readonly string[] {
  return datasets.map(({ officeId, election }, index) => {
    const own = datasets.filter((other) => other.officeId === officeId);
    if (own.length === 1) return officeId;
    const ofDay = own.filter((other) => other.election.date === election.date);
    const at = ofDay.indexOf(datasets[index]!);
    return `${officeId}-${election.date}${ofDay.length === 1 ? '' : `-${at + 1}`}`;
  });
}

function refuse(sentence: string, terminal: Terminal): ExitCode {
  terminal.err.write(`levee export: ${sentence}\nlevee export: nothing was written.\n`);
  return 1;
}
