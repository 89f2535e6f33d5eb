// Owns releases of the practice county for tests of the ladder: signed by this machine's key, all of one line, issued
// when the test says. In one of the two a place has moved, so that old and new can be told apart.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseSource, writeRelease } from '@/lib/adapters/release-files';
import { devSigningKey } from '@/lib/adapters/signing-key';
import { signPointer } from '@/lib/release/sign';
import { verifyPointer } from '@/lib/release/verify-pointer';

/** The place of the ordinary practice address, and what it is called where it has moved. */
export const PLACE = 'Heron Library';
export const MOVED = 'Heron Annex';

const BASES = '.levee/test/practice-as-it-is';
const MOVED_BASE = '.levee/test/practice-moved';
const WEEK_MS = 7 * 86_400_000;

/** What a release is like. `ageMs`: issued so long ago. `moved`: the place is at the new one. */
export interface ReleasePlan {
  readonly ageMs: number;
  readonly lifeMs?: number;
  readonly moved?: boolean;
}

/** Compiles both, once for a whole run. */
export function compileBases(): void {
  for (const folder of [BASES, MOVED_BASE]) rmSync(folder, { recursive: true, force: true });
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/e2e/ladder/write-base.ts', BASES, MOVED_BASE, PLACE, MOVED],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`no practice release for the ladder: ${stderr}`);
}

/** Publishes one of them, signed as of when the plan says; gives when that was. */
export async function writePracticeRelease(
  folder: string,
  { ageMs, lifeMs = WEEK_MS, moved = false }: ReleasePlan,
): Promise<Date> {
  const base = moved ? MOVED_BASE : BASES;
  const key = await devSigningKey(process.cwd());
  const bytes = await releaseSource(base).pointer();
  if (!key.ok || !bytes.ok) throw new Error(`no key, or no release in ${base}`);
  const trust = { publicKeys: [key.value.publicKey], revokedKeyIds: [], highestSequences: {} };
  const verified = await verifyPointer(bytes.value, trust);
  if (!verified.ok) throw new Error(verified.error.message);
  const sequence = Math.floor((Date.now() - ageMs) / 1000);
  const issued = new Date(sequence * 1000);
  const pointer = {
    ...verified.value.pointer,
    sequence,
    issuedAt: inSeconds(issued),
    expiresAt: inSeconds(new Date(issued.getTime() + lifeMs)),
  };
  cpSync(join(base, 'v1/objects'), join(folder, 'v1/objects'), { recursive: true });
  await writeRelease(folder, { objects: new Map(), pointer: await signPointer(pointer, key.value) });
  return issued;
}

function inSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A folder that is gone after the test. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'levee-ladder-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
