// Owns values that steps leave behind for others: canonical JSON under the hash of its bytes. Knows no step.

import type { z } from 'zod';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalBytes } from '@/lib/release/canonical-json';
import type { BlobName, BlobStore } from '../ports/blob-store';
import { StoreError } from '../ports/store-error';

/** Store a value: `plans/3fa9…`. The same value has the same name. */
export async function putJson(blobs: BlobStore, folder: string, value: unknown): Promise<BlobName> {
  const bytes = canonicalBytes(value);
  const name = `${folder}/${await sha256Hex(bytes)}`;
  await blobs.put(name, bytes);
  return name;
}

/** Read it back. Throws `StoreError` `damaged` where it is gone or is something else. */
export async function getJson<Value>(
  blobs: BlobStore,
  name: BlobName,
  schema: z.ZodType<Value>,
): Promise<Value> {
  const value = await getJsonOrNull(blobs, name, schema);
  if (value === null) throw new StoreError('damaged', `${name} is gone`);
  return value;
}

/** null: it is gone. Throws `StoreError` `damaged` where it is something else. */
export async function getJsonOrNull<Value>(
  blobs: BlobStore,
  name: BlobName,
  schema: z.ZodType<Value>,
): Promise<Value | null> {
  const bytes = await blobs.get(name);
  if (bytes === null) return null;
  const parsed = schema.safeParse(jsonOf(bytes));
  if (!parsed.success) throw new StoreError('damaged', `${name}: ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
