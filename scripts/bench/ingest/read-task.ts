// Owns the child process of one measurement: reads one shape as an upload is read, or passes once over the same bytes with the bare
// parser, and prints seconds and peak memory as JSON. Called as `read-task.ts read|bare SHAPE-AS-JSON`.

import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { collectGarbage } from '@/lib/adapters/collect-garbage';
import { readUpload } from '@/lib/ingest/read-upload';
import { diskFile } from '../../commands/sources';
import { bareCsv, bareWorkbook, bareXml } from './bare-passes';
import { knownOffice, type MadeShape } from './shapes';

/** What one process took, and what it found. */
export interface TaskFigures {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakBytes: number;
  /** Records or elements of the bare parser; street segments that were read. */
  readonly found: number;
  /** Of the dataset and its problems; '' for a bare pass. */
  readonly sha256: string;
}

const CHUNK_BYTES = 1 << 20;
const started = performance.now();
const startedProcessor = process.cpuUsage();

/** Taken where what counts ends: what comes after only says what was found. */
function took(): Pick<TaskFigures, 'seconds' | 'processorSeconds' | 'peakBytes'> {
  const { user, system } = process.cpuUsage(startedProcessor);
  // Linux and macOS count maxRSS in kilobytes.
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return {
    seconds: (performance.now() - started) / 1000,
    processorSeconds: (user + system) / 1e6,
    peakBytes,
  };
}

async function read({ files, mappings }: MadeShape): Promise<TaskFigures> {
  const sources = await Promise.all(files.map((path) => diskFile(path, basename(path))));
  const { dataset, problems } = await readUpload(sources, {
    // As the desk's check: others get the processor.
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    tidy: collectGarbage,
    known: knownOffice,
    mappings,
    officeId: 'made-up',
    officeState: 'OH',
    suggestions: true,
    live: null,
  });
  const figures = took();
  if (dataset === null) throw new Error(`it cannot be read: ${JSON.stringify(problems.slice(0, 3))}`);
  const hash = createHash('sha256');
  for (const segment of dataset.streetSegments) hash.update(JSON.stringify(segment));
  hash.update(JSON.stringify({ ...dataset, streetSegments: [] })).update(JSON.stringify(problems));
  return { ...figures, found: dataset.streetSegments.length, sha256: hash.digest('hex') };
}

async function bare({ name, rowsFile }: MadeShape): Promise<TaskFigures> {
  const found = await passOver(name, rowsFile);
  return { ...took(), found, sha256: '' };
}

function passOver(name: MadeShape['name'], path: string): Promise<number> | number {
  if (name === 'workbook') return bareWorkbook(readFileSync(path));
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  return name === 'xml' ? bareXml(stream) : bareCsv(stream.setEncoding('utf8'));
}

async function run(task: string | undefined, shape: MadeShape): Promise<void> {
  process.stdout.write(JSON.stringify(await (task === 'bare' ? bare(shape) : read(shape))));
}

void run(process.argv[2], JSON.parse(process.argv[3] ?? '{}'));
