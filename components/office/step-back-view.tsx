// Owns showing what voters would see if an office went back: both lists side by side.

import type { StepBack } from '@/lib/office/offices/step-back';
import { electionDay } from '@/lib/view/desk-time';
import { DeskTime } from './desk-time';
import { DifferenceLines } from './difference-lines';

/** The facts of both lists, then how they differ. */
export function StepBackView({ step, timeZone }: { readonly step: StepBack; readonly timeZone: string }) {
  const { choice, to, difference } = step;
  const { electionName, electionDate, current } = choice;
  return (
    <>
      <dl className="facts">
        <dt>Election</dt>
        <dd>
          <bdi>{electionName}</bdi>, {electionDay(electionDate)}
        </dd>
        <dt>Voters see now</dt>
        <dd>{current === null ? 'No list' : <ListText list={current} timeZone={timeZone} />}</dd>
        <dt>Voters would see</dt>
        <dd>
          {to === null ? (
            'No list of this office. They are told that it is not loaded, and to call.'
          ) : (
            <ListText list={to} timeZone={timeZone} />
          )}
        </dd>
      </dl>
      {difference !== null && <DifferenceLines difference={difference} />}
    </>
  );
}

interface ListTextProps {
  readonly list: NonNullable<StepBack['to']>;
  readonly timeZone: string;
}

function ListText({ list, timeZone }: ListTextProps) {
  const { at, segments, pollingLocations } = list;
  return (
    <>
      The list of <DeskTime at={at} timeZone={timeZone} />: {segments.toLocaleString('en-US')} address ranges,{' '}
      {pollingLocations.toLocaleString('en-US')} polling places
    </>
  );
}
