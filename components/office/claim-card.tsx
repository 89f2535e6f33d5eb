// Owns how two offices that list the same addresses are shown: both sides, what is set aside, who answers, and for the state
// the buttons that decide.

import type { Claim } from '@/lib/office/publish/claim';
import { electionDay } from '@/lib/view/desk-time';
import { PostButton } from './post-button';

interface ClaimCardProps {
  readonly claim: Claim;
  /** `Adams County` for `ms-adams`. */
  readonly nameOf: (officeId: string) => string;
  readonly mayDecide: boolean;
}

/** One pair of offices and one election day. */
export function ClaimCard({ claim, nameOf, mayDecide }: ClaimCardProps) {
  const { id, officeIds, electionDate, setAside, answers, decidedBy } = claim;
  const heading = `claim-${id}`;
  return (
    <section className="desk-section claim" aria-labelledby={heading}>
      <h2 id={heading}>
        <bdi>{nameOf(officeIds[0])}</bdi> and <bdi>{nameOf(officeIds[1])}</bdi>, {electionDay(electionDate)}
      </h2>
      <p>
        {answers === null ? (
          'Nobody has decided. Whose rows were live first answer until then.'
        ) : (
          <>
            <b>
              <bdi>{nameOf(answers)}</bdi>
            </b>{' '}
            answers. {decidedBy && <bdi>{decidedBy.name} decided it.</bdi>}
          </>
        )}
      </p>
      <div className="claim-sides">
        {officeIds.map((officeId) => (
          <ClaimSide
            key={officeId}
            name={nameOf(officeId)}
            aside={setAside.filter((each) => each.officeId === officeId)}
          />
        ))}
      </div>
      {mayDecide && (
        <div className="desk-actions">
          {officeIds
            .filter((officeId) => officeId !== answers)
            .map((officeId) => (
              <PostButton
                key={officeId}
                path={`/office/api/claims/${id}/decide/`}
                body={{ answers: officeId }}
                kind="outline"
                label={`Let ${nameOf(officeId)} answer`}
              />
            ))}
          {answers !== null && (
            <PostButton
              path={`/office/api/claims/${id}/decide/`}
              body={{ answers: null }}
              kind="quiet"
              label="Leave it undecided"
            />
          )}
        </div>
      )}
    </section>
  );
}

interface ClaimSideProps {
  readonly name: string;
  readonly aside: Claim['setAside'];
}

function ClaimSide({ name, aside }: ClaimSideProps) {
  const rows = aside.reduce((sum, { segments }) => sum + segments, 0);
  return (
    <div>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {rows === 0 ? (
        <p>All its rows answer.</p>
      ) : (
        <>
          <p>
            {rows === 1 ? '1 row is set aside' : `${rows.toLocaleString('en-US')} rows are set aside`}: voters
            at these numbers get the other office’s answer.
          </p>
          <ul className="claim-examples">
            {aside
              .flatMap(({ examples }) => examples)
              .map((example) => (
                <li key={example}>
                  <bdi>{example}</bdi>
                </li>
              ))}
          </ul>
        </>
      )}
    </div>
  );
}
