'use client';
// Owns what comes to an answer once it is on screen: what the office says, early voting and drop boxes, what can be done
// with a place. Fetched after the answer, which never waits for it and stands without it.

import type { ReactNode } from 'react';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { AllMessages } from '@/lib/messages/messages';
import { type OfficeFactsView, viewOfficeFacts } from '@/lib/view/office-facts';
import type { PlacesView } from '@/lib/view/outcome-view';
import type { Reader } from '@/lib/view/reader';
import { viewSites } from '@/lib/view/sites-view';
import { KeepAnswer } from './keep-answer';
import { OfficeDetails } from './office-details';
import { PlaceMap } from './place-map';
import type { ResultExtras } from './place-results';
import { resultExtras } from './result-extras';
import { SiteLists } from './site-lists';
import type { OfficeWords } from './use-office-words';
import type { ReleaseState } from './use-release';
import { WhatToBring } from './what-to-bring';

/** An answer with places, and what is known beside it. */
interface AnswerInHand {
  readonly view: PlacesView;
  readonly outcome: LookupOutcome;
  readonly words: OfficeWords;
  readonly release: ReleaseState;
  readonly reader: Reader<AllMessages>;
}

/** What `LookupResult` shows beside its view. */
export interface AnswerDetails {
  readonly facts: readonly OfficeFactsView[];
  readonly toBring: ReactNode;
  readonly officeDetails: ReactNode;
  readonly sites: ReactNode;
  readonly extras: ResultExtras;
  /** The map, and keeping the answer for later, below the text. */
  readonly children: ReactNode;
}

/** The details of an answer at one moment. */
export function answerDetails({ view, outcome, words, release, reader }: AnswerInHand): AnswerDetails {
  const { messages } = reader;
  const facts = words.offices.flatMap((office) => viewOfficeFacts(office, messages, view.places) ?? []);
  return {
    facts,
    toBring: facts.map((each) => <WhatToBring key={each.id} facts={each} />),
    officeDetails: facts.map((each) => <OfficeDetails key={each.id} facts={each} />),
    sites: <SiteLists lists={viewSites(words.sites, outcome, reader)} />,
    extras: resultExtras(view, outcome, release, messages),
    children: (
      <>
        <PlaceMap messages={messages} places={view.places} states={statesOf(release)} />
        <KeepAnswer messages={messages} outcome={outcome} release={release} />
      </>
    ),
  };
}

function statesOf(release: ReleaseState): readonly string[] {
  return release.kind === 'open'
    ? [...new Set(release.release.localities.map(({ state }) => state))].sort()
    : [];
}
