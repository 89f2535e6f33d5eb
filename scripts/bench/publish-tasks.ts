// Owns what is measured of publishing: the way from an approval to what voters are served, on real stores. Gives raw
// figures only: targets and words are in report.ts.

import { advanceJob } from '@/lib/office/publish/advance-job';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { approve, closePlace, fillStore, openStore } from './office-store';
import { peakBytes, readFeed } from './tasks';

/** One publish: seconds from the approval until voters are served it, the longest of its steps, processor time, memory. */
export interface Published {
  readonly offices: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly longestStepSeconds: number;
  readonly steps: Readonly<Record<string, number>>;
  readonly peakBytes: number;
  /** Objects and pages that were new. */
  readonly size: { readonly objects: number; readonly pages: number; readonly bytes: number };
}

/** Put a feed's counties into an empty store. */
export async function fill(feed: string, store: string): Promise<{ counties: number; segments: number }> {
  return fillStore(store, (await readFeed(feed)).dataset);
}

/** The first county publishes its data of a version, beside `offices - 1` others. */
export async function publishCounty(store: string, offices: string, version: string): Promise<Published> {
  const { ports, counties } = await openStore(store);
  const some = counties.slice(0, Number(offices));
  return driven(ports, some.length, () => approve(ports, some, Number(version)));
}

/** The first county closes a polling place. */
export async function publishNotice(store: string, offices: string): Promise<Published> {
  const { ports, counties } = await openStore(store);
  return driven(ports, Number(offices), () => closePlace(ports, counties));
}

async function driven(
  ports: PublishPorts,
  offices: number,
  begin: () => Promise<string>,
): Promise<Published> {
  const jobId = await begin();
  const startedMs = performance.now();
  const processorStartedMs = processorMs();
  const steps: Record<string, number> = {};
  let longestStepSeconds = 0;
  let step: string = 'compile';
  for (;;) {
    const stepStartedMs = performance.now();
    const job = await advanceJob(ports, jobId);
    const seconds = (performance.now() - stepStartedMs) / 1000;
    steps[step] = (steps[step] ?? 0) + seconds;
    longestStepSeconds = Math.max(longestStepSeconds, seconds);
    if (!job.ok) throw new Error(job.error.message);
    if (job.value.state === 'running') {
      step = job.value.step;
      continue;
    }
    if (job.value.state !== 'done') throw new Error(job.value.error?.message ?? job.value.state);
    return {
      offices,
      seconds: (performance.now() - startedMs) / 1000,
      processorSeconds: (processorMs() - processorStartedMs) / 1000,
      longestStepSeconds,
      steps,
      peakBytes: peakBytes(),
      size: JSON.parse(job.value.left.size ?? '{"objects":0,"pages":0,"bytes":0}'),
    };
  }
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
