// Owns a world for tests of the ladder: a clock that only moves when nobody has anything left to do, releases of one
// line that differ in the name of their place, and sources that misbehave in every way a network can.

import { err, ok, type Result } from '@/lib/core/result';
import { toBase64Url } from '@/lib/release/bytes';
import { compile } from '@/lib/release/compile';
import { KEY_ALGORITHM, keyIdOf } from '@/lib/release/keys';
import { exampleCounty, VECTOR_LINE, vectorReference } from '@/lib/release/offices.fixture';
import { type SigningKey, signPointer } from '@/lib/release/sign';
import type { SourceError } from '@/lib/release/verified-objects';
import type { Timers } from './gather';
import type { Rung } from './rung';

/** When every release here was issued, its sequence in minutes later. */
export const ISSUED = new Date('2030-11-05T12:00:00Z');

/** An address of the releases here; version 2 sends it to "School 2". */
export const ADDRESS = '5 Main St, Exampleton XX 00011';

/** A signed release, and the number in its place's name, which is its sequence. */
export interface Version {
  readonly version: number;
  readonly pointer: Uint8Array;
  readonly objects: ReadonlyMap<string, Uint8Array>;
}

/** A fresh key pair with its public half. */
export async function makeKey(): Promise<SigningKey & { readonly publicKey: string }> {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { id: await keyIdOf(raw), privateKey: pair.privateKey, publicKey: toBase64Url(raw) };
}

/** Version n of the release. `expiresInMs` after it was issued. */
export async function makeVersion(
  version: number,
  key: SigningKey,
  expiresInMs = 86_400_000,
): Promise<Version> {
  const now = new Date(ISSUED.getTime() + version * 60_000);
  const compiled = await compile({
    languages: [],
    origin: null,
    datasets: [
      {
        ...exampleCounty,
        pollingLocations: exampleCounty.pollingLocations.map((place) => ({
          ...place,
          name: `School ${version}`,
        })),
      },
    ],
    notices: [],
    reference: vectorReference,
    releaseLine: VECTOR_LINE,
    sequence: version,
    now,
    expiresAt: new Date(now.getTime() + expiresInMs),
  });
  if (!compiled.ok) throw new Error(`no release: ${compiled.error.code}`);
  return {
    version,
    pointer: await signPointer(compiled.value.pointer, key),
    objects: compiled.value.objects,
  };
}

/** What a source does when it is asked. `slow` answers after three seconds. */
export type Behaviour =
  | 'right'
  | 'slow'
  | 'hangs'
  | 'throws'
  | 'fails'
  | 'notFound'
  | 'empty'
  | 'html'
  | 'cut'
  | 'altered';

/** Every behaviour there is. */
export const BEHAVIOURS: readonly Behaviour[] = [
  'right',
  'slow',
  'hangs',
  'throws',
  'fails',
  'notFound',
  'empty',
  'html',
  'cut',
  'altered',
];

const SLOW_MS = 3000;

/** A rung that holds one version and treats pointer and objects each in its own way; `asked` counts. */
export function rungOf(
  kind: Rung['kind'],
  { version, pointer, object }: { version: Version; pointer: Behaviour; object: Behaviour },
  timers: Timers,
): Rung & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    kind,
    asked,
    pointer: () => {
      asked.push('pointer');
      return behave(pointer, version.pointer, timers);
    },
    object: (name) => {
      asked.push(name);
      return behave(object, version.objects.get(name), timers);
    },
  };
}

async function behave(
  behaviour: Behaviour,
  bytes: Uint8Array | undefined,
  timers: Timers,
): Promise<Result<Uint8Array, SourceError>> {
  const text = (content: string) => ok(new TextEncoder().encode(content));
  const right = bytes === undefined ? err({ code: 'notFound' as const, message: 'no such file' }) : ok(bytes);
  switch (behaviour) {
    case 'right':
      return right;
    case 'slow':
      return new Promise((resolve) => timers.after(SLOW_MS, () => resolve(right)));
    case 'hangs':
      return new Promise(() => {});
    case 'throws':
      throw new TypeError('a source must not, but may');
    case 'fails':
      return err({ code: 'unreachable', message: 'status 503' });
    case 'notFound':
      return err({ code: 'notFound', message: 'status 404' });
    case 'empty':
      return text('');
    case 'html':
      return text('<!doctype html><title>Welcome</title>');
    case 'cut':
      return ok((bytes ?? new Uint8Array(2)).slice(0, -1));
    case 'altered':
      return ok(altered(bytes ?? new Uint8Array(9)));
  }
}

/** One letter of a place's name, or some byte, is another. */
function altered(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const changed = text.replace(/School \d/, 'School X').replace(/"sequence\\":\d/, '"sequence\\":9');
  if (changed !== text) return new TextEncoder().encode(changed);
  return bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte));
}

/** A clock and its timers. `run` lets the time pass that a piece of work waits for, and no more. */
export class VirtualTime {
  nowMs = 0;
  #timers: { readonly atMs: number; readonly ring: () => void }[] = [];

  readonly timers: Timers = {
    after: (ms, ring) => {
      const timer = { atMs: this.nowMs + ms, ring };
      this.#timers.push(timer);
      return () => {
        this.#timers = this.#timers.filter((each) => each !== timer);
      };
    },
  };

  /** The result of `work`; throws where it waits for nothing that could ever come. */
  async run<Value>(work: Promise<Value>): Promise<Value> {
    let isDone = false;
    const settle = () => {
      isDone = true;
    };
    work.then(settle, settle);
    for (;;) {
      await quiet();
      if (isDone) return work;
      this.#timers.sort((a, b) => a.atMs - b.atMs);
      const next = this.#timers.shift();
      if (next === undefined) throw new Error('it waits for ever');
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.ring();
    }
  }
}

let cryptoInFlight = 0;
for (const name of ['digest', 'verify', 'importKey'] as const) {
  const real = crypto.subtle[name].bind(crypto.subtle) as (...args: unknown[]) => Promise<unknown>;
  Object.assign(crypto.subtle, {
    [name]: (...args: unknown[]) => {
      cryptoInFlight += 1;
      return real(...args).finally(() => {
        cryptoInFlight -= 1;
      });
    },
  });
}

/** Nothing is left to do but to wait: hashes and signatures are done, and so is all that followed from them. */
async function quiet(): Promise<void> {
  for (let calm = 0; calm < 3; calm = cryptoInFlight === 0 ? calm + 1 : 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
