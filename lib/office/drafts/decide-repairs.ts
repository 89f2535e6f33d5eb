// Owns accepting and refusing repairs that a check has offered, a group at a time, and taking that back: written down with the draft and
// audited, in one commit. The files stay as they are. The draft is to be checked again where it is now read otherwise.

import type { Result } from '@/lib/core/result';
import type { AcceptedRepair, Suggestion, SuggestionKey } from '@/lib/ingest/suggestions/suggestion';
import type { AuditAction } from '../audit/entry';
import type { OfficePorts } from '../ports/office-ports';
import type { Draft, RepairDecision } from './draft';
import { changeDraft, type DraftError, type DraftRequest, personOf, refuse } from './draft-change';
import { loadSuggestions } from './stored-suggestions';

/** `takenBack`: neither accepted nor refused any more. */
export const repairVerdicts = ['accepted', 'refused', 'takenBack'] as const;
export type RepairVerdict = (typeof repairVerdicts)[number];

export interface RepairsStep {
  /** Name of the blob that the page was drawn from: what is said is of these groups and no others. */
  readonly seen: string;
  readonly groups: readonly SuggestionKey[];
  readonly verdict: RepairVerdict;
}

const actions: Readonly<Record<RepairVerdict, AuditAction>> = {
  accepted: 'repairs.accepted',
  refused: 'repairs.refused',
  takenBack: 'repairs.takenBack',
};

/** Writes it down. `changed`: the groups are others by now. `wrongState`, `checking`, `gone`. Throws `StoreError`. */
export async function decideRepairs(
  ports: OfficePorts,
  request: DraftRequest,
  { seen, groups, verdict }: RepairsStep,
): Promise<Result<Draft, DraftError>> {
  return changeDraft(ports, request, async (draft) => {
    if (draft.state === 'checking') {
      return refuse('checking', 'This draft is being checked. Wait until that is done.');
    }
    if (draft.files.length === 0) {
      return refuse(
        'wrongState',
        'This draft was made without files of its own. Nothing of it is read anew.',
      );
    }
    if (draft.state !== 'checked') return refuse('wrongState', 'This draft cannot be changed now.');
    const offered = await loadSuggestions(ports, draft);
    const before = draft.repairs ?? [];
    const chosen = groups.map((key) => known(key, offered, before));
    const isAsSeen = (draft.checked?.suggestions?.blob ?? '') === seen;
    if (!isAsSeen || chosen.length === 0 || chosen.includes(null)) {
      return refuse('changed', 'The files have been read anew meanwhile. Look at the suggestions again.');
    }
    const some = chosen.filter((one) => one !== null);
    const by = personOf(request.actor, ports.now());
    const rest = before.filter((one) => !some.some((other) => isSame(one, other)));
    const said = verdict === 'takenBack' ? [] : some.map((one) => ({ ...one, decision: verdict, by }));
    const repairs = [...rest, ...said];
    const isReadOtherwise = accepted(before) !== accepted(repairs);
    return {
      ok: true,
      value: {
        draft: isReadOtherwise ? { ...draft, repairs, state: 'checking' } : { ...draft, repairs },
        action: actions[verdict],
        details: {
          groups: some.map(inWords).join('; '),
          count: some.reduce((sum, { count }) => sum + count, 0),
        },
      },
    };
  });
}

/** What of a draft is applied when it is read. */
export function acceptedRepairs({ repairs = [] }: Pick<Draft, 'repairs'>): readonly AcceptedRepair[] {
  return repairs.filter(({ decision }) => decision === 'accepted');
}

type Group = Pick<RepairDecision, 'kind' | 'file' | 'column' | 'count'>;

/** A group that is offered, or that somebody has said something of; null for another. */
function known(
  key: SuggestionKey,
  offered: readonly Suggestion[],
  said: readonly RepairDecision[],
): Group | null {
  const found = offered.find((one) => isSame(one, key)) ?? said.find((one) => isSame(one, key));
  if (found === undefined) return null;
  const { kind, file, column, count } = found;
  return { kind, file, column, count };
}

/** Whether two speak of one group. */
export const isSame = (a: SuggestionKey, b: SuggestionKey): boolean =>
  a.kind === b.kind && a.file === b.file && a.column === b.column;

const accepted = (repairs: readonly RepairDecision[]): string =>
  JSON.stringify(
    acceptedRepairs({ repairs: [...repairs] }).map(({ kind, file, column }) => [kind, file, column]),
  );

const inWords = ({ kind, file, column, count }: Group): string =>
  `${kind} in ${file}${column === '' ? '' : `, ${column}`} (${count} rows)`;
