// The shape of every kind of answer, as other programs rely on it (docs/cli.md): each field is there, of its type, in each kind.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { practiceAddresses } from '@/data/sandbox/addresses';
import { runLevee } from '../run-levee';
import { NOW, SLOW_MS, sandboxRelease, workFolder } from './cli-work.fixture';

let [work, release] = ['', ''];

beforeAll(async () => {
  work = await workFolder();
  release = await sandboxRelease(work);
}, SLOW_MS);
afterAll(() => rm(work, { recursive: true, force: true }));

const text = z.string().min(1);
const place = z.object({
  id: text,
  name: text,
  line1: text,
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  latLng: z.tuple([z.number(), z.number()]).nullable(),
  party: text.optional(),
});
const some = z.array(place).min(1);
const none = z.array(place).length(0);
const election = z.object({ name: text, date: z.iso.date(), over: z.boolean() });
const common = {
  understood: z.object({
    houseNumber: text.nullable(),
    street: text.nullable(),
    unit: text.nullable(),
    city: text.nullable(),
    state: text.nullable(),
    zip: z.string().length(5).nullable(),
  }),
  precincts: z.array(z.object({ id: text, name: text, number: text.nullable(), locality: text })),
  offices: z.array(z.object({ name: text, phone: text.nullable() })),
  confirmLocality: z.object({ id: text, name: text }).nullable(),
  election: election.nullable(),
  notices: z.array(z.object({ id: text })),
  asOf: z.iso.datetime().nullable(),
  sequence: z.int().nullable(),
};
const kind = <K extends string, S extends z.ZodRawShape>(name: K, pollingLocations: z.ZodType, more: S) =>
  z.object({ ...common, kind: z.literal(name), pollingLocations, ...more });
const candidate = z.object({
  street: text,
  unit: text.nullable(),
  city: z.string(),
  pollingLocations: z.array(place),
});
const outcome = z.union([
  kind('found', some, { election }),
  kind('anyPlace', some, { election }),
  kind('byMail', z.array(place), { election }),
  kind('conflict', some, { election }),
  kind('noElection', none, { nextElection: election.nullable() }),
  kind('choose', none, { didYouMean: z.boolean(), candidates: z.array(candidate).min(1) }),
  kind('missing', none, {
    reason: z.enum(['streetUnknown', 'numberUnknown', 'zipUnknown', 'streetsNotLoaded']),
    likely: some.optional(),
  }),
  kind('notCovered', none, {}),
  kind('unreadable', none, { reason: text }),
  kind('cannotCheck', none, { reason: text }),
]);

/** One line a row, each as it was printed. */
async function answers(from: string, addresses: readonly string[]): Promise<readonly unknown[]> {
  const input = Papa.unparse([['address'], ...addresses.map((address) => [address])], { quotes: true });
  const { out } = await runLevee(['lookup', '--release', from, '--now', NOW, '--batch', '-'], { input });
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

it('every kind of answer has every field, of its type', async () => {
  const asked = practiceAddresses.map(({ address }) => address);
  const [there, nowhere] = await Promise.all([
    answers(release, asked),
    answers(join(work, 'nowhere'), asked.slice(0, 1)),
  ]);
  expect(there).toHaveLength(asked.length);
  const kinds = new Set<string>();
  for (const answer of [...there, ...nowhere]) {
    const read = outcome.safeParse(answer);
    expect(read.success ? null : { answer, issues: read.error.issues }).toBeNull();
    kinds.add(read.data?.kind ?? '');
  }
  expect(kinds.size).toBe(outcome.options.length);
});
