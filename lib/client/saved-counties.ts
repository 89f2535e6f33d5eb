// Owns "save my county for election day": the note of which counties were saved and from when, saving one whole or
// not at all, and removing it. It must not know addresses; the files are verified where they are fetched.

import { err, ok, type Result } from '@/lib/core/result';
import type { LocalityRef, Pointer, Sha256Hex } from '@/lib/release/format';
import type { LocalityKey } from '@/lib/release/locality-objects';
import type { ObjectReader } from '@/lib/release/verified-objects';
import { countyNames, type ReleaseFiles, releaseFiles } from './county-files';
import type { DeviceCopy } from './device-copy';
import { type FetchObject, fetchToDevice, type KeepError } from './fetch-to-device';
import type { KeptRecords } from './kept-records';

/** `asOf`: when the office had last confirmed the list that is on the device (ISO 8601, UTC). */
export interface SavedCounty extends LocalityKey {
  readonly name: string;
  readonly asOf: string;
}

/** The device's storage and the release, as saving needs them. */
export interface SavePorts {
  readonly fetchObject: FetchObject;
  /** The page's own reader, which has most of the small files in hand. */
  readonly objects: Pick<ObjectReader, 'root' | 'page'>;
  readonly device: DeviceCopy;
  readonly records: KeptRecords;
}

/** What was saved; [] where there is no note, or none that can be read. */
export async function savedCounties(records: KeptRecords): Promise<readonly SavedCounty[]> {
  const value = await records.read('counties');
  return Array.isArray(value) ? value.filter(isSavedCounty) : [];
}

function isSavedCounty(value: unknown): value is SavedCounty {
  const fields = value as Partial<Record<keyof SavedCounty, unknown>> | null;
  return [fields?.officeId, fields?.id, fields?.name, fields?.asOf].every((each) => typeof each === 'string');
}

/** Keeps every file of the county; the note is written last, so that a county which is noted is whole. */
export async function saveCounty(
  ports: SavePorts,
  pointer: Pick<Pointer, 'root' | 'issuedAt'>,
  locality: Pick<LocalityRef, 'officeId' | 'id' | 'name'>,
  onProgress?: (done: number, total: number) => void,
): Promise<Result<SavedCounty, KeepError>> {
  const files = await releaseFiles(ports.objects, pointer.root, everyPage);
  if (!files.ok) return err({ code: 'unreachable' });
  const names = countyNames(files.value, locality);
  const kept = await fetchToDevice(ports.fetchObject, ports.device, names, onProgress);
  if (!kept.ok) return kept;
  if (!(await ports.device.source.pointer()).ok) return err({ code: 'noRoom' });
  const { officeId, id, name } = locality;
  const saved: SavedCounty = { officeId, id, name, asOf: pointer.issuedAt };
  const others = (await savedCounties(ports.records)).filter((each) => !isSame(each, saved));
  return (await ports.records.write('counties', [...others, saved])) ? ok(saved) : err({ code: 'noRoom' });
}

/** Takes the note away, and the county's files, but for those of another saved county. */
export async function removeCounty(ports: SavePorts, root: Sha256Hex, locality: LocalityKey): Promise<void> {
  const left = (await savedCounties(ports.records)).filter((each) => !isSame(each, locality));
  if (left.length === 0) await ports.records.remove('counties');
  else await ports.records.write('counties', left);
  const files = await releaseFiles(ports.objects, root, everyPage);
  if (files.ok) await ports.device.removeObjects(ownFiles(files.value, locality, left));
}

/** Not the root, the towns and the pages: they are small, and what was looked up without saving needs them. */
function ownFiles(
  files: ReleaseFiles,
  locality: LocalityKey,
  others: readonly LocalityKey[],
): readonly Sha256Hex[] {
  const stays = new Set([
    files.rootName,
    files.root.towns,
    ...files.pages.map(({ name }) => name),
    ...others.flatMap((other) => countyNames(files, other)),
  ]);
  return countyNames(files, locality).filter((name) => !stays.has(name));
}

const everyPage = () => true;

/** Whether two notes are of one county. */
export function isSame(a: LocalityKey, b: LocalityKey): boolean {
  return a.officeId === b.officeId && a.id === b.id;
}
