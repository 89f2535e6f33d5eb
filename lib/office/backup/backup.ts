// Owns taking a backup and putting one back, over the port of a place that keeps it. Knows no disk.

import { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';
import { sha256Hex } from '@/lib/release/bytes';
import { commitAudited } from '../audit/commit-audited';
import { systemActor } from '../audit/entry';
import type { OfficePorts } from '../ports/office-ports';
import { records } from '../ports/records';
import { isBlobName } from '../ports/store-limits';
import { firstPart, rebuiltBlobs, snapshot } from './snapshot';

/** Where a backup lies: a folder. `write` puts a file in place whole. */
export interface BackupPlace {
  readonly read: (name: string) => Promise<Uint8Array | null>;
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>;
}

const BLOBS = /^blobs\//;
const fileSchema = z.object({ name: z.string(), sha256: z.string(), bytes: z.number() });

/** `backup.json`, written last: without it, there is no backup. */
const manifestSchema = z.object({
  format: z.literal(1),
  at: z.string(),
  entries: z.number(),
  state: fileSchema,
  blobs: z.array(fileSchema.refine(({ name }) => isBlobName(name.replace(BLOBS, '')) && BLOBS.test(name))),
});

export interface BackupSummary {
  readonly at: string;
  readonly entries: number;
  readonly blobs: number;
  readonly bytes: number;
}

/** `noBackup`: there is none, or it was cut short. `damaged`: a file is missing or altered. `notEmpty`: the store to
 *  restore into holds something. */
export interface RestoreError {
  readonly code: 'noBackup' | 'damaged' | 'notEmpty';
  readonly message: string;
}

const MANIFEST = 'backup.json';
const STATE = 'state.jsonl';
const WRITTEN_AT_ONCE = 50;
/** In one commit: some stores take 10 MB in a request, and quotation marks in JSON count twice. */
const WRITTEN_CHARACTERS = 2_000_000;
const REMOVED_AT_ONCE = 100;

/** Copy everything that lasts to `place`. Files of an earlier backup there that are still right are kept. */
export async function backUp(ports: OfficePorts, place: BackupPlace): Promise<BackupSummary> {
  const event = {
    action: 'backup.made',
    actor: commandLine,
    officeId: null,
    subject: null,
    details: {},
  } as const;
  await commitAudited(ports, { checks: [], writes: [], events: [event] });
  const lines = await snapshot(ports);
  const state = encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  // Blobs never change, and what the state names was there before it: listed later, none is missing.
  const names = (await ports.blobs.list('')).filter((name) => !rebuiltBlobs.has(firstPart(name)));
  const blobs: z.infer<typeof fileSchema>[] = [];
  for (const name of names) {
    const bytes = await ports.blobs.get(name);
    if (bytes !== null) blobs.push(await kept(place, `blobs/${name}`, bytes));
  }
  const manifest = {
    format: 1,
    at: ports.now().toISOString(),
    entries: lines.length,
    state: await kept(place, STATE, state),
    blobs,
  } satisfies z.infer<typeof manifestSchema>;
  await place.write(MANIFEST, encoder.encode(JSON.stringify(manifest, null, 1)));
  return summaryOf(manifest);
}

export interface RestoreOptions {
  /** What the stores hold is removed first, once the backup has been found whole. */
  readonly replace: boolean;
}

/** Put a backup into stores, once every file of it has been found to be as it was written. They must be empty, or hold
 *  what the same restore had put there when it was cut off. */
export async function restore(
  ports: OfficePorts,
  place: BackupPlace,
  { replace }: RestoreOptions = { replace: false },
): Promise<Result<BackupSummary, RestoreError>> {
  const manifest = await readManifest(place);
  if (!manifest.ok) return manifest;
  const { at, state, blobs } = manifest.value;
  const [any] = await ports.state.list({ prefix: '', limit: 1 });
  const isTakenUp = (await restoreUnderWay(ports.state)) === at;
  if (any !== undefined && !replace && !isTakenUp) {
    const message =
      'The store holds something already. Restore into an empty one (name a new LEVEE_STORE_DIR), or say --replace to remove all that is there.';
    return err({ code: 'notEmpty', message });
  }
  for (const file of [state, ...blobs]) if ((await intact(place, file)) === null) return damaged(file.name);
  await ports.state.commit({ id: ports.newId(), checks: [], writes: [underWay.write({ at }, [MARK])] });
  if (any !== undefined) await emptied(ports);
  for (const file of blobs) {
    const bytes = await intact(place, file);
    if (bytes === null) return changed(file.name);
    await ports.blobs.put(blobNameOf(file), bytes);
  }
  const lines = await intact(place, state);
  if (lines === null) return changed(state.name);
  await putState(ports, lines);
  const event = {
    action: 'backup.restored',
    actor: commandLine,
    officeId: null,
    subject: null,
    details: { takenAt: at },
  } as const;
  await commitAudited(ports, { checks: [], writes: [underWay.remove(MARK)], events: [event] });
  return ok(summaryOf(manifest.value));
}

/** When the backup was taken that a restore has begun with and not ended; null: none. Nobody may work on such a half. */
export async function restoreUnderWay(state: OfficePorts['state']): Promise<string | null> {
  return (await underWay.read(state, MARK))?.value.at ?? null;
}

const commandLine = systemActor('command line');
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const lineSchema = z.object({ key: z.string(), value: z.string() });
const MARK = 'under-way';
const underWay = records('restore', z.object({ at: z.string() }));

/** All but the mark of the restore itself. */
async function emptied({ state, blobs, newId }: OfficePorts): Promise<void> {
  for (;;) {
    const page = await state.list({ prefix: '', limit: REMOVED_AT_ONCE });
    const writes = page.flatMap(({ key }) => (key === underWay.key(MARK) ? [] : [{ key, value: null }]));
    if (writes.length === 0) break;
    await state.commit({ id: newId(), checks: [], writes });
  }
  for (const name of await blobs.list('')) await blobs.remove(name);
}

async function putState({ state, newId }: OfficePorts, bytes: Uint8Array): Promise<void> {
  const lines = decoder.decode(bytes).split('\n');
  let writes: z.infer<typeof lineSchema>[] = [];
  let length = 0;
  const commit = async () => {
    if (writes.length > 0) await state.commit({ id: newId(), checks: [], writes });
    writes = [];
    length = 0;
  };
  for (const line of lines) {
    if (line === '') continue;
    if (writes.length === WRITTEN_AT_ONCE || length + line.length > WRITTEN_CHARACTERS) await commit();
    writes.push(lineSchema.parse(JSON.parse(line)));
    length += line.length;
  }
  await commit();
}

async function kept(
  place: BackupPlace,
  name: string,
  bytes: Uint8Array,
): Promise<z.infer<typeof fileSchema>> {
  const file = { name, sha256: await sha256Hex(bytes), bytes: bytes.length };
  if ((await intact(place, file)) === null) await place.write(name, bytes);
  return file;
}

async function intact(place: BackupPlace, file: z.infer<typeof fileSchema>): Promise<Uint8Array | null> {
  const bytes = await place.read(file.name);
  return bytes !== null && bytes.length === file.bytes && (await sha256Hex(bytes)) === file.sha256
    ? bytes
    : null;
}

async function readManifest(place: BackupPlace) {
  const bytes = await place.read(MANIFEST);
  const text = bytes === null ? 'null' : decoder.decode(bytes);
  const parsed = manifestSchema.safeParse(jsonOf(text));
  if (parsed.success) return ok(parsed.data);
  const message = 'There is no whole backup here: backup.json, which is written last, is missing or damaged.';
  return err({ code: 'noBackup' as const, message });
}

function blobNameOf({ name }: z.infer<typeof fileSchema>): string {
  return name.replace(BLOBS, '');
}

function damaged(name: string): Result<never, RestoreError> {
  const message = `${name} is missing from the backup, or not as it was written. Nothing was restored.`;
  return err({ code: 'damaged', message });
}

function changed(name: string): Result<never, RestoreError> {
  const message = `${name} was changed while it was being restored. Put the backup right, and run the same again.`;
  return err({ code: 'damaged', message });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function summaryOf({ at, entries, state, blobs }: z.infer<typeof manifestSchema>): BackupSummary {
  return {
    at,
    entries,
    blobs: blobs.length,
    bytes: [state, ...blobs].reduce((sum, file) => sum + file.bytes, 0),
  };
}
