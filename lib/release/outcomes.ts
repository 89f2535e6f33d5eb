// Owns the answers that need no street: which ZIPs are elsewhere, unknown or without streets, and what is
// said when bytes cannot be had. The look-up within a ZIP is lib/core/lookup's.

import type { Address } from '@/lib/core/address/read-address';
import { understoodFrom } from '@/lib/core/lookup/answer';
import type {
  CannotCheckReason,
  LookupOutcome,
  MissingReason,
  OfficeAnswer,
  Understood,
  UnreadableReason,
} from '@/lib/core/lookup/outcome';
import type { CountyName, LocalityRef, Pointer, Root } from './format';

/** What every such answer is told with. `pointer` is null where not even that could be read. */
export interface OutcomeContext {
  readonly understood: Understood;
  readonly offices: readonly OfficeAnswer[];
  readonly pointer: Pick<Pointer, 'issuedAt' | 'sequence'> | null;
}

function common({ understood, offices, pointer }: OutcomeContext) {
  return {
    understood,
    pollingLocations: [],
    precincts: [],
    offices,
    confirmLocality: null,
    election: null,
    notices: [],
    asOf: pointer?.issuedAt ?? null,
    sequence: pointer?.sequence ?? null,
  };
}

/** Our fault, which says nothing about the voter. Never `missing`. */
export function cannotCheck(context: OutcomeContext, reason: CannotCheckReason): LookupOutcome {
  return { kind: 'cannotCheck', ...common(context), reason };
}

/** Covered, or perhaps so, but not in the data. */
export function missing(context: OutcomeContext, reason: MissingReason): LookupOutcome {
  return { kind: 'missing', ...common(context), reason };
}

/** Too little was typed to look anything up. */
export function unreadable(context: OutcomeContext, reason: UnreadableReason): LookupOutcome {
  return { kind: 'unreadable', ...common(context), reason };
}

/** The reference puts the whole ZIP elsewhere. The county is null where only its ZIP3 is known. */
export function notCovered(
  context: OutcomeContext,
  covered: readonly Pick<LocalityRef, 'name'>[],
  coveredBy: { readonly county: string | null; readonly state: string } | CountyName | null,
): LookupOutcome {
  return { kind: 'notCovered', ...common(context), covers: covered.map(({ name }) => name), coveredBy };
}

/** What is understood before any street has been looked at: what was typed, or of an unreadable text its ZIP. */
export function understoodSoFar(address: Address | null, zip: string | null): Understood {
  if (address !== null) return understoodFrom(address, []);
  return { houseNumber: null, street: null, unit: null, city: null, state: null, zip };
}

/** Offices to call, each once, in the root's order. */
export function officesOf(localities: readonly LocalityRef[]): readonly OfficeAnswer[] {
  const answers = localities.map(({ officeId: id, office: { name, phone } }) => ({ id, name, phone }));
  return [...new Map(answers.map((office) => [Object.values(office).join('\t'), office])).values()];
}

/** Whether the root puts a whole ZIP3 elsewhere: the state it lies in, null where it spans several. */
export function elsewhereState(
  root: Pick<Root, 'elsewhere'>,
  zip3: string,
): { readonly state: string | null } | null {
  const range = root.elsewhere.find(([from, to]) => from <= zip3 && zip3 <= to);
  return range === undefined ? null : { state: range[2] };
}
