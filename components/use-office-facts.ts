'use client';
// Owns fetching what an office says of itself, once its answer is on screen. The answer never waits for it,
// and stands as it is where it cannot be had.

import { useEffect, useState } from 'react';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { Messages } from '@/lib/messages/messages';
import type { LocalityObject } from '@/lib/release/format';
import { type OfficeFactsView, viewOfficeFacts } from '@/lib/view/office-facts';
import type { ReleaseState } from './use-release';

/** Facts of the offices whose precincts an outcome names; empty until they are there. */
export function useOfficeFacts(
  outcome: LookupOutcome,
  release: ReleaseState,
  messages: Messages,
): readonly OfficeFactsView[] {
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

  const named = new Map(
    localities.filter((each) => answersFor(each, outcome)).map((each) => [each.office.id, each]),
  );
  return [...named.values()].flatMap(({ office }) => viewOfficeFacts(office, messages) ?? []);
}

function answersFor({ id, officeId }: LocalityObject, { offices, precincts }: LookupOutcome): boolean {
  return (
    offices.some((office) => office.id === officeId) && precincts.some(({ locality }) => locality === id)
  );
}
