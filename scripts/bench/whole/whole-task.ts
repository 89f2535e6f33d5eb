// Owns the child process of one measurement: makes the files, passes over them barely, or does one piece of work, and prints seconds and
// peak memory as JSON. Called as `whole-task.ts NAME FOLDER ROWS`.

import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { makeFolder } from '@/lib/adapters/make-folder';
import { readUpload } from '@/lib/ingest/read-upload';
import { comparisonOf } from '@/lib/office/compare/comparison';
import { drafts } from '@/lib/office/drafts/draft';
import { main } from '../../commands/main';
import { diskFile } from '../../commands/sources';
import { bareCsv } from '../ingest/bare-passes';
import { makeShape } from '../ingest/shapes';
import { approvedDraft, openStore } from '../office-store';
import { publishCounty } from '../publish-tasks';
import { fillWhole } from './whole-store';
import type { WholeTaken, WorkName } from './work';

interface Place {
  /** Of everything that the measurement makes. */
  readonly folder: string;
  readonly rows: number;
}

const feedOf = ({ folder }: Place): string => join(folder, 'flat');
const storeOf = ({ folder }: Place): string => join(folder, 'store');
const releaseOf = ({ folder }: Place): string => join(folder, 'release');

type Task = (place: Place) => Promise<unknown>;

const tasks: Readonly<Record<WorkName | 'make' | 'fill' | 'bare', Task>> = {
  make: ({ rows, folder }) => makeShape('flat', rows, folder),
  fill,
  bare: (place) =>
    bareCsv(
      createReadStream(join(feedOf(place), 'street_segment.txt'), { highWaterMark: 1 << 20 }).setEncoding(
        'utf8',
      ),
    ),
  publish: (place) => publishCounty(storeOf(place), '1', '0'),
  compare,
  'publish-next': (place) => publishCounty(storeOf(place), '1', '1'),
  compile: (place) => levee('compile', feedOf(place), '--out', releaseOf(place)),
  verify: (place) => levee('verify', releaseOf(place)),
  lookup: (place) => levee('lookup', '--release', releaseOf(place), '201 Alder Creek St, Bluffton OH 43001'),
  mirror: (place) =>
    levee('mirror', '--from', releaseOf(place), '--to', join(place.folder, 'mirror'), '--release-only'),
  pack: (place) => levee('pack', '--from', releaseOf(place), '--to', join(place.folder, 'pages.zip')),
  export: (place) => levee('export', feedOf(place), '--out', join(place.folder, 'feed.zip')),
  'export-release': (place) =>
    levee('export', '--release', releaseOf(place), '--out', join(place.folder, 'read-back.zip')),
};

/** The list in the stores. */
async function fill(place: Place): Promise<void> {
  const names = (await readdir(feedOf(place))).sort();
  const files = await Promise.all(names.map((name) => diskFile(join(feedOf(place), name), name)));
  const { dataset, problems } = await readUpload(files, { officeId: 'made-up', officeState: 'OH' });
  if (dataset === null) throw new Error(`it cannot be read: ${JSON.stringify(problems.slice(0, 3))}`);
  await makeFolder(storeOf(place));
  await fillWhole(storeOf(place), dataset);
}

/** The later list beside what is live, as the desk asks for it. */
async function compare(place: Place): Promise<void> {
  const { ports, counties } = await openStore(storeOf(place));
  const [county] = counties;
  const dataset = county?.datasets[1];
  if (county === undefined || dataset === undefined) throw new Error('no later list');
  const draft = approvedDraft(ports, county, { id: 'compared', dataset, jobId: '' });
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [drafts.write({ ...draft, state: 'submitted' }, [county.officeId, draft.id])],
  });
  const comparison = await comparisonOf(ports, draft);
  if (!comparison?.difference.groups.length) throw new Error('nothing was compared');
}

/** A command of the command line, what it says thrown away. */
async function levee(...args: readonly string[]): Promise<void> {
  const said: string[] = [];
  const sink = () =>
    new Writable({
      write: (chunk, _, done) => {
        said.push(String(chunk).slice(0, 500));
        if (said.length > 20) said.shift();
        done();
      },
    });
  const code = await main(args, { out: sink(), err: sink(), env: process.env, now: () => new Date() });
  if (code !== 0) throw new Error(`levee ${args[0]} ended with ${code}: ${said.join('')}`);
}

async function run(name: keyof typeof tasks, folder: string, rows: number): Promise<void> {
  const started = performance.now();
  const startedProcessor = process.cpuUsage();
  await tasks[name]({ folder, rows });
  const { user, system } = process.cpuUsage(startedProcessor);
  const taken: WholeTaken = {
    seconds: (performance.now() - started) / 1000,
    processorSeconds: (user + system) / 1e6,
    // Linux and macOS count maxRSS in kilobytes.
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  process.stdout.write(JSON.stringify(taken));
}

void run(process.argv[2] as keyof typeof tasks, process.argv[3] ?? '', Number(process.argv[4]));
