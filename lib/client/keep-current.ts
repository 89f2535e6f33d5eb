// Owns keeping what is on the device in step with the newest release: what was kept of the last one is fetched anew
// where it changed, then what no longer belongs to anything is swept away. Never more than a bound, but for counties
// that were saved. It must not know addresses, nor keep what it has not verified.

import { err, ok, type Result } from '@/lib/core/result';
import type { Pointer, Sha256Hex } from '@/lib/release/format';
import { objectReader } from '@/lib/release/verified-objects';
import { countyNames, type ReleaseFiles, releaseFiles, wholeZips } from './county-files';
import { fetchToDevice, type KeepError } from './fetch-to-device';
import type { KeptRecords } from './kept-records';
import { isSame, type SavedCounty, type SavePorts, savedCounties } from './saved-counties';

/** ZIPs looked up and not saved: about 60 KB each on the device, 12 KB on the way. */
const MAX_VISITED_SHARDS = 60;

/** Brings the device's copy up to a release that is open. Nothing is swept unless all that was kept before is there
 *  in its new form; else the next visit tries again. `noRoom` and `unreachable` are no fault of the page. */
export async function keepCurrent(
  ports: SavePorts,
  pointer: Pick<Pointer, 'root' | 'issuedAt'>,
  maxVisitedShards = MAX_VISITED_SHARDS,
): Promise<Result<void, KeepError>> {
  const { device, records, fetchObject } = ports;
  const counties = await savedCounties(records);
  const kept = new Set(await device.objectNames());
  const before = await oldFiles(ports, kept);
  const zip3s = new Set(before?.zips.map(({ zip }) => zip.slice(0, 3)));
  const files = await releaseFiles(
    ports.objects,
    pointer.root,
    (zip3, name) => counties.length > 0 || zip3s.has(zip3) || kept.has(name),
  );
  if (!files.ok) return err({ code: 'unreachable' });
  const saved = new Set(counties.flatMap((county) => countyNames(files.value, county)));
  const isNewRelease = before !== null && before.rootName !== pointer.root;
  const wanted = [...saved, ...(isNewRelease ? carriedOver(before, files.value, kept) : [])];
  const missing = wanted.filter((name) => !kept.has(name));
  const fetched = await fetchToDevice(fetchObject, device, missing);
  if (!fetched.ok) return fetched;
  const names = await device.objectNames();
  await device.removeObjects(superfluous(names, files.value, saved, maxVisitedShards));
  await noteCurrent(records, files.value, pointer);
  return ok(undefined);
}

/** What the device had of the release that it was last brought up to; null where there is no such note. Read from
 *  the device alone: that release may be gone everywhere else. */
async function oldFiles(
  { device, records }: SavePorts,
  kept: ReadonlySet<Sha256Hex>,
): Promise<ReleaseFiles | null> {
  const note = (await records.read('current')) as { readonly root?: unknown } | null;
  if (typeof note?.root !== 'string' || !kept.has(note.root)) return null;
  const files = await releaseFiles(objectReader(device.source), note.root, (_, name) => kept.has(name));
  return files.ok ? files.value : null;
}

/** The new files of every ZIP that could be answered before, and of the towns if they were there. */
function carriedOver(
  before: ReleaseFiles,
  now: ReleaseFiles,
  kept: ReadonlySet<Sha256Hex>,
): readonly Sha256Hex[] {
  const answered = new Set(wholeZips(before, kept).map(({ zip }) => zip));
  const again = now.zips.filter(({ zip }) => answered.has(zip));
  return [
    ...new Set([
      now.rootName,
      ...(kept.has(before.root.towns) ? [now.root.towns] : []),
      ...again.flatMap(({ page, shards, offices }) => [page, ...shards, ...offices]),
    ]),
  ];
}

/** Objects that the release does not link any more, and shards beyond the bound, the longest unused first. */
function superfluous(
  names: readonly Sha256Hex[],
  files: ReleaseFiles,
  saved: ReadonlySet<Sha256Hex>,
  maxVisitedShards: number,
): readonly Sha256Hex[] {
  const shards = new Set(files.zips.flatMap((zip) => zip.shards));
  const linked = new Set([
    files.rootName,
    files.root.towns,
    ...files.pages.map(({ name }) => name),
    ...shards,
    ...files.zips.flatMap(({ offices }) => offices),
    ...files.root.localities.flatMap(({ object }) => object ?? []),
  ]);
  const visited = names.filter((name) => shards.has(name) && !saved.has(name));
  const beyond = new Set(visited.slice(0, Math.max(0, visited.length - maxVisitedShards)));
  return names.filter((name) => !saved.has(name) && (!linked.has(name) || beyond.has(name)));
}

/** Read again, for the voter may have saved or removed a county meanwhile. One that the list has no more keeps its day. */
async function noteCurrent(
  records: KeptRecords,
  { root }: ReleaseFiles,
  pointer: Pick<Pointer, 'root' | 'issuedAt'>,
): Promise<void> {
  await records.write('current', { root: pointer.root });
  const counties = await savedCounties(records);
  if (counties.length === 0) return;
  const isListed = (county: SavedCounty) => root.localities.some((each) => isSame(each, county));
  await records.write(
    'counties',
    counties.map((county) => (isListed(county) ? { ...county, asOf: pointer.issuedAt } : county)),
  );
}
