// Owns how an answer is laid out, in the order a voter needs it: notice, place, when, how to get there,
// office, how old the list is. Every word is the view's; what a tap does is the page's.

import type { ReactNode, Ref } from 'react';
import type { OfficeFactsView } from '@/lib/view/office-facts';
import type { ListView, OutcomeView, Way } from '@/lib/view/outcome-view';
import { plainText } from '@/lib/view/paragraph';
import { ChoiceList } from './choice-list';
import { ConfirmLocality } from './confirm-locality';
import { NextSteps } from './next-steps';
import { NoticeBanner } from './notice-banner';
import { OfficeContact } from './office-contact';
import { ParagraphText } from './paragraph-text';
import { PlaceCard } from './place-card';
import { PlaceResults, type ResultExtras } from './place-results';

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
  /** The same in words, below the places and below the office's phone. */
  readonly toBring?: ReactNode;
  readonly officeDetails?: ReactNode;
  /** Early voting and drop boxes; none until they are there. */
  readonly sites?: ReactNode;
  readonly extras?: ResultExtras;
  /** The map, below the text answer. */
  readonly children?: ReactNode;
}

/** One answer, of any kind. */
export function LookupResult(props: LookupResultProps) {
  const {
    view,
    actions,
    headingRef,
    facts = [],
    toBring,
    officeDetails,
    sites,
    extras = {},
    children,
  } = props;
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
      <Body view={view} actions={actions} facts={facts} extras={extras} />
      {children}
      {isSomewhereToGo && toBring}
      {sites}
      <NextSteps heading={view.waysHeading} ways={view.ways} links={view.links} onWay={actions.onWay} />
      {!view.isPhoneFirst && <Office view={view} />}
      {officeDetails}
      <Provenance view={view} facts={facts} />
      {extras.paper}
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

type BodyProps = Required<Pick<LookupResultProps, 'view' | 'actions' | 'facts' | 'extras'>>;

function Body({ view, actions, facts, extras }: BodyProps) {
  switch (view.layout) {
    case 'places':
      return <PlaceResults view={view} facts={facts} onPrint={actions.onPrint} extras={extras} />;
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
        <li key={item}>
          <bdi>{item}</bdi>
        </li>
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

function Provenance({ view, facts }: Required<Pick<LookupResultProps, 'view' | 'facts'>>) {
  // Nothing was read, so there is nothing to say of it.
  if (view.asOfLine === null) return null;
  // The office's form or mailbox, where it is one office that has one; else its phone.
  const own = facts.length === 1 ? facts[0]?.reportLine : null;
  const reportLine = view.reportLine && (own ?? view.reportLine);
  return (
    <footer className="provenance">
      {view.precinctLine !== null && <p>{view.precinctLine}</p>}
      <p>
        <time dateTime={view.asOfLine.dateTime}>{view.asOfLine.text}</time>
      </p>
      {view.sourceLine !== null && <p>{view.sourceLine}</p>}
      {reportLine !== null && (
        <p className="no-print">
          <ParagraphText paragraph={reportLine} />
        </p>
      )}
    </footer>
  );
}
