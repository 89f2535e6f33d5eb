// Owns what can be done with a draft now, the next thing first. Decides nothing: the page says what holds.

import type { Draft } from '@/lib/office/drafts/draft';
import { PostButton } from './post-button';

interface DraftNextProps {
  readonly draft: Pick<Draft, 'id' | 'officeId' | 'state' | 'jobId' | 'checked'>;
  /** What keeps it from being submitted, in words. */
  readonly missing: readonly string[];
  /** Repairs that are suggested below, and of which nobody has said anything. */
  readonly suggested?: number;
}

/** The raised box of a draft's page; nothing where there is nothing to do. */
export function DraftNext({ draft, missing, suggested = 0 }: DraftNextProps) {
  const { id, officeId, state, jobId } = draft;
  const page = `/office/${officeId}/drafts/${id}/`;
  const unconfirmed = draft.checked?.foreign?.unconfirmed ?? 0;
  if (state === 'checked' && unconfirmed > 0) {
    return (
      <section className="next-thing" aria-label="What to do now">
        <p className="next-thing-text">
          {unconfirmed === 1
            ? 'We need to know which column of a table holds what.'
            : `We need to know which column of ${unconfirmed} tables holds what.`}
        </p>
        <p>
          We have guessed. You look at it, change what is wrong, and confirm it. We remember it for your next
          file.
        </p>
        <p className="desk-actions">
          <a className="usa-button" href={`${page}columns/`}>
            Look at the columns
          </a>
        </p>
      </section>
    );
  }
  if (state === 'checked') {
    return missing.length > 0 ? (
      <section className="next-thing" aria-label="What to do now">
        <p className="next-thing-text">This cannot be submitted yet.</p>
        {missing.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <Suggested count={suggested} />
      </section>
    ) : (
      <section className="next-thing" aria-label="What to do now">
        <p className="next-thing-text">See what changes for voters, then submit it.</p>
        <p>A second person looks at it before anything is live. Rows with problems can be corrected below.</p>
        <Suggested count={suggested} />
        <div className="desk-actions">
          <a className="usa-button" href={`${page}compare/`}>
            See what changes
          </a>
          <PostButton
            path={`/office/api/drafts/${officeId}/${id}/submit/`}
            label="Submit for approval"
            kind="outline"
            next={page}
          />
          <a href={`${page}golden/`}>Golden addresses</a>
        </div>
      </section>
    );
  }
  if (state === 'submitted') {
    return (
      <section className="next-thing" aria-label="What to do now">
        <p className="next-thing-text">It waits for a second person.</p>
        <p>Somebody else who may approve has to look at it. Until then voters see what was live before.</p>
        <p className="desk-actions">
          <a href={`${page}compare/`}>See what changes</a>
          <a href={`${page}approve/`}>See what the approver sees</a>
        </p>
      </section>
    );
  }
  if (jobId === null) return null;
  return (
    <section className="next-thing" aria-label="What to do now">
      <p className="next-thing-text">{state === 'live' ? 'It went live.' : 'It is being published.'}</p>
      <p>
        <a href={`/office/${officeId}/jobs/${jobId}/`}>See how it was published</a>
      </p>
    </section>
  );
}

function Suggested({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p>
      <a href="#suggestions">{count === 1 ? 'One repair is suggested' : `${count} repairs are suggested`}</a>{' '}
      below.
    </p>
  );
}
