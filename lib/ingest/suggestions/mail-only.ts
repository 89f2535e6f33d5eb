// Owns what stands where a polling place should and says that people vote by mail, in an office's own list. Nothing is damaged there: what is offered
// is to read it as the declaration that it reads like, which somebody has to make.

import { MAIL_ONLY, saysByMail } from '../vip/mail-words';
import { cellKind } from './cell-kind';

/** `mail-only`: `MAIL BALLOT PRECINCT` -> `is_mail_only`. Not where another column says who votes by mail. */
export const mailOnly = cellKind('mail-only', ({ columns }) => ({
  columns: columns.placeNames,
  mend: (cell) => (cell !== MAIL_ONLY && saysByMail(cell) ? MAIL_ONLY : null),
}));
