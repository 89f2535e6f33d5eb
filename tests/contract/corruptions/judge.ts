// Owns the judgement over spoilt files: what was found in them and where, what the approver is told, and what voters would be
// told. Reads, compares and compiles as the desk does.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { ok } from '@/lib/core/result';
import type { Dataset, StreetSegment } from '@/lib/core/vip';
import type { SourceFile } from '@/lib/ingest/files/source-file';
import type { Problem } from '@/lib/ingest/problems/problem';
import { readUpload } from '@/lib/ingest/read-upload';
import { type ChangeCause, changeCauses } from '@/lib/office/compare/change-causes';
import { compareDatasets } from '@/lib/office/compare/compare-datasets';
import type { Difference } from '@/lib/office/compare/difference';
import { compile } from '@/lib/release/compile';
import { type OpenRelease, openVerified } from '@/lib/release/reader';
import { objectReader } from '@/lib/release/verified-objects';
import { zipTable } from '@/lib/release/zip-table';
import type { GoodFeed } from './good-feeds';

/** No ZIP of the country: what is asked here are the feeds' own addresses, and the whole table takes half a second to compile. */
const reference = zipTable([], []);

/** What the desk has of an upload. `difference` is null where nothing of it could be read. */
export interface Seen {
  readonly problems: readonly Problem[];
  readonly dataset: Dataset | null;
  readonly difference: Difference | null;
  readonly causes: readonly ChangeCause[];
}

/** Reads an upload of the feed's own office, and compares it with the feed as if that were live. */
export async function see(feed: GoodFeed, files: readonly SourceFile[]): Promise<Seen> {
  const { officeId, state } = feed.dataset;
  const read = await readUpload(files, { officeId, officeState: state.abbreviation, live: feed.dataset });
  const { problems, dataset, counts } = read;
  if (dataset === null) return { problems, dataset, difference: null, causes: [] };
  const difference = compareDatasets(feed.dataset, dataset, { live: 0, draft: counts.conflicts });
  const causes = changeCauses({
    difference,
    today: dayBefore(feed.dataset).toISOString().slice(0, 10),
    dataset: JSON.stringify(dataset),
    earlier: new Map([[JSON.stringify(feed.dataset), 'the list that is live']]),
    lostFixes: [],
  });
  return { problems, dataset, difference, causes };
}

/** Noon of the day before the election, when nobody is told that it is over. */
export function dayBefore({ election }: Dataset): Date {
  return new Date(Date.parse(`${election.date}T12:00:00Z`) - 86_400_000);
}

/** A reader of one dataset alone, as a voter has it. */
export async function open(dataset: Dataset): Promise<OpenRelease> {
  const now = dayBefore(dataset);
  const made = await compile({
    datasets: [dataset],
    notices: [],
    reference,
    releaseLine: 'tests',
    sequence: 1,
    now,
    expiresAt: now,
    languages: [],
    origin: null,
    withSizes: false,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { objects, pointer } = made.value;
  const object = async (name: string) => ok(objects.get(name) ?? new Uint8Array());
  const opened = await openVerified({ pointer, keyId: '', revokedKeyIds: [] }, objectReader({ object }), now);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** An address of a row as the office writes it. */
export interface Asked {
  readonly text: string;
  readonly segment: StreetSegment;
  readonly number: number;
}

/** A number of the row's side, near the middle of it; null for rows that hold no single number of a street. */
export function addressOf(segment: StreetSegment): Asked | null {
  const { startHouseNumber: start, endHouseNumber: end, oddEvenBoth: side } = segment;
  if (segment.includesAllStreets) return null;
  const middle = segment.includesAllAddresses ? 12 : Math.floor((start + Math.min(end, start + 2000)) / 2);
  const isSide = side === 'both' || (middle % 2 === 1) === (side === 'odd');
  const number = isSide
    ? middle
    : middle + 1 <= end || segment.includesAllAddresses
      ? middle + 1
      : middle - 1;
  if (number < start) return null;
  const { houseNumberPrefix, houseNumberSuffix, streetDirection, streetName, streetSuffix } = segment;
  const street = [streetDirection, streetName, streetSuffix, segment.addressDirection].filter(Boolean);
  const [units] = segment.units;
  const unit = units === undefined ? '' : ` Apt ${units.start}`;
  const text = `${houseNumberPrefix ?? ''}${number}${houseNumberSuffix ?? ''} ${street.join(' ')}${unit}, ${segment.city}, ${segment.state} ${segment.zip}`;
  return { text, segment, number };
}

/** What a voter is told to do; null where nothing: told to call, or asked again. */
export interface Told {
  readonly kind: 'found' | 'anyPlace' | 'byMail' | 'noElection';
  /** `NAME|ADDRESS`, letters and digits only. */
  readonly places: readonly string[];
}

/** What an outcome tells. */
export function toldBy(outcome: LookupOutcome): Told | null {
  const { kind, pollingLocations } = outcome;
  if (kind !== 'found' && kind !== 'anyPlace' && kind !== 'byMail' && kind !== 'noElection') return null;
  return { kind, places: pollingLocations.map(({ name, line1 }) => `${plain(name)}|${plain(line1)}`) };
}

/** Whether two answers mean the same: each place of one has its name or its address in the other. */
export function isSame(a: Told, b: Told): boolean {
  const isIn = (place: string, others: readonly string[]) =>
    others.some((other) => {
      const [name, line1] = place.split('|');
      const [otherName, otherLine1] = other.split('|');
      return (name !== '' && name === otherName) || (line1 !== '' && line1 === otherLine1);
    });
  const covers = (some: Told, others: Told) => some.places.every((place) => isIn(place, others.places));
  return a.kind === b.kind && covers(a, b) && covers(b, a);
}

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
