'use client';
// Owns fetching ahead while a voter types: the ZIP3 page at the third digit, the streets at the fifth, the town
// index where a town is being written. Only names of objects are asked for; failures show at the answer.

import { useEffect, useState } from 'react';
import { type SuggestibleStreet, typedStreet } from '@/lib/client/suggest-streets';
import { zipInBox, zipInText } from '@/lib/client/typed-zip';
import type { OpenRelease } from '@/lib/release/reader';
import { voterRelease } from './use-release';

/** A town has begun once letters follow the comma behind the street. */
const TOWN_BEGINS = /^\s*,\s*\p{L}{2}/u;

const NO_STREETS: readonly SuggestibleStreet[] = [];

/** The streets to suggest for what has been typed so far. */
export function usePrefetch(address: string, zip: string | null): readonly SuggestibleStreet[] {
  const [loaded, setLoaded] = useState({ zip: '', streets: NO_STREETS });
  const typedZip = zipInText(address) ?? (zip === null ? null : zipInBox(zip));
  const zip3 = typedZip?.digits.slice(0, 3) ?? null;
  const wholeZip = typedZip?.whole ? typedZip.digits : null;
  const namesTown = typedZip === null && TOWN_BEGINS.test(typedStreet(address)?.after ?? '');

  useEffect(() => {
    if (zip3 === null) return;
    withRelease((release) => release.prefetchZip3(zip3));
  }, [zip3]);

  useEffect(() => {
    if (!namesTown) return;
    withRelease((release) => release.prefetchTowns());
  }, [namesTown]);

  useEffect(() => {
    if (wholeZip === null) return;
    let isCurrent = true;
    withRelease(async (release) => {
      // What the office says of itself is fetched along, so that nothing is left to ask for at the answer.
      const [streets] = await Promise.all([release.streetsOf(wholeZip), release.localitiesOf(wholeZip)]);
      if (isCurrent && streets.ok) setLoaded({ zip: wholeZip, streets: streets.value });
    });
    return () => {
      isCurrent = false;
    };
  }, [wholeZip]);

  return loaded.zip === wholeZip ? loaded.streets : NO_STREETS;
}

function withRelease(use: (release: OpenRelease) => Promise<unknown>): void {
  voterRelease()
    .open()
    .then((opened) => (opened.ok ? use(opened.value) : null));
}
