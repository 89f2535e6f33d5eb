'use client';
// Owns fetching what an office says of itself and of its sites, once its answer is on screen. The answer never waits for
// it, and stands as it is where it cannot be had.

import { useEffect, useState } from 'react';
import type { LookupOutcome, VotingSite } from '@/lib/core/lookup/outcome';
import type { PublishedOffice } from '@/lib/core/vip';
import type { LocalityObject } from '@/lib/release/format';
import type { ReleaseState } from './use-release';

/** The offices whose precincts an outcome names, and their early-voting sites and drop boxes. */
export interface OfficeWords {
  readonly offices: readonly PublishedOffice[];
  readonly sites: readonly VotingSite[];
}

/** Empty until they are there. */
export function useOfficeWords(outcome: LookupOutcome, release: ReleaseState): OfficeWords {
  const [localities, setLocalities] = useState<readonly LocalityObject[]>([]);
  const { zip } = outcome.understood;
  const opened = release.kind === 'open' ? release.release : null;

  useEffect(() => {
    if (opened === null || zip === null) return;
    let isCurrent = true;
    void opened.localitiesOf(zip).then((result) => {
      if (isCurrent && result.ok) setLocalities(result.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [opened, zip]);

  const own = localities.filter((each) => answersFor(each, outcome));
  const offices = new Map(own.map(({ office }) => [office.id, office]));
  const sites = new Map(own.flatMap((each) => (each.sites ?? []).map((site) => [siteKey(each, site), site])));
  return { offices: [...offices.values()], sites: [...sites.values()] };
}

function answersFor({ id, officeId }: LocalityObject, { offices, precincts }: LookupOutcome): boolean {
  return (
    offices.some((office) => office.id === officeId) && precincts.some(({ locality }) => locality === id)
  );
}

/** One site may serve two localities of an office. */
function siteKey({ officeId }: LocalityObject, { kind, electionId, place }: VotingSite): string {
  return [officeId, electionId, kind, place.id].join('\t');
}
