// Owns what a list of ranges says, counted by hand: which place a number of a street votes at by the rows themselves. Shares nothing
// with what reads the lists but the name of a street.

import { streetKey } from '@/lib/core/address/street-key';
import { groupBy } from '@/lib/ingest/group-by';

/** One row of a list. */
export interface Claim {
  readonly street: string;
  readonly start: number;
  readonly end: number;
  readonly side: 'odd' | 'even' | 'both';
  readonly place: string;
}

/** NORTH RD and N RD are one street, as for a voter. */
const keyOf = ({ street }: Claim) => JSON.stringify(streetKey(street));

/** The places of a number on the street of a claim, by all claims: none, one, or several that contradict each other. */
export function placesBy(claims: readonly Claim[]): (of: Claim, number: number) => ReadonlySet<string> {
  const streets = groupBy(claims, keyOf);
  return (of, number) => {
    const besides = streets.get(keyOf(of)) ?? [];
    return new Set(besides.filter((one) => holds(one, number)).map(({ place }) => place));
  };
}

function holds(claim: Claim, number: number): boolean {
  const isSide = claim.side === 'both' || (claim.side === 'odd') === (number % 2 === 1);
  return claim.start <= number && number <= claim.end && isSide;
}
