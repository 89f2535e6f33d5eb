// Owns what every state store must do, as tests that any adapter can be put through. Knows no adapter.

import { expect, it } from 'vitest';
import { commitAudited } from '@/lib/office/audit/commit-audited';
import { auditEntrySchema, entryHash, NO_ENTRY, systemActor } from '@/lib/office/audit/entry';
import { memoryBlobs } from '@/lib/office/ports/memory-ports.fixture';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import type { StateStore, Write } from '@/lib/office/ports/state-store';

export interface StateUnderTest {
  /** The same store, as another process or request would have it. */
  readonly open: () => Promise<StateStore>;
  /** Lets `ms` pass, for a store whose clock the test cannot set. */
  readonly pass: (ms: number) => Promise<void>;
  readonly now: () => Date;
}

let ids = 0;
const newId = () => `commit-${process.pid}-${++ids}`;

/** Every test uses keys of its own. */
export function stateStoreContract(subject: () => StateUnderTest): void {
  let tests = 0;
  const fresh = async () => ({ state: await subject().open(), at: `t${++tests}` });
  const put = (state: StateStore, ...writes: readonly Write[]) =>
    state.commit({ id: newId(), checks: [], writes });
  const textAt = async (state: StateStore, key: string) => (await state.read([key]))[0]?.value ?? null;

  it('gives what was written, in the order asked for, and null for what is not there', async () => {
    const { state, at } = await fresh();
    await put(state, { key: `${at}/a`, value: 'á "1"\t\n\u{1F5F3}' }, { key: `${at}/b`, value: '' });
    const read = await state.read([`${at}/b`, `${at}/none`, `${at}/a`]);
    expect(read.map((entry) => entry?.value ?? null)).toEqual(['', null, 'á "1"\t\n\u{1F5F3}']);
  });

  it('commits nothing at all where one of several checks does not hold', async () => {
    const { state, at } = await fresh();
    await put(state, { key: `${at}/a`, value: '1' });
    const [a] = await state.read([`${at}/a`]);
    const commit = {
      checks: [
        { key: `${at}/a`, version: a!.version },
        { key: `${at}/b`, version: 'another' },
      ],
      writes: [
        { key: `${at}/a`, value: '2' },
        { key: `${at}/c`, value: '3' },
      ],
    };
    expect(await state.commit({ id: newId(), ...commit })).toBe('conflict');
    expect(await state.read([`${at}/a`, `${at}/c`])).toEqual([a, null]);
  });

  it('commits two thousand keys at once, or none of them', async () => {
    const { state, at } = await fresh();
    const keys = Array.from({ length: 1_000 }, (_, index) => `${at}/${index}`);
    const checks = keys.map((key) => ({ key, version: null }));
    const writes = keys.map((key) => ({ key, value: 'x'.repeat(2_000) }));
    expect(await state.commit({ id: newId(), checks, writes })).toBe('committed');
    expect((await state.read(keys)).every((entry) => entry !== null)).toBe(true);
    const again = writes.map(({ key }) => ({ key, value: null }));
    expect(await state.commit({ id: newId(), checks, writes: again })).toBe('conflict');
    expect(await state.list({ prefix: `${at}/`, limit: 1_000 })).toHaveLength(1_000);
  });

  it('gives a value a version that never comes back, also after a removal', async () => {
    const { state, at } = await fresh();
    const seen = new Set<string>();
    for (const value of ['1', '1', null, '1']) {
      await put(state, { key: `${at}/a`, value });
      const [entry] = await state.read([`${at}/a`]);
      if (entry) seen.add(entry.version);
    }
    expect(seen.size).toBe(3);
  });

  it('counts a commit that is sent again once, and gives its first answer', async () => {
    const { state, at } = await fresh();
    const commit = {
      id: newId(),
      checks: [{ key: `${at}/a`, version: null }],
      writes: [{ key: `${at}/a`, value: '1' }],
    };
    expect(await state.commit(commit)).toBe('committed');
    expect(await state.commit(commit)).toBe('committed');
    await put(state, { key: `${at}/a`, value: '2' });
    expect(await state.commit(commit)).toBe('committed');
    expect(await textAt(state, `${at}/a`)).toBe('2');
  });

  it('remembers a refused commit, too', async () => {
    const { state, at } = await fresh();
    const commit = {
      id: newId(),
      checks: [{ key: `${at}/a`, version: 'x' }],
      writes: [{ key: `${at}/b`, value: '1' }],
    };
    expect(await state.commit(commit)).toBe('conflict');
    expect(await state.commit(commit)).toBe('conflict');
    expect(await textAt(state, `${at}/b`)).toBe(null);
  });

  it('has a key until it expires, and from then on neither reads, lists nor checks it as there', async () => {
    const { state, at } = await fresh();
    const expiresAt = new Date(subject().now().getTime() + 400);
    await put(state, { key: `${at}/a`, value: '1', expiresAt }, { key: `${at}/b`, value: '2' });
    expect(await textAt(state, `${at}/a`)).toBe('1');
    await subject().pass(450);
    expect(await textAt(state, `${at}/a`)).toBe(null);
    expect((await state.list({ prefix: `${at}/`, limit: 10 })).map(({ key }) => key)).toEqual([`${at}/b`]);
    const again = { checks: [{ key: `${at}/a`, version: null }], writes: [{ key: `${at}/a`, value: '3' }] };
    expect(await state.commit({ id: newId(), ...again })).toBe('committed');
    await subject().pass(450);
    expect(await textAt(state, `${at}/a`)).toBe('3');
  });

  it('lists what lasts alone where it is asked to', async () => {
    const { state, at } = await fresh();
    const expiresAt = new Date(subject().now().getTime() + 60_000);
    const keys = ['a', 'b', 'c', 'd'].map((name) => `${at}/${name}`);
    await put(
      state,
      ...keys.map((key, index) => ({ key, value: '1', ...(index % 2 === 0 ? { expiresAt } : {}) })),
    );
    const listed = async (lasting: boolean) =>
      (await state.list({ prefix: `${at}/`, limit: 2, lasting })).map(({ key }) => key);
    expect(await listed(false)).toEqual([keys[0], keys[1]]);
    expect(await listed(true)).toEqual([keys[1], keys[3]]);
  });

  it('keeps values of 1 MiB, and refuses one byte more', async () => {
    const { state, at } = await fresh();
    const value = 'é'.repeat(524_288);
    await put(state, { key: `${at}/a`, value });
    expect(await textAt(state, `${at}/a`)).toBe(value);
    await expect(put(state, { key: `${at}/a`, value: `${value}x` })).rejects.toMatchObject({
      code: 'tooLarge',
    });
  });

  it.each([['a key with spaces'], ['é'], [''], ['line\nbreak'], ['x'.repeat(513)]])(
    'refuses %j as a key',
    async (key) => {
      const { state } = await fresh();
      await expect(state.read([key])).rejects.toThrow('no key');
      await expect(put(state, { key, value: '1' })).rejects.toThrow('no key');
    },
  );

  it('takes every printable character in a key', async () => {
    const { state, at } = await fresh();
    const key = `${at}/${Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('')}`;
    await put(state, { key, value: '1' });
    expect((await state.list({ prefix: `${at}/`, limit: 2 })).map((entry) => entry.key)).toEqual([key]);
  });

  it('lists 10,000 keys page by page in the order of their bytes, forward and backward', async () => {
    const { state, at } = await fresh();
    const keys = Array.from({ length: 10_000 }, (_, index) => `${at}/${(index * 7919) % 10_000}`);
    for (let from = 0; from < keys.length; from += 100) {
      await put(state, ...keys.slice(from, from + 100).map((key) => ({ key, value: key })));
    }
    await put(state, { key: `${at}-other`, value: '1' }, { key: `${at}0`, value: '1' });
    const listed = async (reverse: boolean) => {
      const all: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await state.list({
          prefix: `${at}/`,
          limit: 1_000,
          reverse,
          ...(after ? { after } : {}),
        });
        all.push(...page.map(({ value }) => value));
        after = page.at(-1)?.key;
        if (page.length < 1_000) return all;
      }
    };
    const sorted = [...keys].sort();
    expect(await listed(false)).toEqual(sorted);
    expect(await listed(true)).toEqual(sorted.reverse());
  });

  it('loses nothing when two writers count to 1,000 together', async () => {
    const { at } = await fresh();
    const key = `${at}/counter`;
    const count = async () => {
      const state = await subject().open();
      for (let done = 0; done < 500; ) {
        const [entry] = await state.read([key]);
        const writes = [{ key, value: String(Number(entry?.value ?? 0) + 1) }];
        const commit = { id: newId(), checks: [{ key, version: entry?.version ?? null }], writes };
        if ((await state.commit(commit)) === 'committed') done++;
      }
    };
    await Promise.all([count(), count()]);
    expect(await textAt(await subject().open(), key)).toBe('1000');
  });

  it('keeps the audit chain whole when two writers append 1,000 entries together', async () => {
    const ports = async (): Promise<OfficePorts> => ({
      state: await subject().open(),
      blobs: memoryBlobs(subject().now),
      now: subject().now,
      newId,
    });
    const append = async (officeId: string) => {
      const own = await ports();
      for (let done = 0; done < 500; done++) {
        const event = {
          action: 'draft.made',
          actor: systemActor('test'),
          officeId,
          subject: null,
          details: { done },
        } as const;
        await commitAudited(own, { checks: [], writes: [], events: [event] });
      }
    };
    await Promise.all([append('aa'), append('bb')]);
    const { state } = await ports();
    expect(await wholeChain(state)).toBe(1_000);
  });
}

/** How many entries the audit chain has, each of which follows the one before. */
export async function wholeChain(state: StateStore): Promise<number> {
  let previous = NO_ENTRY;
  let count = 0;
  for (let after: string | undefined; ; ) {
    const page = await state.list({ prefix: 'audit/', limit: 1_000, ...(after ? { after } : {}) });
    for (const { value } of page) {
      const entry = auditEntrySchema.parse(JSON.parse(value));
      expect(entry).toMatchObject({ number: ++count, previous, hash: await entryHash(entry) });
      previous = entry.hash;
    }
    after = page.at(-1)?.key;
    if (page.length < 1_000) return count;
  }
}
