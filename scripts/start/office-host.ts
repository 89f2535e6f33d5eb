// Owns the office host of `npm start`: its stores opened, practice offices there, what is live in the folder, jobs driven
// and the pointer kept fresh. Knows no server.
import { join } from 'node:path';
import { officeEnv, openOfficePorts } from '@/lib/adapters/office-container';
import { openPublishPorts } from '@/lib/adapters/publish-container';
import { err, ok, type Result } from '@/lib/core/result';
import { accounts } from '@/lib/office/accounts/account';
import { invitationLink, invitations, invite, withdrawInvitation } from '@/lib/office/accounts/invitation';
import { systemActor } from '@/lib/office/audit/entry';
import { signingKey } from '@/lib/office/keys/signing';
import { StoreError } from '@/lib/office/ports/store-error';
import { driveOpenJobs } from '@/lib/office/publish/drive';
import { heartbeat } from '@/lib/office/publish/heartbeat';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { LINE, releaseLines } from '@/lib/office/publish/release-record';
import { timeLimit } from '@/lib/office/publish/step';
import { sweepWhenDue } from '@/lib/office/sweep/sweep';
import { verifyPointer } from '@/lib/release/verify-pointer';
import { havePracticeOffices, publishPractice } from './practice-offices';

export interface OfficeHost {
  /** Absolute; null: readers are served from the KV store. */
  readonly folder: string | null;
  /** In words, for whoever typed `npm start`. */
  readonly what: string;
  /** A link for the first person of the state to make a passkey by, where nobody has one; null: somebody has. */
  readonly firstLink: string | null;
  /** Heartbeat, and what is due, a sweep once a day among it; call it every few minutes. */
  readonly tend: () => Promise<void>;
  /** Goes on with what is open; call it every few seconds. */
  readonly drive: () => Promise<void>;
}

/** The next heartbeat is not to wait for a sweep: it goes on after it. */
const SWEEP_MS = 120_000;

/** Where the release lies that the stores are projected into, below the repository. */
const RELEASE_FOLDER = join('.levee', 'release');

/** The office host on this machine, with something live. The error is a sentence for whoever typed `npm start`. */
export async function officeHost(repository: string, port: number): Promise<Result<OfficeHost, string>> {
  try {
    return await open(repository, port);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return err(`The office’s store cannot be used (${error.code}): ${error.message}`);
  }
}

async function open(repository: string, port: number): Promise<Result<OfficeHost, string>> {
  // The server that is about to be started is told the same.
  process.env.PORT = String(port);
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
    firstLink: await firstLink(ports, env.origin),
    tend: async () => {
      if (isPractice) await publishPractice(ports);
      await beat(ports);
      await sweepWhenDue(ports, timeLimit(ports, SWEEP_MS));
    },
    drive: async () => {
      await driveOpenJobs(ports, () => true);
    },
  });
}

/** One that was printed before and not used opens nothing any more. */
async function firstLink(ports: PublishPorts, origin: string): Promise<string | null> {
  if ((await accounts.list(ports.state)).length > 0) return null;
  const by = systemActor('npm start');
  for (const { value } of await invitations.list(ports.state)) {
    if (value.madeBy.id === by.id) await withdrawInvitation(ports, value.id, by);
  }
  const invited = { name: 'State election office', role: 'state' as const, officeId: null };
  const made = await invite(ports, invited, by);
  return made.ok ? invitationLink(origin, made.value.secret) : null;
}

/** Something that has ended is taken out at once. Said every time: voters are told after half an hour, and believe nothing
 *  more after seven days. */
async function beat(ports: PublishPorts): Promise<void> {
  const first = (await heartbeat(ports)).pointer;
  if (first === 'due') await driveOpenJobs(ports, () => true);
  const last = first === 'due' ? (await heartbeat(ports)).pointer : first;
  const key = last === 'noKey' ? await signingKey(ports) : null;
  if (key?.ok === false) {
    console.error(`NOTHING IS SIGNED ANY MORE, and nothing can be published. ${key.error.message}`);
  }
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
