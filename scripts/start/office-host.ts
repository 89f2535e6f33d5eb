// Owns the office host of `npm start`: its stores opened, practice offices there, what is live in the folder, jobs driven
// and the pointer kept fresh. Knows no server.
import { join } from 'node:path';
import { officeEnv, openOfficePorts } from '@/lib/adapters/office-container';
import { openPublishPorts } from '@/lib/adapters/publish-container';
import { err, ok, type Result } from '@/lib/core/result';
import { signingKey } from '@/lib/office/keys/signing';
import { StoreError } from '@/lib/office/ports/store-error';
import { driveOpenJobs } from '@/lib/office/publish/drive';
import { heartbeat } from '@/lib/office/publish/heartbeat';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { LINE, releaseLines } from '@/lib/office/publish/release-record';
import { verifyPointer } from '@/lib/release/verify-pointer';
import { havePracticeOffices, publishPractice } from './practice-offices';

export interface OfficeHost {
  /** Absolute; null: readers are served from the KV store. */
  readonly folder: string | null;
  /** In words, for whoever typed `npm start`. */
  readonly what: string;
  /** Heartbeat, and what is due; call it every few minutes. */
  readonly tend: () => Promise<void>;
  /** Goes on with what is open; call it every few seconds. */
  readonly drive: () => Promise<void>;
}

/** Where the release lies that the stores are projected into, below the repository. */
const RELEASE_FOLDER = join('.levee', 'release');

/** The office host on this machine, with something live. The error is a sentence for whoever typed `npm start`. */
export async function officeHost(repository: string): Promise<Result<OfficeHost, string>> {
  try {
    return await open(repository);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return err(`The office’s store cannot be used (${error.code}): ${error.message}`);
  }
}

async function open(repository: string): Promise<Result<OfficeHost, string>> {
  const env = officeEnv();
  const stores = await openOfficePorts(env);
  const isPractice = await havePracticeOffices(stores);
  const releaseDirectory = join(repository, RELEASE_FOLDER);
  const ports = await openPublishPorts(stores, { env, repository, releaseDirectory });
  const key = await signingKey(ports);
  if (!key.ok) {
    return err(
      `${key.error.message}\nOr serve a release that was made elsewhere: npm start -- --release DIR`,
    );
  }
  await takeOverLine(ports);
  await driveOpenJobs(ports, () => true);
  if (isPractice) await publishPractice(ports);
  await beat(ports);
  return ok({
    folder: ports.folder === null ? null : releaseDirectory,
    what: isPractice ? 'the practice county' : 'what its offices have published',
    tend: async () => {
      if (isPractice) await publishPractice(ports);
      await beat(ports);
    },
    drive: async () => {
      await driveOpenJobs(ports, () => true);
    },
  });
}

/** Something that has ended is taken out at once. */
async function beat(ports: PublishPorts): Promise<void> {
  if ((await heartbeat(ports)).pointer !== 'due') return;
  await driveOpenJobs(ports, () => true);
  await heartbeat(ports);
}

/** Voters' browsers remember the highest number of a line: a folder that was served before there were stores keeps both. */
async function takeOverLine(ports: PublishPorts): Promise<void> {
  const known = await releaseLines.read(ports.state, LINE);
  const bytes = known === null ? ((await ports.folder?.pointer()) ?? null) : null;
  if (bytes === null) return;
  const trust = { publicKeys: ports.publicKeys, revokedKeyIds: [], highestSequences: {} };
  const verified = await verifyPointer(bytes, trust);
  if (!verified.ok) return;
  const { releaseLine: line, sequence: floor } = verified.value.pointer;
  await ports.state.commit({
    id: ports.newId(),
    checks: [releaseLines.unchanged(null, LINE)],
    writes: [releaseLines.write({ line, floor }, [LINE])],
  });
}
