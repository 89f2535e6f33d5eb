// Owns what an answer offers to keep for later: its place, and its whole county.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { AllMessages } from '@/lib/messages/messages';
import type { LocalityRef } from '@/lib/release/format';
import { SaveCounty } from './save-county';
import { SavePlace } from './save-place';
import type { ReleaseState } from './use-release';

interface KeepAnswerProps {
  readonly messages: AllMessages;
  readonly outcome: LookupOutcome;
  readonly release: ReleaseState;
}

/** The place where it is a sure one; the county where the answer names one that is on the list. */
export function KeepAnswer({ messages, outcome, release }: KeepAnswerProps) {
  const locality = release.kind === 'open' ? localityOf(outcome, release.release.localities) : undefined;
  return (
    <>
      <SavePlace messages={messages} outcome={outcome} release={release} />
      {release.kind === 'open' && locality && (
        <section className="keep-county no-print">
          <h3>{messages.savedCounty.heading}</h3>
          <SaveCounty messages={messages} release={release.release} locality={locality} />
        </section>
      )}
    </>
  );
}

function localityOf(
  { offices, precincts }: LookupOutcome,
  localities: readonly LocalityRef[],
): LocalityRef | undefined {
  return localities.find(
    ({ officeId, id }) =>
      offices.some((office) => office.id === officeId) && precincts.some(({ locality }) => locality === id),
  );
}
