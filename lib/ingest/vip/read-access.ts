// Owns what an office says of getting into a place (Levee's own columns). A blank cell is "nobody has said", which is
// neither yes nor no; so is a cell that cannot be read, and that is reported.

import type { Accessibility } from '@/lib/core/vip';
import type { ProblemCode } from '../problems/problem-codes';
import { readDate, readFlag } from '../tables/cells';

const factFields = ['stepFreeEntrance', 'parking', 'curbsideVoting', 'accessibleMachine'] as const;

type AccessField = (typeof factFields)[number] | 'relayPhone' | 'accessCheckedOn';

/** How a trouble in one of the cells is reported; the caller knows file and row. */
export type ReportAccess = (code: ProblemCode, field: AccessField) => void;

/** `{stepFreeEntrance: 'yes', parking: '', …}` -> `{stepFreeEntrance: true}`; null where nothing is said. */
export function readAccessibility(
  cells: Readonly<Record<AccessField, string>>,
  report: ReportAccess,
): Accessibility | null {
  const facts: Partial<Record<(typeof factFields)[number], boolean>> = {};
  for (const field of factFields) {
    const cell = cells[field];
    if (isUnsaid(cell)) continue;
    const fact = readFlag(cell);
    if (fact === null) report('access-fact-unreadable', field);
    else facts[field] = fact;
  }
  const relayPhone = readRelayPhone(cells.relayPhone, report);
  const checkedOn = readCheckedOn(cells.accessCheckedOn, report);
  const said = {
    ...facts,
    ...(relayPhone === null ? {} : { relayPhone }),
    ...(checkedOn === null ? {} : { checkedOn }),
  };
  return Object.keys(said).length === 0 ? null : said;
}

/** Not `readFlag`'s reading of a blank: "no" would be a claim that nobody has made. */
function isUnsaid(cell: string): boolean {
  return /^(?:|unknown|not known|n\/a|\?)$/i.test(cell);
}

/** 711 is the shortest there is (47 CFR 64.603). */
function readRelayPhone(cell: string, report: ReportAccess): string | null {
  if (cell === '') return null;
  if (cell.replace(/\D/g, '').length >= 3) return cell;
  report('relay-phone-unreadable', 'relayPhone');
  return null;
}

function readCheckedOn(cell: string, report: ReportAccess): string | null {
  if (cell === '') return null;
  const date = readDate(cell);
  if (date === null) report('access-date-unreadable', 'accessCheckedOn');
  return date;
}
