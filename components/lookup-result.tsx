// Owns how an answer is laid out, in the order a voter needs it: notice, place, when, how to get there,
// office, how old the list is. Every word is the view's; what a tap does is the page's.

import type { ReactNode, Ref } from 'react';
import type { OfficeFactsView } from '@/lib/view/office-facts';
import type { ListView, OutcomeView, PlacesView, Way } from '@/lib/view/outcome-view';
import { plainText } from '@/lib/view/paragraph';
import { ChoiceList } from './choice-list';
import { ConfirmLocality } from './confirm-locality';
import { NextSteps } from './next-steps';
import { NoticeBanner } from './notice-banner';
import { OfficeContact } from './office-contact';
import { OfficeDetails } from './office-details';
import { ParagraphText, ViewLink } from './paragraph-text';
import { PlaceCard } from './place-card';
import { WhatToBring } from './what-to-bring';

/** What the page does when something is tapped. An address among them never leaves the device. */
export interface ResultActions {
  readonly onChoose: (ask: string) => void;
  /** "None of these": show `view.ifNone`. */
  readonly onNone: () => void;
  /** True: show `viewOutcome(confirmed(outcome), …)`; false: show `view.ifNo`. */
  readonly onConfirm: (livesThere: boolean) => void;
  readonly onWay: (way: Way) => void;
  readonly onPrint: () => void;
}

interface LookupResultProps {
  readonly view: OutcomeView;
  readonly actions: ResultActions;
  /** The page moves focus here when an answer arrives, so that a screen reader starts at it. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  /** What the offices say of themselves; none until it is there. */
  readonly facts?: readonly OfficeFactsView[];
  /** The map, below the text answer. */
  readonly children?: ReactNode;
}

/** One answer, of any kind. */
export function LookupResult({ view, actions, headingRef, facts = [], children }: LookupResultProps) {
  const isSomewhereToGo = view.layout === 'places' && view.places.length > 0;
  return (
    <section className={`result result-${view.tone}`} lang={view.lang} data-outcome={view.outcome}>
      <h2
        className="result-headline"
        tabIndex={-1}
        {...(headingRef === undefined ? {} : { ref: headingRef })}
      >
        {view.headline}
      </h2>
      {view.understoodLine !== null && <p className="understood no-print">{view.understoodLine}</p>}
      {view.layout === 'places' && view.inLine !== null && <p className="in-line">{view.inLine}</p>}
      {view.paragraphs.map((paragraph) => (
        <p key={plainText(paragraph)}>
          <ParagraphText paragraph={paragraph} />
        </p>
      ))}
      {view.isPhoneFirst && <Office view={view} />}
      {view.notCheckedLine !== null && (
        <p className="not-checked">
          <ParagraphText paragraph={view.notCheckedLine} />
        </p>
      )}
      {view.notices.map((notice) => (
        <NoticeBanner key={notice.id} notice={notice} />
      ))}
      <Body view={view} actions={actions} facts={facts} />
      {children}
      {isSomewhereToGo && facts.map((each) => <WhatToBring key={each.id} facts={each} />)}
      <NextSteps heading={view.waysHeading} ways={view.ways} links={view.links} onWay={actions.onWay} />
      {!view.isPhoneFirst && <Office view={view} />}
      {facts.map((each) => (
        <OfficeDetails key={each.id} facts={each} />
      ))}
      <Provenance view={view} />
    </section>
  );
}

function Office({ view }: Pick<LookupResultProps, 'view'>) {
  return (
    <OfficeContact
      heading={view.officesHeading}
      summary={view.officesSummary}
      offices={view.offices}
      note={view.officesNote}
      relayLine={view.relayLine}
      isFirst={view.isPhoneFirst}
    />
  );
}

type BodyProps = Required<Pick<LookupResultProps, 'view' | 'actions' | 'facts'>>;

function Body({ view, actions, facts }: BodyProps) {
  switch (view.layout) {
    case 'places':
      return <Places view={view} facts={facts} onPrint={actions.onPrint} />;
    case 'over':
      return view.places.length === 0 ? null : (
        <details className="old-places">
          <summary>{view.showLabel}</summary>
          <p>{view.placesLead}</p>
          {view.places.map((place) => (
            <PlaceCard key={place.id} place={place} election={view.electionLine} headingLevel={3} />
          ))}
        </details>
      );
    case 'confirm':
      return <ConfirmLocality view={view} onAnswer={actions.onConfirm} />;
    case 'choose':
      return <ChoiceList view={view} onChoose={actions.onChoose} onNone={actions.onNone} />;
    case 'message':
      return <MessageBody view={view} />;
  }
}

interface PlacesProps {
  readonly view: PlacesView;
  readonly facts: readonly OfficeFactsView[];
  readonly onPrint: () => void;
}

function Places({ view, facts, onPrint }: PlacesProps) {
  // Above several places, and above one that is closed: no day stands beside a place that nobody can go to.
  const isAbove = view.places.length !== 1 || view.places[0]?.isClosed === true;
  return (
    <>
      {isAbove && <ElectionLine view={view} />}
      {view.placesHeading !== null && <h3>{view.placesHeading}</h3>}
      {view.places.map((place) => (
        <PlaceCard
          key={`${place.id} ${place.labels.join()}`}
          place={place}
          election={isAbove ? null : view.electionLine}
          saidDate={view.electionLine?.dateTime ?? null}
          headingLevel={view.placesHeading === null ? 3 : 4}
        />
      ))}
      <QuietActions view={view} facts={facts} onPrint={onPrint} />
    </>
  );
}

/** Beside the one thing to do, and quieter. The office's own registration page stands in for the national one. */
function QuietActions({ view, facts, onPrint }: PlacesProps) {
  const own = facts.length === 1 ? facts[0]?.registrationLink : null;
  const registration = view.registrationLink && (own ?? view.registrationLink);
  if (view.places.length === 0 && registration === null) return null;
  return (
    <ul className="quiet-actions no-print">
      {view.places.length > 0 && (
        <li>
          <button type="button" className="usa-button usa-button--unstyled" onClick={onPrint}>
            {view.printLabel}
          </button>
        </li>
      )}
      {registration !== null && (
        <li>
          <ViewLink link={registration} />
        </li>
      )}
    </ul>
  );
}

function MessageBody({ view }: { readonly view: Extract<OutcomeView, { layout: 'message' }> }) {
  return (
    <>
      {view.lists.map((list) => (
        <KnownList key={list.heading} list={list} />
      ))}
      {view.likely !== null && (
        <section className="likely">
          <h3>{view.likely.heading}</h3>
          <p>
            <ParagraphText paragraph={view.likely.lead} />
          </p>
          {view.likely.places.map((place) => (
            <PlaceCard key={place.id} place={place} election={null} headingLevel={4} />
          ))}
        </section>
      )}
    </>
  );
}

function KnownList({ list }: { readonly list: ListView }) {
  const items = (
    <ul className="known-list">
      {list.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
  return list.isFolded ? (
    <details>
      <summary>{list.heading}</summary>
      {items}
    </details>
  ) : (
    <section>
      <h3>{list.heading}</h3>
      {items}
    </section>
  );
}

function ElectionLine({ view }: Pick<LookupResultProps, 'view'>) {
  if (view.electionLine === null) return null;
  return (
    <p className="result-election">
      <time dateTime={view.electionLine.dateTime}>{view.electionLine.text}</time>
    </p>
  );
}

function Provenance({ view }: Pick<LookupResultProps, 'view'>) {
  // Nothing was read, so there is nothing to say of it.
  if (view.asOfLine === null) return null;
  return (
    <footer className="provenance">
      {view.precinctLine !== null && <p>{view.precinctLine}</p>}
      <p>
        <time dateTime={view.asOfLine.dateTime}>{view.asOfLine.text}</time>
      </p>
      {view.sourceLine !== null && <p>{view.sourceLine}</p>}
      {view.reportLine !== null && (
        <p>
          <ParagraphText paragraph={view.reportLine} />
        </p>
      )}
    </footer>
  );
}
