// Owns how a notice to all is shown before it is approved: exactly what voters will see, by their own component, in each of
// their languages.

import type { Notice } from '@/lib/core/lookup/outcome';
import { languages } from '@/lib/messages/languages';
import { viewForAll } from '@/lib/view/notice-view';
import { NoticeBanner } from '../notice-banner';

interface ToAllLookProps {
  readonly notice: Notice;
  readonly timeZone: string;
}

/** As voters read it when it begins. */
export function ToAllLook({ notice, timeZone }: ToAllLookProps) {
  return (
    <div className="notice-looks">
      {languages.map(({ tag, direction, ownName, messages }) => (
        <section key={tag} className="notice-look" aria-label={`What voters see, ${ownName}`}>
          <h3>{ownName}</h3>
          <div className="notice-look-page" lang={tag} dir={direction}>
            {viewForAll([notice], [], { messages, now: new Date(notice.from), timeZone }).map((view) => (
              <NoticeBanner key={view.id} notice={view} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
