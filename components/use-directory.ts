'use client';
// Owns loading what the ways in without an address need: an office's ZIPs, towns, precincts and places.

import { useEffect, useState } from 'react';
import { directoryOf, type OfficeDirectory, zipsOf } from '@/lib/client/office-directory';
import type { Result } from '@/lib/core/result';
import type { LocalityRef } from '@/lib/release/format';
import type { OpenRelease } from '@/lib/release/reader';
import type { Town } from '@/lib/release/town-directory';
import { voterRelease } from './use-release';

/** `failed`: the bytes could not be had, or did not verify. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'loaded'; readonly value: Value };

/** The precincts and places of one locality; null while none has been picked. */
export function useDirectory(release: OpenRelease, locality: LocalityRef | null): Loaded<OfficeDirectory> {
  return useLoaded(
    locality && (() => directoryOf(voterRelease().objects, release.pointer.root, locality)),
    locality,
  );
}

/** The towns that lie, wholly or in part, in the ZIPs of one locality. */
export function useTowns(release: OpenRelease, locality: LocalityRef | null): Loaded<readonly Town[]> {
  return useLoaded(locality && (() => townsOf(release, locality)), locality);
}

async function townsOf(
  release: OpenRelease,
  locality: LocalityRef,
): Promise<Result<readonly Town[], unknown>> {
  const [towns, zips] = await Promise.all([
    release.towns(),
    zipsOf(voterRelease().objects, release.pointer.root, locality),
  ]);
  if (!towns.ok) return towns;
  if (!zips.ok) return zips;
  const here = new Set(zips.value);
  const own = towns.value
    .filter(({ state }) => state === locality.state)
    .map((town) => ({ ...town, zips: town.zips.filter((zip) => here.has(zip)) }))
    .filter((town) => town.zips.length > 0);
  return { ok: true, value: own };
}

function useLoaded<Value>(load: (() => Promise<Result<Value, unknown>>) | null, key: unknown): Loaded<Value> {
  const [loaded, setLoaded] = useState<{ readonly key: unknown; readonly is: Loaded<Value> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is made anew at each drawing; `key` says what it loads.
  useEffect(() => {
    if (!load) return;
    let isCurrent = true;
    load().then((result) => {
      if (isCurrent) {
        setLoaded({ key, is: result.ok ? { kind: 'loaded', value: result.value } : { kind: 'failed' } });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return loaded && loaded.key === key ? loaded.is : { kind: 'loading' };
}
