// Owns a state's one file as its pages show it, office by office: what changes, what somebody has to take note of, what stands against it. Changes
// nothing.

import type { PersonActor } from '../accounts/session';
import { type ApproveError, isNoted } from '../compare/approve-draft';
import type { ChangeCause } from '../compare/change-causes';
import { type ComparisonMemo, comparisonOf } from '../compare/comparison';
import type { Difference } from '../compare/difference';
import type { Draft } from '../drafts/draft';
import type { PublishPorts } from '../publish/publish-ports';
import { goes, NOTHING_GOES, type PartStanding, partStandings, wholeObstacles } from './approve-parts';
import type { KeptBack } from './division';
import { partDraftOf } from './part-drafts';

/** `goes`: with the next approval. `held`: something stands against it. `waits`: the whole has not been submitted. `approved`, `live`, `withdrawn`,
 *  `returned`: its draft is. `empty`, `unknownOffice`: it is kept back. */
export type PartState = KeptBack | 'goes' | 'held' | 'waits' | 'approved' | 'live' | 'withdrawn' | 'returned';

export interface PartView {
  readonly officeId: string;
  readonly name: string;
  readonly state: PartState;
  /** null: it has no draft of its own. */
  readonly draftId: string | null;
  /** Address ranges, and precincts, that are answered otherwise than now. */
  readonly ranges: number;
  readonly precincts: number;
  /** Whether anything of this office is live. */
  readonly isFirst: boolean;
  readonly errors: number;
  readonly causes: readonly (ChangeCause & { readonly isNoted: boolean })[];
  /** Sentences; what has only to be noted is among the causes. */
  readonly obstacles: readonly string[];
}

/** In the order of the file; [] where it is one office's. Throws `StoreError`. */
export async function partViews(
  ports: PublishPorts,
  whole: Draft,
  actor: PersonActor,
  memo: ComparisonMemo,
): Promise<readonly PartView[]> {
  const causesOf = async (_: PublishPorts, draft: Draft) =>
    (await comparisonOf(ports, draft, memo))?.causes ?? [];
  const views: PartView[] = [];
  for (const standing of await partStandings(ports, whole, actor, causesOf)) {
    views.push(await viewOf(ports, whole, standing, { actor, memo }));
  }
  return views;
}

async function viewOf(
  ports: PublishPorts,
  whole: Draft,
  standing: PartStanding,
  { actor, memo }: { readonly actor: PersonActor; readonly memo: ComparisonMemo },
): Promise<PartView> {
  const { part, draft, obstacles } = standing;
  const value = draft?.value ?? (part.checked && (await partDraftOf(ports, whole, part, actor)));
  const comparison = value === null ? null : await comparisonOf(ports, value, memo);
  return {
    officeId: part.officeId,
    name: part.name,
    state: stateOf(whole, standing),
    draftId: draft?.value.id ?? null,
    ...figuresOf(comparison?.difference ?? null),
    errors: part.checked?.errors ?? 0,
    causes: (comparison?.causes ?? []).map((cause) => {
      return { ...cause, isNoted: value !== null && isNoted(value, cause, actor.accountId) };
    }),
    obstacles: obstacles.filter(({ code }) => code !== 'causes').map(({ message }) => message),
  };
}

function stateOf(whole: Draft, standing: PartStanding): PartState {
  const { part, draft } = standing;
  if (part.keptBack !== null) return part.keptBack;
  if (draft === null || whole.state === 'checked') return 'waits';
  if (draft.value.state === 'submitted') return goes(standing) ? 'goes' : 'held';
  if (draft.value.state === 'checked') return 'returned';
  return draft.value.state === 'live' || draft.value.state === 'withdrawn' ? draft.value.state : 'approved';
}

function figuresOf(difference: Difference | null): Pick<PartView, 'ranges' | 'precincts' | 'isFirst'> {
  const ranges = (difference?.groups ?? []).reduce((sum, { rows }) => sum + rows.length, 0);
  return { ranges, precincts: difference?.precincts.length ?? 0, isFirst: difference?.live === null };
}

/** What keeps `actor` from approving anything of the file; [] where something goes. */
export function partObstacles(
  whole: Draft,
  actor: PersonActor,
  parts: readonly PartView[],
): readonly ApproveError[] {
  const found = wholeObstacles(whole, actor);
  return found.length > 0 || parts.some(({ state }) => state === 'goes') ? found : [NOTHING_GOES];
}
