// Owns what a desk says of what voters get now: each election's list, since when, and whether readers know it is fresh.

import type { Desk, Desks } from '@/lib/office/offices/desk';
import type { OfficeChoice } from '@/lib/office/publish/choice';
import { agoText, electionDay } from '@/lib/view/desk-time';
import { DeskTime } from './desk-time';
import { KeyFigure } from './key-figure';
import { KeyFigures } from './key-figures';

interface DeskLiveProps {
  readonly desk: Desk;
  readonly release: Desks['release'];
  readonly now: Date;
  readonly timeZone: string;
}

/** After this long without a fresh signature voters are told how old the list is. */
const OLD_MINUTES = 30;

/** The section "What voters see". */
export function DeskLive({ desk, release, now, timeZone }: DeskLiveProps) {
  return (
    <section className="desk-section" aria-labelledby="live">
      <h2 id="live">What voters see</h2>
      {desk.live.length === 0 && <p>Nothing of this office is live. Voters are told to call.</p>}
      {desk.live.map((choice) => (
        <LiveElection key={choice.electionId} choice={choice} timeZone={timeZone} />
      ))}
      {desk.live.length > 0 && release !== null && <Freshness release={release} now={now} />}
    </section>
  );
}

function LiveElection({ choice, timeZone }: { readonly choice: OfficeChoice; readonly timeZone: string }) {
  const { officeId, electionName, electionDate, current } = choice;
  if (current === null) return null;
  const history = `/office/${officeId}/history/`;
  return (
    <div className="live-election">
      <h3>
        <bdi>{electionName}</bdi>, {electionDay(electionDate)}
      </h3>
      <KeyFigures>
        <KeyFigure
          value={current.segments}
          label="address ranges"
          href={current.draftId === null ? undefined : `/office/${officeId}/drafts/${current.draftId}/`}
        />
        <KeyFigure
          value={current.pollingLocations}
          label={current.pollingLocations === 1 ? 'polling place' : 'polling places'}
          href={current.draftId === null ? undefined : `/office/preview/${officeId}/${current.draftId}/`}
        />
      </KeyFigures>
      <p className="small quiet">
        Live since <DeskTime at={current.at} timeZone={timeZone} />, approved by{' '}
        <bdi>{current.approvedBy}</bdi>. <a href={history}>History</a>
      </p>
    </div>
  );
}

function Freshness({
  release,
  now,
}: {
  readonly release: NonNullable<Desks['release']>;
  readonly now: Date;
}) {
  const isOld = now.getTime() - Date.parse(release.issuedAt) > OLD_MINUTES * 60_000;
  return (
    <p className={isOld ? 'not-fresh' : 'small quiet'}>
      Confirmed to voters {agoText(release.issuedAt, now)}, as release {release.sequence}.
      {isOld &&
        ' It should be confirmed every five minutes. Voters still get answers. Tell whoever runs the office computer.'}
    </p>
  );
}
