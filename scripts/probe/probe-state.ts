// Owns what a probe remembers from one run to the next: since when something is wrong, what of it was told, and which release each
// host gave. One small file; without it everything is new.

import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '@/lib/adapters/atomic-files';
import { makeFolder } from '@/lib/adapters/make-folder';
import type { Alarm } from './alarms';

const seen = z.object({ sequence: z.number(), line: z.string(), at: z.string() });

const schema = z.object({
  formatVersion: z.literal(1),
  /** `oldPointer https://vote.example.gov` -> since when. */
  since: z.record(z.string(), z.string()),
  /** Those that the webhook has had; null: it was never asked. */
  told: z.array(z.string()).nullable(),
  seen: z.record(z.string(), seen),
  revokedKeyIds: z.array(z.string()),
  /** The edge's count of requests, and when it was read. */
  edge: z.object({ at: z.string(), requests: z.number() }).nullable(),
});

export type ProbeState = z.infer<typeof schema>;

/** An alarm, and since when there has been one run after another with it. */
export interface LastingAlarm extends Alarm {
  readonly since: string;
}

export const NOTHING_KNOWN: ProbeState = {
  formatVersion: 1,
  since: {},
  told: null,
  seen: {},
  revokedKeyIds: [],
  edge: null,
};

/** What the file holds; nothing where it is not there, cut, or something else: it is written anew. Throws what the disk says. */
export async function readState(file: string): Promise<ProbeState> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : NOTHING_KNOWN;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT')
      return NOTHING_KNOWN;
    throw error;
  }
}

/** Whole or not at all. Throws what the disk says. */
export async function writeState(file: string, state: ProbeState): Promise<void> {
  await makeFolder(dirname(file));
  await writeAtomically(file, new TextEncoder().encode(`${JSON.stringify(state, null, 1)}\n`));
}

/** The name by which an alarm is the same one in the next run. */
export function alarmId({ code, host }: Pick<Alarm, 'code' | 'host'>): string {
  return `${code} ${host}`;
}

/** Alarms with the time of the run in which each began. */
export function lasting(alarms: readonly Alarm[], before: ProbeState, now: Date): readonly LastingAlarm[] {
  const at = now.toISOString();
  return alarms.map((alarm) => ({ ...alarm, since: before.since[alarmId(alarm)] ?? at }));
}

/** Whether the webhook has something new to hear: an alarm that it has not had, or one that is over. */
export function isNews(alarms: readonly Alarm[], { told }: ProbeState): boolean {
  const ids = alarms.map(alarmId).sort();
  return ids.join('\n') !== [...(told ?? [])].sort().join('\n');
}
