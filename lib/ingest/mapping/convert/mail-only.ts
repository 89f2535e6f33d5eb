// Owns what rows of an office's own tables say of who votes by mail, and whether all rows of a precinct say the same. What nobody has confirmed is
// nothing that is said: a cell that reads so where the place should stand is reported when places are read.

import type { Precinct } from '@/lib/core/vip';
import { readFlag } from '../../tables/cells';
import { MAIL_ONLY, saysByMail } from '../../vip/mail-words';
import type { OfficeRow } from './office-rows';

/** `silent`: the row names a place, and says nothing of mail. Anything else is the cell that cannot be read. */
export type SaidOfMail = 'yes' | 'no' | 'silent' | string;

/** null: the row says neither. `namesPlace`: there is something where the place stands. */
export function saidOfMail(row: OfficeRow, namesPlace: boolean): SaidOfMail | null {
  const isDeclared = placeText(row).toLowerCase() === MAIL_ONLY;
  if (!row.has('precinctMailOnly')) return isDeclared ? 'yes' : namesPlace ? 'silent' : null;
  const cell = row.text('precinctMailOnly');
  const flag = readFlag(cell);
  const isYes = flag === true || /^x$/i.test(cell) || saysByMail(cell);
  if (isYes) return 'yes';
  if (flag === null) return cell;
  return isDeclared ? bothWays : 'no';
}

/** Once the row says yes, what stands for the place is no place. */
export const isNoPlace = (row: OfficeRow): boolean =>
  placeText(row).toLowerCase() === MAIL_ONLY || saysByMail(placeText(row));

const placeText = (row: OfficeRow): string => row.text('placeName') || row.text('placeNameAddressWhole');

const bothWays = 'yes and no';

/** The cell `is_mail_only` of a precinct, of all that its rows say: `yes and no` and what cannot be read are no flag, and set it aside. */
export function mailFlagOf(said: ReadonlySet<SaidOfMail> | undefined, live: Precinct | undefined): string {
  const all = said ?? new Set();
  const unread = [...all].find((one) => !['yes', 'no', 'silent'].includes(one));
  if (unread !== undefined) return unread;
  if (all.has('yes')) return all.size === 1 ? 'yes' : bothWays;
  return all.has('no') ? 'no' : String(live?.isMailOnly ?? false);
}
