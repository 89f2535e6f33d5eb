// Owns the question whether two late changes contradict each other with nothing to tell which holds: of two that begin at
// different times the later one does (place-view.ts). Pure; used wherever a late change becomes live.

import type { Notice } from '@/lib/core/lookup/outcome';

type Change = Pick<Notice, 'officeId' | 'kind' | 'pollingLocationIds' | 'from' | 'until'>;

/** What a kind says something about: two of one matter contradict each other, a move and longer hours do not. */
const MATTER: Readonly<Partial<Record<Notice['kind'], string>>> = {
  moved: 'where',
  closed: 'where',
  hours: 'when',
};

/** The one of `others` that begins at the same time as `change`, about the same matter of a place of both; null: none does. */
export function sameStart<Other extends Change>(change: Change, others: readonly Other[]): Other | null {
  const matter = MATTER[change.kind];
  if (matter === undefined) return null;
  const contradicts = (other: Other): boolean =>
    other.officeId === change.officeId &&
    MATTER[other.kind] === matter &&
    Date.parse(other.from) === Date.parse(change.from) &&
    other.pollingLocationIds.some((id) => change.pollingLocationIds.includes(id));
  return others.find(contradicts) ?? null;
}
