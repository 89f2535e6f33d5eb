// Owns which elections a clerk can choose instead of typing one: those that offices of the state have on this host, and the
// next federal one. Decides nothing: what the files say counts.

import { compareText } from '@/lib/release/canonical-json';
import type { OfficePorts } from '../ports/office-ports';
import { choices } from '../publish/choice';
import { type DeclaredElection, drafts } from './draft';

const MOST = 4;

/** At most four, the nearest first; none that is over. `state`: `MS`. Throws `StoreError`. */
export async function knownElections(
  { state: store, now }: Pick<OfficePorts, 'state' | 'now'>,
  { officeId, state }: { readonly officeId: string; readonly state: string },
): Promise<readonly DeclaredElection[]> {
  const today = now().toISOString().slice(0, 10);
  const prefix = `${state.toLowerCase()}-`;
  const live = (await choices.list(store)).flatMap(({ value }) =>
    value.officeId.startsWith(prefix) ? [{ name: value.electionName, date: value.electionDate }] : [],
  );
  const declared = (await drafts.list(store, officeId)).flatMap(({ value }) => value.election ?? []);
  const found = new Map<string, DeclaredElection>();
  for (const one of [...declared, ...live, nextFederal(today)]) {
    // One election a day: offices spell its name in many ways, and their own goes first.
    if (one.date >= today && !found.has(one.date)) found.set(one.date, one);
  }
  return [...found.values()].sort((a, b) => compareText(a.date, b.date)).slice(0, MOST);
}

/** The Tuesday next after the first Monday in November, in every even year (2 U.S.C. § 7). `today`: `2026-11-26`. */
export function nextFederal(today: string): DeclaredElection {
  const year = Number(today.slice(0, 4));
  const date = federalDay(year + (year % 2));
  return { name: 'General Election', date: date >= today ? date : federalDay(year + 2 - (year % 2)) };
}

function federalDay(year: number): string {
  const weekday = new Date(Date.UTC(year, 10, 1)).getUTCDay();
  return `${year}-11-${String(2 + ((8 - weekday) % 7)).padStart(2, '0')}`;
}
