// The practice county, whole: its files through the real command, its release through the reader that voters
// have, and every practice address with the answer it must get.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRACTICE_SUFFIX, type PracticeAddress, practiceAddresses } from '@/data/sandbox/addresses';
import { SANDBOX_ZIP_COUNTIES, sandboxElectionDate, sandboxSources } from '@/data/sandbox/sandbox';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { OpenRelease } from '@/lib/release/reader';
import { openReleaseAt } from '@/scripts/commands/open-release';
import { runLevee } from './run-levee';

const NOW = new Date('2026-11-22T12:00:00Z');
let directory = '';
let release: OpenRelease;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'levee-sandbox-'));
  const made = await runLevee([
    'compile',
    '--sandbox',
    '--out',
    directory,
    '--now',
    NOW.toISOString(),
    '--strict',
  ]);
  // The county's file contradicts itself on purpose, and --strict says so.
  expect(made.code).toBe(1);
  const opened = await openReleaseAt(directory, process.env, NOW);
  if (!opened.ok) throw new Error(opened.error.message);
  release = opened.value;
}, 60_000);
afterAll(() => rm(directory, { recursive: true }));

/** What an outcome must share with the list: kind, places, reason, and the questions that come first. */
function told(outcome: LookupOutcome) {
  const places =
    outcome.kind === 'choose'
      ? outcome.candidates.flatMap(({ pollingLocations }) => pollingLocations)
      : outcome.pollingLocations;
  return {
    kind: outcome.kind,
    places: [...new Set(places.map(({ name }) => name))].sort(),
    reason: 'reason' in outcome ? outcome.reason : undefined,
    didYouMean: outcome.kind === 'choose' && outcome.didYouMean,
    confirm: outcome.confirmLocality !== null,
  };
}

function expected(practice: PracticeAddress) {
  return {
    kind: practice.expectKind,
    places: practice.expectPlaceNames.map((name) => name + PRACTICE_SUFFIX).sort(),
    reason: practice.expectReason,
    didYouMean: practice.expectDidYouMean ?? false,
    confirm: practice.expectConfirm ?? false,
  };
}

describe('the practice addresses', () => {
  it.each(practiceAddresses.map((practice) => [practice.id, practice.note, practice] as const))(
    '%s: %s',
    async (_id, _note, practice) => {
      expect(told(await release.answer(practice.address, NOW))).toEqual(expected(practice));
    },
  );

  it('have one for every outcome but the one that is our own fault', () => {
    const kinds = new Set(practiceAddresses.map(({ expectKind }) => expectKind));
    const all = 'found anyPlace byMail noElection choose conflict missing notCovered unreadable';
    expect([...kinds].sort()).toEqual(all.split(' ').sort());
  });

  it('have one for every reason', () => {
    const reasons = new Set(practiceAddresses.flatMap(({ expectReason }) => expectReason ?? []));
    const missing = 'streetUnknown numberUnknown zipUnknown streetsNotLoaded';
    const unreadable = 'empty noHouseNumber noStreet noZipOrTown poBox ruralRoute tooLong';
    expect([...reasons].sort()).toEqual(`${missing} ${unreadable}`.split(' ').sort());
  });

  it('have ids of their own', () => {
    const ids = practiceAddresses.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('name the later election where the nearest one does not include the address', async () => {
    const practice = practiceAddresses.find(({ id }) => id === 'next-election');
    const { election } = await release.answer(practice?.address ?? '', NOW);
    expect(election).toMatchObject({ name: 'Practice Special Election', date: '2027-12-07' });
  });

  it('label the places of parties', async () => {
    const party = practiceAddresses.find(({ id }) => id === 'party-places');
    const outcome = await release.answer(party?.address ?? '', NOW);
    expect(outcome.pollingLocations.map((place) => place.party).sort()).toEqual([
      'Blue Party',
      'Green Party',
    ]);
  });
});

describe('the practice county', () => {
  const sources = sandboxSources(NOW);
  const tables = sources.flatMap(({ officeId, files }) =>
    files.map(({ name, bytes }) => ({ officeId, name, text: new TextDecoder().decode(bytes) })),
  );
  const rows = (table: string) =>
    tables
      .filter(({ name }) => name === `${table}.csv`)
      .flatMap(
        ({ text }) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data,
      );

  it('is answered for by offices that say sandbox', () => {
    expect(sources.every(({ officeId }) => officeId.startsWith('sandbox-'))).toBe(true);
  });

  it('says practice in the name of every place', () => {
    expect(rows('polling_location').filter(({ name }) => !name?.endsWith(PRACTICE_SUFFIX))).toEqual([]);
  });

  it('says practice in the names of its offices, its state and its election', () => {
    const names = ['contact_information', 'state', 'election'].flatMap((table) =>
      rows(table).map(({ name }) => name),
    );
    expect(names.filter((name) => !/practice/i.test(name ?? ''))).toEqual([]);
  });

  it('keeps to ZIPs that the postal service does not assign', async () => {
    const zips = [
      ...rows('street_segment').map(({ zip }) => zip),
      ...rows('polling_location').map(({ structured_zip: zip }) => zip),
      ...(await readFile(SANDBOX_ZIP_COUNTIES, 'utf8'))
        .split('\n')
        .slice(1, -1)
        .map((line) => line.slice(0, 5)),
    ];
    expect(zips.filter((zip) => !/^000\d\d$/.test(zip ?? ''))).toEqual([]);
  });

  it('keeps to phone numbers that are reserved for fiction', () => {
    const phones = rows('contact_information').map(({ phone }) => phone ?? '');
    expect(phones.filter((phone) => !/^555-01\d\d$/.test(phone))).toEqual([]);
  });

  it('has about 40 precincts and 25 places, all of them on the map', () => {
    expect(rows('precinct').length).toBeGreaterThanOrEqual(40);
    expect(rows('polling_location').length).toBeGreaterThanOrEqual(25);
    expect(rows('polling_location').filter(({ latitude }) => !/^2[56]\./.test(latitude ?? ''))).toEqual([]);
  });
});

describe('the practice election', () => {
  it.each([
    ['2026-01-01T00:00:00Z', '2026-11-03'],
    ['2026-10-20T00:00:00Z', '2026-11-03'],
    ['2026-10-21T00:00:00Z', '2027-11-02'],
    ['2026-11-22T12:00:00Z', '2027-11-02'],
    ['2027-12-31T23:59:59Z', '2028-11-07'],
    ['2032-06-01T00:00:00Z', '2032-11-02'],
  ])('seen from %s is on %s', (now, date) => {
    expect(sandboxElectionDate(new Date(now))).toBe(date);
  });

  it('takes every date of the files along', () => {
    for (const { files } of sandboxSources(NOW)) {
      const text = files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('');
      expect(text).not.toContain('2028-1');
      expect(text).toMatch(/2027-(11-02|12-07)/);
    }
  });
});
