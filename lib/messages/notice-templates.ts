// Owns the words of late changes, written and translated beforehand, so that nobody has to find them at three in the
// morning. For offices: no voter's page loads them. `{…}` are filled by lib/view/notice-words.

import type { LanguageTag } from './languages';

/** The kinds of lib/core's `Notice`. `closedTo`: closed, with another place to go to. */
export type NoticeTemplate = 'moved' | 'closed' | 'closedTo' | 'hours' | 'callFirst';

/** What fills the others, and what a door sign says. `thisPlace`: several places, too many to name. `office`: put in for a
 *  phone that nobody has given. `endOf`: put in for an end at midnight, which is read as the end of that day as often as its
 *  beginning. */
export type NoticePiece =
  | 'thisPlace'
  | 'endOf'
  | 'office'
  | 'signMoved'
  | 'signClosed'
  | 'signHours'
  | 'signCallFirst'
  | 'signGoTo'
  | 'signScan'
  | 'signQuestions';

/** `{old}`: the place or places; `{new}`: name and address of the other; `{from}`, `{until}`: day and time; `{opens}`,
 *  `{closes}`: hours; `{phone}`: the office's. */
export const noticeTemplates: Readonly<
  Record<LanguageTag, Readonly<Record<NoticeTemplate | NoticePiece, string>>>
> = {
  en: {
    moved: 'From {from} until {until}, {old} is not in use. Vote at {new} instead.',
    closed:
      'From {from} until {until}, {old} is closed. Do not go there. Call {phone}, and we will tell you where to vote.',
    closedTo: 'From {from} until {until}, {old} is closed. Vote at {new} instead.',
    hours:
      'You can vote at {old} from {opens} to {closes}. In line by {closes}? Stay in line. This holds from {from} until {until}.',
    callFirst:
      'Call {phone} before you go to {old}. There may be a problem there. This holds from {from} until {until}. You can still vote.',
    thisPlace: 'this polling place',
    endOf: 'the end of {day}',
    office: 'the election office',
    signMoved: 'Voting has moved',
    signClosed: 'No voting here',
    signHours: 'Voting hours changed',
    signCallFirst: 'Call before you go',
    signGoTo: 'Vote here instead',
    signScan: 'Scan to see it on your phone',
    signQuestions: 'Questions? Call {phone}.',
  },
  es: {
    moved: 'Desde el {from} hasta el {until}, no se vota en {old}. Vote en {new}.',
    closed:
      'Desde el {from} hasta el {until}, {old} está cerrado. No vaya allí. Llame al {phone} y le diremos dónde votar.',
    closedTo: 'Desde el {from} hasta el {until}, {old} está cerrado. Vote en {new}.',
    hours:
      'Puede votar en {old} de {opens} a {closes}. ¿Está en la fila a {closes}? Quédese en la fila. Esto vale desde el {from} hasta el {until}.',
    callFirst:
      'Llame al {phone} antes de ir a {old}. Puede haber un problema allí. Esto vale desde el {from} hasta el {until}. Todavía puede votar.',
    thisPlace: 'este lugar de votación',
    endOf: 'final del {day}',
    office: 'número de la oficina electoral',
    signMoved: 'Se vota en otro lugar',
    signClosed: 'Aquí no se vota',
    signHours: 'Cambió el horario para votar',
    signCallFirst: 'Llame antes de ir',
    signGoTo: 'Vote en este lugar',
    signScan: 'Escanee para verlo en su teléfono',
    signQuestions: '¿Preguntas? Llame al {phone}.',
  },
};
