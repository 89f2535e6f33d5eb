// Owns writing the release with other late changes: everything it is made of, its pages rewritten, and a pointer that
// follows the one that was read. Used with the office host dead, so it needs nothing but a copy of the release and a key.

import { writeRelease } from '@/lib/adapters/release-files';
import type { Notice } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import { LIFETIME_MS } from '@/lib/office/publish/pointer';
import { compareText } from '@/lib/release/canonical-json';
import { toSeconds } from '@/lib/release/compile';
import type { Pointer, Sha256Hex } from '@/lib/release/format';
import { latePages } from '@/lib/release/late-pages/late-pages';
import type { ReleaseContents } from '@/lib/release/late-pages/read-release';
import { nextSequence } from '@/lib/release/sequence';
import { type SigningKey, signPointer } from '@/lib/release/sign';
import type { ReleaseSource } from '@/lib/release/verified-objects';
import { verifyRelease } from '@/lib/release/verify';
import type { PlainPageSource } from '@/lib/release/verify-pages';
import { type Trust, verifyPointer } from '@/lib/release/verify-pointer';
import { pointerOf } from './previous-release';

export interface NoticeWrite {
  readonly source: ReleaseSource & PlainPageSource;
  readonly trust: Trust;
  readonly pointer: Pointer;
  readonly contents: ReleaseContents;
  readonly notices: readonly Notice[];
  readonly key: SigningKey;
  readonly to: string;
  readonly now: Date;
}

export interface WrittenNotice {
  readonly sequence: number;
  readonly pages: number;
  readonly patched: number;
  readonly stale: number;
}

/** Those that pages show: what was ended early stays in the pointer, so that the office host hears of it. */
export function shownNotices(notices: readonly Notice[], at: string): readonly Notice[] {
  return notices.filter(({ until }) => !(Date.parse(until) <= Date.parse(at)));
}

/** Write it. The error is a sentence; then the folder is as it was. */
export async function writeNotices(write: NoticeWrite): Promise<Result<WrittenNotice, string>> {
  const { source, trust, pointer, contents, now, to, key } = write;
  const copied = await copyOf(source, trust, now);
  if (!copied.ok) return copied;
  const issuedAt = toSeconds(now);
  const late = await latePages(source, {
    pointer,
    contents,
    before: shownNotices(pointer.notices, pointer.issuedAt),
    after: shownNotices(write.notices, issuedAt),
  });
  if (!late.ok) return late;
  const next: Pointer = {
    ...pointer,
    sequence: nextSequence(pointer.sequence, now),
    issuedAt,
    expiresAt: toSeconds(new Date(now.getTime() + LIFETIME_MS)),
    pagesRoot: late.value.pagesRoot,
    notices: [...write.notices].sort((a, b) => compareText(a.id, b.id)),
  };
  const { put, all, objects, patched, stale } = late.value;
  const pages = new Map([...copied.value.pages, ...put]);
  let refusal: string | null = null;
  const follow = async (current: Uint8Array | null) => {
    refusal = current === null ? null : await whyNot(current, write);
    return refusal === null ? signPointer(next, key) : null;
  };
  await writeRelease(to, {
    objects: new Map([...copied.value.objects, ...objects]),
    ...(pointer.pagesRoot === null ? {} : { pages: { put: pages, all } }),
    pointer: follow,
  });
  if (refusal !== null) return err(refusal);
  return ok({ sequence: next.sequence, pages: put.size, patched, stale });
}

/** Nothing newer, and nothing of somebody else, is written over. */
async function whyNot(current: Uint8Array, { pointer, to, trust }: NoticeWrite): Promise<string | null> {
  const there = pointerOf(current, to);
  if (!there.ok) return there.error;
  if (there.value.releaseLine !== pointer.releaseLine)
    return `${to} holds a release of another installation.`;
  if (there.value.sequence <= pointer.sequence) return null;
  const isSigned = (await verifyPointer(current, trust)).ok;
  return `${to} holds ${isSigned ? 'a newer release' : 'a release with a higher number'} (${there.value.sequence}). Read from there: --from ${to}`;
}

interface Copy {
  readonly objects: ReadonlyMap<Sha256Hex, Uint8Array>;
  readonly pages: ReadonlyMap<string, Uint8Array>;
}

/** Every file of the release, each verified. A release that is not whole is not handed on. */
async function copyOf(source: NoticeWrite['source'], trust: Trust, now: Date): Promise<Result<Copy, string>> {
  const objects = new Map<Sha256Hex, Uint8Array>();
  const pages = new Map<string, Uint8Array>();
  const report = await verifyRelease(
    {
      ...source,
      object: async (name) => kept(await source.object(name), (bytes) => objects.set(name, bytes)),
      page: async (path) => kept(await source.page(path), (bytes) => pages.set(path, bytes)),
    },
    trust,
    now,
  );
  const wrong = report.problems.find(({ severity }) => severity === 'error');
  return wrong === undefined ? ok({ objects, pages }) : err(`${wrong.file}: ${wrong.message}`);
}

function kept<Value>(result: Value, keep: (bytes: Uint8Array) => void): Value {
  const read = result as { readonly ok: boolean; readonly value?: Uint8Array };
  if (read.ok && read.value !== undefined) keep(read.value);
  return result;
}
