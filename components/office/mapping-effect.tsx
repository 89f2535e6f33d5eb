// Owns saying what a list of precincts and their places will do, before anybody submits it.

import type { PrecinctListEffect } from '@/lib/office/compare/precinct-list-effect';
import { Alert } from './alert';
import { countText } from './difference-words';

/** `Your 1,197 street ranges stay; 3 precincts get another place.`, and what is left out. */
export function MappingEffect({ effect }: { readonly effect: PrecinctListEffect | null }) {
  if (effect === null) return null;
  if (effect.kind === 'alone') {
    return (
      <Alert kind="info" heading="This list has no streets">
        <p>
          {precinctsText(effect.precincts)} with a polling place. Voters who know their precinct find their
          place. Everybody else is told to call you.
        </p>
      </Alert>
    );
  }
  const { ranges, leftOut, precincts, losing } = effect;
  const changed =
    precincts === 0
      ? 'no precinct gets another place'
      : `${precinctsText(precincts)} ${precincts === 1 ? 'gets' : 'get'} another place`;
  return (
    <Alert kind={leftOut > 0 ? 'warning' : 'info'} heading="This list is laid over what is live">
      <p>
        Your {countText(ranges)} street {ranges === 1 ? 'range stays' : 'ranges stay'}; {changed}.
        {losing > 0 && ` ${precinctsText(losing)} would have no polling place any more.`}
      </p>
      {leftOut > 0 && (
        <p>
          {countText(leftOut)} street {leftOut === 1 ? 'range is' : 'ranges are'} left out: this list does not
          say where their precincts vote now. Voters there are told to call you. Add those precincts to the
          list if they still vote where they did.
        </p>
      )}
    </Alert>
  );
}

function precinctsText(count: number): string {
  return count === 1 ? '1 precinct' : `${countText(count)} precincts`;
}
