// Reading a release from end to end: bytes in, answers out; bytes that are wrong or missing never answer.

import { beforeAll, describe, expect, it } from 'vitest';
import type { Notice } from '@/lib/core/lookup/outcome';
import { err, ok } from '@/lib/core/result';
import type { Dataset } from '@/lib/core/vip';
import { toBase64Url } from './bytes';
import { compile } from './compile';
import { KEY_ALGORITHM, keyIdOf } from './keys';
import {
  exampleCounty,
  sampleCounty,
  segment,
  VECTOR_EXPIRES,
  VECTOR_LINE,
  VECTOR_NOW,
  VECTOR_SEQUENCE,
  vectorReference,
} from './offices.fixture';
import { openRelease } from './reader';
import { type SigningKey, signPointer } from './sign';
import type { ReleaseSource } from './verified-objects';
import type { Trust } from './verify-pointer';

type Fault = 'unreachable' | 'altered' | 'cut' | 'foreign';

/** A source over memory that can be broken by kind of object, and remembers what it was asked for. */
class MemorySource implements ReleaseSource {
  readonly faults = new Map<string, Fault>();
  asked: string[] = [];
  readonly #objects: ReadonlyMap<string, Uint8Array>;
  readonly #pointer: Uint8Array;

  constructor(objects: ReadonlyMap<string, Uint8Array>, pointer: Uint8Array) {
    this.#objects = objects;
    this.#pointer = pointer;
  }

  async pointer() {
    return ok(this.#pointer);
  }

  async object(name: string) {
    this.asked.push(name);
    const bytes = this.#objects.get(name);
    if (bytes === undefined) return err({ code: 'notFound' as const, message: name });
    switch (this.faults.get(kindOf(bytes))) {
      case 'unreachable':
        return err({ code: 'unreachable' as const, message: name });
      case 'altered':
        return ok(Uint8Array.from(bytes, (byte, index) => (index === 40 ? byte ^ 1 : byte)));
      case 'cut':
        return ok(bytes.slice(0, -1));
      case 'foreign':
        return ok(new TextEncoder().encode('<html>502 Bad Gateway</html>'));
      default:
        return ok(bytes);
    }
  }
}

function kindOf(bytes: Uint8Array): string {
  return JSON.parse(new TextDecoder().decode(bytes)).kind;
}

let key: SigningKey;
let objects: ReadonlyMap<string, Uint8Array>;
let pointer: Uint8Array;
let trust: Trust;

async function signed(datasets: readonly Dataset[], notices: readonly Notice[] = []) {
  const compiled = await compile({
    languages: [],
    origin: null,
    datasets,
    notices,
    reference: vectorReference,
    releaseLine: VECTOR_LINE,
    sequence: VECTOR_SEQUENCE,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  return { objects: compiled.value.objects, pointer: await signPointer(compiled.value.pointer, key) };
}

async function opened(datasets: readonly Dataset[], notices: readonly Notice[] = []) {
  const made = await signed(datasets, notices);
  const release = await openRelease(new MemorySource(made.objects, made.pointer), trust, VECTOR_NOW);
  if (!release.ok) throw new Error(release.error.message);
  return release.value;
}

const manyStreets = Array.from({ length: 12_000 }, (_, index) =>
  segment({
    id: `m${index}`,
    precinctId: 'p1',
    zip: '00013',
    streetName: `ROAD ${(index * 7919) % 6007} ${index % 13}`,
    startHouseNumber: (index * 104_729) % 90_000,
    endHouseNumber: ((index * 104_729) % 90_000) + 98,
  }),
);

beforeAll(async () => {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  key = { id: await keyIdOf(raw), privateKey: pair.privateKey };
  const county = { ...exampleCounty, streetSegments: [...exampleCounty.streetSegments, ...manyStreets] };
  ({ objects, pointer } = await signed([county, sampleCounty]));
  trust = { publicKeys: [toBase64Url(raw)], revokedKeyIds: [], highestSequences: {} };
});

async function open() {
  const source = new MemorySource(objects, pointer);
  const release = await openRelease(source, trust, VECTOR_NOW);
  if (!release.ok) throw new Error(JSON.stringify(release.error));
  source.asked = [];
  return { source, release: release.value };
}

const ADDRESS = '5 Main St, Exampleton 00011';

describe('a ZIP that was typed against a town that was typed', () => {
  const main = (id: string, zip: string, city: string, precinctId: string) =>
    segment({ id, zip, city, precinctId });
  const example = {
    ...exampleCounty,
    streetSegments: [
      ...exampleCounty.streetSegments,
      main('e1', '00021', '', 'p1'),
      main('e2', '00013', 'OLDTOWN', 'p1'),
    ],
  };
  const sample = {
    ...sampleCounty,
    streetSegments: [...sampleCounty.streetSegments, main('t2', '00012', 'SAMPLEVILLE', 'q1')],
  };

  it.each([
    ['5 Main St, Sampleville, 00012', 'found', ['hall']],
    // The town has it in another ZIP, and it leads elsewhere: one of the two is a slip.
    ['5 Main St, Sampleville, 00011', 'choose', ['EXAMPLETON 00011 school', 'SAMPLEVILLE 00012 hall']],
    ['5 Main St, Exampleton, 00012', 'choose', ['SAMPLEVILLE 00012 hall', 'EXAMPLETON 00011 school']],
    ['5 Main St, Sampleville, 00021', 'choose', ['SAMPLEVILLE 00021 school', 'SAMPLEVILLE 00012 hall']],
    // It leads to the same place.
    ['5 Main St, Oldtown, 00011', 'found', ['school']],
    // The town has no such address.
    ['105 S Lake St, Sampleville, 00011', 'found', ['school']],
    // Nobody knows the town.
    ['5 Main St, Nowhere, 00011', 'found', ['school']],
    ['5 Main St, 00011', 'found', ['school']],
  ])('%s -> %s %j', async (text, kind, wanted) => {
    const outcome = await (await opened([example, sample])).answer(text, VECTOR_NOW);
    const places =
      outcome.kind === 'choose'
        ? outcome.candidates.map(
            (one) => `${one.city} ${one.zip} ${one.pollingLocations.map(({ id }) => id)}`,
          )
        : outcome.pollingLocations.map(({ id }) => id);
    expect([outcome.kind, places]).toEqual([kind, wanted]);
  });

  it('is not decided while the towns cannot be had', async () => {
    const made = await signed([example, sample]);
    const source = new MemorySource(made.objects, made.pointer);
    source.faults.set('towns', 'unreachable');
    const release = await openRelease(source, trust, VECTOR_NOW);
    if (!release.ok) throw new Error(release.error.message);
    const ask = (text: string) => release.value.answer(text, VECTOR_NOW);
    expect(await ask('5 Main St, Sampleville, 00011')).toMatchObject({ kind: 'cannotCheck' });
    expect(await ask('5 Main St, Exampleton, 00011')).toMatchObject({ kind: 'found' });
  });
});

describe('answer', () => {
  it.each([
    [ADDRESS, 'found', ['school']],
    ['4 Main St, Exampleton 00011', 'found', ['library']],
    ['12 S Lake Street 00011', 'found', ['school']],
    ['3 Mail Rd, 00012', 'byMail', ['library']],
    ['5 Hill St, Sampleville 00012', 'found', ['hall']],
    ['5 Nowhere St, Exampleton 00011', 'missing streetUnknown', []],
    ['5 Main St 00022', 'notCovered', []],
    ['5 Main St 00300', 'notCovered', []],
    ['5 Main St 99999', 'missing zipUnknown', []],
    ['5 Hill St, Sampleville', 'found', ['hall']],
    ['5 Hill St, Sampleville, Ohio', 'unreadable noZipOrTown', []],
    ['5 Hill St, Sampleville OH', 'unreadable noZipOrTown', []],
    ['5 Main St', 'unreadable noZipOrTown', []],
    ['PO Box 7, Exampleton 00011', 'unreadable poBox', []],
  ])('%s: %s', async (text, expected, places) => {
    const { release } = await open();
    const outcome = await release.answer(text, VECTOR_NOW);
    const reason = 'reason' in outcome ? ` ${outcome.reason}` : '';
    expect([outcome.kind + reason, outcome.pollingLocations.map(({ id }) => id)]).toEqual([expected, places]);
    expect([outcome.sequence, outcome.asOf]).toEqual([VECTOR_SEQUENCE, '2030-11-05T12:00:00Z']);
  });

  it('gives the phone of the office where the ZIP is all that could be read', async () => {
    const { release } = await open();
    const phones = async (text: string) =>
      (await release.answer(text, VECTOR_NOW)).offices.map(({ phone }) => phone);
    expect(await phones('PO Box 7, Exampleton 00011')).toEqual(['555-0100']);
    expect(await phones('PO Box 7, Sampleville 00012')).toEqual(['555-0100', '555-0200']);
    expect(await phones('PO Box 7')).toEqual(['555-0100', '555-0200']);
  });

  it('says who covers a ZIP that lies elsewhere', async () => {
    const { release } = await open();
    const [county, state] = await Promise.all(
      ['5 Main St 00022', '5 Main St 00301'].map((text) => release.answer(text, VECTOR_NOW)),
    );
    expect(county).toMatchObject({
      kind: 'notCovered',
      covers: expect.arrayContaining([expect.any(String)]),
      coveredBy: { county: 'Other', state: 'XX' },
    });
    expect(state).toMatchObject({ kind: 'notCovered', coveredBy: { county: null, state: 'YY' } });
  });

  it('searches every part of a ZIP that was split', async () => {
    const { release, source } = await open();
    const shards = async () => {
      await release.prefetchZip('00013');
      return source.asked.filter((name) => kindOf(objects.get(name)!) === 'shard').length;
    };
    expect(await shards()).toBeGreaterThan(1);
    for (const row of [manyStreets[0]!, manyStreets[1]!, manyStreets[5_000]!]) {
      const text = `${row.startHouseNumber} ${row.streetName} St, Exampleton 00013`;
      const outcome = await release.answer(text, VECTOR_NOW);
      expect([text, outcome.kind, outcome.pollingLocations.map(({ id }) => id)]).toEqual([
        text,
        'found',
        ['school'],
      ]);
    }
  });
});

describe('an office that has published places but no streets', () => {
  const streetless = { ...exampleCounty, streetSegments: [] };

  it('is whom to call, alone in its ZIP', async () => {
    const outcome = await (await opened([streetless])).answer(ADDRESS, VECTOR_NOW);
    expect(outcome).toMatchObject({
      kind: 'missing',
      reason: 'streetsNotLoaded',
      offices: [{ id: 'xx-example', phone: '555-0100' }],
    });
  });

  it('keeps an unknown street of a shared ZIP from being called unknown to everyone', async () => {
    const rows = sampleCounty.streetSegments.map((row) => ({ ...row, zip: '00011' }));
    const release = await opened([streetless, { ...sampleCounty, streetSegments: rows }]);
    const outcome = await release.answer('5 Nowhere Blvd, Exampleton 00011', VECTOR_NOW);
    expect(outcome).toMatchObject({ kind: 'missing', reason: 'streetsNotLoaded' });
  });
});

describe('a late change', () => {
  it('comes with the pointer and stands in the answer of its place', async () => {
    const notice: Notice = {
      id: 'n1',
      officeId: 'xx-example',
      kind: 'callFirst',
      pollingLocationIds: ['school'],
      from: '2030-11-05T00:00:00Z',
      until: '2030-11-06T00:00:00Z',
      text: { en: 'Call before you go.' },
      newPlace: null,
    };
    const others = { ...notice, id: 'n2', pollingLocationIds: ['other'] };
    const release = await opened([exampleCounty], [others, notice]);
    expect(release.pointer.notices.map(({ id }) => id)).toEqual(['n1', 'n2']);
    expect((await release.answer(ADDRESS, VECTOR_NOW)).notices.map(({ id }) => id)).toEqual(['n1']);
  });
});

describe('bytes that are missing or wrong', () => {
  const reasons: Readonly<Record<Fault, string>> = {
    unreachable: 'unreachable',
    altered: 'notVerified',
    cut: 'notVerified',
    foreign: 'notVerified',
  };
  const table = (['zip3', 'shard'] as const).flatMap((kind) =>
    (Object.keys(reasons) as Fault[]).map((fault) => [kind, fault] as const),
  );

  it.each(table)('a %s that is %s gives cannotCheck with the offices', async (kind, fault) => {
    const { source, release } = await open();
    source.faults.set(kind, fault);
    const outcome = await release.answer(ADDRESS, VECTOR_NOW);
    expect(outcome).toMatchObject({ kind: 'cannotCheck', reason: reasons[fault], pollingLocations: [] });
    expect(outcome.offices).toContainEqual({
      id: 'xx-example',
      name: 'Example County Clerk',
      phone: '555-0100',
    });
  });

  it.each(Object.keys(reasons) as Fault[])('a town index that is %s gives cannotCheck', async (fault) => {
    const { source, release } = await open();
    source.faults.set('towns', fault);
    const outcome = await release.answer('5 Hill St, Sampleville', VECTOR_NOW);
    expect(outcome).toMatchObject({ kind: 'cannotCheck', reason: reasons[fault] });
  });

  it('one broken part of a split ZIP is enough for cannotCheck', async () => {
    const { source, release } = await open();
    await release.prefetchZip('00013');
    const [part] = source.asked.filter((name) => kindOf(objects.get(name)!) === 'shard');
    const without = new Map([...objects].filter(([name]) => name !== part));
    const cut = await openRelease(new MemorySource(without, pointer), trust, VECTOR_NOW);
    const outcome = cut.ok ? await cut.value.answer('5 Any St, Exampleton 00013', VECTOR_NOW) : null;
    expect(outcome).toMatchObject({ kind: 'cannotCheck', reason: 'unreachable' });
  });

  it('are asked for again, and answer as soon as they are right', async () => {
    const { source, release } = await open();
    source.faults.set('shard', 'unreachable');
    expect((await release.answer(ADDRESS, VECTOR_NOW)).kind).toBe('cannotCheck');
    source.faults.clear();
    expect((await release.answer(ADDRESS, VECTOR_NOW)).kind).toBe('found');
  });

  it('a pointer that cannot be had does not open', async () => {
    const source = new MemorySource(objects, pointer);
    const silent: ReleaseSource = {
      pointer: async () => err({ code: 'unreachable', message: 'no answer' }),
      object: (name) => source.object(name),
    };
    expect(await openRelease(silent, trust, VECTOR_NOW)).toMatchObject({
      ok: false,
      error: { code: 'unreachable', detail: 'unreachable', file: '/v1/current.json' },
    });
  });

  it('an object above the limit is refused unread', async () => {
    const source: ReleaseSource = {
      pointer: async () => ok(pointer),
      object: async () => ok(new Uint8Array(4_194_305)),
    };
    expect(await openRelease(source, trust, VECTOR_NOW)).toMatchObject({
      ok: false,
      error: { code: 'notVerified', detail: 'tooLarge' },
    });
  });

  it.each(Object.keys(reasons) as Fault[])('a root that is %s does not open', async (fault) => {
    const source = new MemorySource(objects, pointer);
    source.faults.set('root', fault);
    const release = await openRelease(source, trust, VECTOR_NOW);
    expect(release).toMatchObject({ ok: false, error: { code: reasons[fault] } });
  });
});

describe('requests', () => {
  it('are names of objects, and hold nothing of the address', async () => {
    const { source, release } = await open();
    await release.answer(ADDRESS, VECTOR_NOW);
    await release.answer('5 Hill St, Sampleville', VECTOR_NOW);
    expect(source.asked.length).toBeGreaterThan(0);
    for (const name of source.asked) expect(name).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are none where the ZIP was fetched ahead', async () => {
    const { source, release } = await open();
    await release.prefetchZip('00011');
    source.asked = [];
    expect((await release.answer(ADDRESS, VECTOR_NOW)).kind).toBe('found');
    expect(source.asked).toEqual([]);
  });

  it('are one less for what was fetched ahead while typing', async () => {
    const { source, release } = await open();
    await release.prefetchZip3('000');
    await release.prefetchTowns();
    const before = source.asked.map((name) => kindOf(objects.get(name)!)).sort();
    expect(before).toEqual(['towns', 'zip3']);
    await release.answer('5 Hill St, Sampleville', VECTOR_NOW);
    expect(source.asked.slice(before.length).map((name) => kindOf(objects.get(name)!))).toEqual(['shard']);
  });

  it.each([ADDRESS, '5 Hill St, Sampleville'])('take two rounds at most: %s', async (text) => {
    const source = new MemorySource(objects, pointer);
    let rounds = 0;
    let waiting: (() => void)[] = [];
    const slow: ReleaseSource = {
      pointer: () => source.pointer(),
      object: async (name) => {
        // Everything asked for in one round is let go together, when nothing more is asked for.
        await new Promise<void>((resolve) => {
          if (waiting.push(resolve) === 1) {
            rounds += 1;
            setTimeout(() => {
              const all = waiting;
              waiting = [];
              for (const go of all) go();
            }, 20);
          }
        });
        return source.object(name);
      },
    };
    const release = await openRelease(slow, trust, VECTOR_NOW);
    rounds = 0;
    expect(release.ok && (await release.value.answer(text, VECTOR_NOW)).kind).toBe('found');
    expect(rounds).toBeLessThanOrEqual(2);
  });
});

describe('what a page asks for beside the answer', () => {
  it("is the ZIP's streets, the towns, and what its offices say of themselves", async () => {
    const { release } = await open();
    expect(await release.streetsOf('00011')).toEqual(
      ok([
        { street: 'LAKE ST S', city: 'EXAMPLETON' },
        { street: 'MAIN ST', city: 'EXAMPLETON' },
        { street: 'OAK AVE', city: 'EXAMPLETON' },
      ]),
    );
    expect(await release.streetsOf('00022')).toEqual(ok([]));
    const towns = await release.towns();
    expect(towns.ok && towns.value.map(({ name, zips }) => [name, zips])).toEqual([
      ['Exampleton', ['00011', '00012', '00013', '00021']],
      ['Otherton', ['00021']],
      ['Sampleville', ['00012']],
    ]);
    const localities = await release.localitiesOf('00012');
    expect(localities.ok && localities.value.map(({ office }) => office.whatToBring)).toEqual([
      'A photo ID.',
      'A photo ID.',
    ]);
  });
});
