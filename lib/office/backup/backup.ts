// Owns taking a backup and putting one back, over the port of a place that keeps it. Knows no disk.

import { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';
import { sha256Hex } from '@/lib/release/bytes';
import { commitAudited } from '../audit/commit-audited';
import { systemActor } from '../audit/entry';
import type { OfficePorts } from '../ports/office-ports';
import { firstPart, rebuiltBlobs, snapshot } from './snapshot';

/** Where a backup lies: a folder. `write` puts a file in place whole. */
export interface BackupPlace {
  readonly read: (name: string) => Promise<Uint8Array | null>;
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>;
}

const fileSchema = z.object({ name: z.string(), sha256: z.string(), bytes: z.number() });

/** `backup.json`, written last: without it, there is no backup. */
const manifestSchema = z.object({
  format: z.literal(1),
  at: z.string(),
  entries: z.number(),
  state: fileSchema,
  blobs: z.array(fileSchema),
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

/** Put a backup into empty stores, once every file of it has been found to be as it was written. */
export async function restore(
  ports: OfficePorts,
  place: BackupPlace,
): Promise<Result<BackupSummary, RestoreError>> {
  const manifest = await readManifest(place);
  if (!manifest.ok) return manifest;
  const [any] = await ports.state.list({ prefix: '', limit: 1 });
  if (any !== undefined) {
    const message =
      'The store holds something already. Restore into an empty one: name a new LEVEE_STORE_DIR.';
    return err({ code: 'notEmpty', message });
  }
  for (const file of [manifest.value.state, ...manifest.value.blobs]) {
    if ((await intact(place, file)) !== null) continue;
    const message = `${file.name} is missing from the backup, or not as it was written. Nothing was restored.`;
    return err({ code: 'damaged', message });
  }
  for (const file of manifest.value.blobs) {
    const bytes = await intact(place, file);
    if (bytes !== null) await ports.blobs.put(file.name.slice('blobs/'.length), bytes);
  }
  await putState(ports, (await intact(place, manifest.value.state)) ?? new Uint8Array());
  const details = { takenAt: manifest.value.at };
  const event = {
    action: 'backup.restored',
    actor: commandLine,
    officeId: null,
    subject: null,
    details,
  } as const;
  await commitAudited(ports, { checks: [], writes: [], events: [event] });
  return ok(summaryOf(manifest.value));
}

const commandLine = systemActor('command line');
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const lineSchema = z.object({ key: z.string(), value: z.string() });

async function putState({ state, newId }: OfficePorts, bytes: Uint8Array): Promise<void> {
  const writes = decoder
    .decode(bytes)
    .split('\n')
    .flatMap((line) => (line === '' ? [] : lineSchema.parse(JSON.parse(line))));
  for (let at = 0; at < writes.length; at += WRITTEN_AT_ONCE) {
    await state.commit({ id: newId(), checks: [], writes: writes.slice(at, at + WRITTEN_AT_ONCE) });
  }
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
