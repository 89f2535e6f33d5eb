'use client';
// Owns the screens for voters who can't fill the form: no ZIP, no street address, a precinct, or just the list.

import type { ReactNode, RefObject } from 'react';
import { siteOffices } from '@/lib/client/site-config';
import type { OfficeAnswer } from '@/lib/core/lookup/outcome';
import type { AllMessages } from '@/lib/messages/messages';
import { officesOf } from '@/lib/release/outcomes';
import type { OpenRelease } from '@/lib/release/reader';
import { AllPlaces } from './all-places';
import { CallOffices } from './call-offices';
import { NoStreetAddress } from './no-street-address';
import { NoZip } from './no-zip';
import { PrecinctFinder } from './precinct-finder';
import { SaveAnyCounty } from './save-any-county';
import type { Lookup, WayIn } from './use-lookup';
import type { ReleaseState } from './use-release';

interface WayInStepProps {
  readonly messages: AllMessages;
  readonly lookup: Lookup;
  readonly way: WayIn;
  readonly release: ReleaseState;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
}

/** One way in, under its own heading, with the way back to the form. */
export function WayInStep(props: WayInStepProps) {
  const { messages, lookup, way, release, headingRef } = props;
  return (
    <section className="way-in">
      <h2 ref={headingRef} tabIndex={-1}>
        {messages.waysIn[way]}
      </h2>
      {bodyOf(props)}
      <CallOffices messages={messages} offices={officesToCall(release)} />
      <p className="no-print">
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => lookup.takeWay('editAddress')}
        >
          {messages.shell.backToSearch}
        </button>
      </p>
    </section>
  );
}

function bodyOf({ messages, lookup, way, release }: WayInStepProps): ReactNode {
  if (way === 'noStreetAddress') return <NoStreetAddress messages={messages} />;
  if (release.kind === 'loading') return <p role="status">{messages.shell.loading}</p>;
  if (release.kind === 'failed') return <p>{messages.shell.notLoaded}</p>;
  return screenOf(way, release.release, messages, lookup);
}

function screenOf(
  way: Exclude<WayIn, 'noStreetAddress'>,
  release: OpenRelease,
  messages: AllMessages,
  lookup: Lookup,
): ReactNode {
  switch (way) {
    case 'noZip':
      return <NoZip messages={messages} release={release} lookup={lookup} />;
    case 'knowPrecinct':
      return <PrecinctFinder messages={messages} release={release} />;
    case 'allPlaces':
      return <AllPlaces messages={messages} release={release} />;
    case 'saveCounty':
      return <SaveAnyCounty messages={messages} release={release} />;
  }
}

function officesToCall(release: ReleaseState): readonly OfficeAnswer[] {
  return release.kind === 'open' ? officesOf(release.release.localities) : siteOffices;
}
