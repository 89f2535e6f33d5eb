// Owns the way of one kind of record in and out of the state store: its keys, and the check of what comes out.
// Knows no kind of record.

import type { z } from 'zod';
import { pageId } from '@/lib/release/page-paths';
import type { Check, Entry, StateStore, Version, Write } from './state-store';
import { StoreError } from './store-error';

/** A record with the version it had when it was read. */
export interface Versioned<Value> {
  readonly value: Value;
  readonly version: Version;
}

/** One kind of record. Parts of its key are given in order: `drafts.key('ms-adams', id)`. */
export interface Records<Value> {
  readonly key: (...parts: readonly string[]) => string;
  readonly read: (state: StateStore, ...parts: readonly string[]) => Promise<Versioned<Value> | null>;
  /** All whose key starts with these parts, in the order of their keys. */
  readonly list: (state: StateStore, ...parts: readonly string[]) => Promise<readonly Versioned<Value>[]>;
  readonly write: (value: Value, parts: readonly string[], expiresAt?: Date) => Write;
  readonly remove: (...parts: readonly string[]) => Write;
  /** Nobody may have changed it since it was read; null: it must not be there. */
  readonly unchanged: (read: Versioned<Value> | null, ...parts: readonly string[]) => Check;
}

const PAGE = 500;
/** What may stand in a key as it is (store-limits). */
const PLAIN = /^[\x21-\x24\x26-\x7e][\x21-\x7e]{0,199}$/;

/** `records('draft', draftSchema)`: records under `draft/…`. Texts that do not fit the schema are `damaged`. */
export function records<Value>(kind: string, schema: z.ZodType<Value>): Records<Value> {
  const key = (...parts: readonly string[]) => [kind, ...parts.map(keyPart)].join('/');
  const parse = ({ key, value, version }: Entry): Versioned<Value> => {
    const parsed = schema.safeParse(jsonOf(value));
    if (parsed.success) return { value: parsed.data, version };
    throw new StoreError('damaged', `${key} is no ${kind}: ${parsed.error.issues[0]?.message}`);
  };
  return {
    key,
    read: async (state, ...parts) => {
      const [entry] = await state.read([key(...parts)]);
      return entry ? parse(entry) : null;
    },
    list: async (state, ...parts) => {
      const found: Versioned<Value>[] = [];
      for (let after: string | undefined; ; ) {
        const prefix = `${key(...parts)}/`;
        const page = await state.list({ prefix, limit: PAGE, ...(after === undefined ? {} : { after }) });
        found.push(...page.map(parse));
        after = page.at(-1)?.key;
        if (page.length < PAGE) return found;
      }
    },
    write: (value, parts, expiresAt) => ({
      key: key(...parts),
      value: JSON.stringify(value),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    }),
    remove: (...parts) => ({ key: key(...parts), value: null }),
    unchanged: (read, ...parts) => ({ key: key(...parts), version: read?.version ?? null }),
  };
}

/** An election's id is the office's own text: `Elección 2026` -> `%_45_lecci_f3_n_20_2026`. No two have the same. '' ends a
 *  prefix: `note/`. */
function keyPart(text: string): string {
  return text === '' || PLAIN.test(text) ? text : `%${pageId(text)}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
