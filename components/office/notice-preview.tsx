// Owns how a late change is shown before it is approved: exactly what voters will see, by their own components, in each of
// their languages.

import type { Notice, PlaceAnswer } from '@/lib/core/lookup/outcome';
import { type Language, languages } from '@/lib/messages/languages';
import { viewElection } from '@/lib/view/place-page-view';
import { viewDirectory } from '@/lib/view/view-directory';
import { NoticeBanner } from '../notice-banner';
import { PlaceCard } from '../place-card';

export interface NoticePreviewProps {
  readonly notice: Notice;
  /** The places that it is about, as the list has them. */
  readonly places: readonly PlaceAnswer[];
  readonly election: { readonly id: string; readonly name: string; readonly date: string };
  readonly officeName: string;
  /** ISO 8601: as voters see it then. */
  readonly now: string;
}

/** More cards than these say nothing new. */
const MOST_CARDS = 2;

/** `<NoticePreview {...look} now={now.toISOString()} />` */
export function NoticePreview(props: NoticePreviewProps) {
  return (
    <div className="notice-looks">
      {languages.map((language) => (
        <Look key={language.tag} language={language} {...props} />
      ))}
    </div>
  );
}

interface LookProps extends NoticePreviewProps {
  readonly language: Language;
}

function Look({ notice, places, election, officeName, now, language }: LookProps) {
  const { messages, tag, direction, ownName } = language;
  const shown = places.slice(0, MOST_CARDS);
  const reader = { messages, now: new Date(now), timeZone: null };
  const view = viewDirectory({ officeName, places: shown, notices: [notice], election }, reader);
  const more = places.length - shown.length;
  return (
    <section className="notice-look" aria-label={`What voters see, ${ownName}`}>
      <h3>{ownName}</h3>
      <div className="notice-look-page" lang={tag} dir={direction}>
        {view.notices.map((each) => (
          <NoticeBanner key={each.id} notice={each} />
        ))}
        {view.places.map((place) => (
          <PlaceCard
            key={place.id}
            place={place}
            election={viewElection(election, messages)}
            headingLevel={4}
          />
        ))}
      </div>
      {more > 0 && (
        <p className="quiet">
          The same at {more} more {more === 1 ? 'place' : 'places'}.
        </p>
      )}
    </section>
  );
}
