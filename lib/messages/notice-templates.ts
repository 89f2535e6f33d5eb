// Owns the words of late changes, written and translated beforehand, so that nobody has to find them at three in the
// morning. For offices: no voter's page loads them. `{…}` are filled by lib/view/notice-words.

import type { LanguageTag } from './languages';

/** The kinds of lib/core's `Notice`. `closedTo`: closed, with another place to go to. */
export type NoticeTemplate = 'moved' | 'closed' | 'closedTo' | 'hours' | 'callFirst';

/** `{old}`: the place or places; `{new}`: name and address of the other; `{from}`, `{until}`: day and time; `{opens}`,
 *  `{closes}`: hours; `{phone}`: the office's. */
export const noticeTemplates: Readonly<Record<LanguageTag, Readonly<Record<NoticeTemplate, string>>>> = {
  en: {
    moved: 'From {from} until {until}, {old} is not in use. Vote at {new} instead.',
    closed:
      'From {from} until {until}, {old} is closed. Do not go there. Call {phone}, and we will tell you where to vote.',
    closedTo: 'From {from} until {until}, {old} is closed. Vote at {new} instead.',
    hours: '{old} is open from {opens} to {closes}. This holds from {from} until {until}.',
    callFirst:
      'Call {phone} before you go to {old}. There may be a problem there. This holds from {from} until {until}. You can still vote.',
  },
  es: {
    moved: 'Desde {from} hasta {until}, no se vota en {old}. Vote en {new}.',
    closed:
      'Desde {from} hasta {until}, {old} está cerrado. No vaya allí. Llame al {phone} y le diremos dónde votar.',
    closedTo: 'Desde {from} hasta {until}, {old} está cerrado. Vote en {new}.',
    hours: '{old} está abierto de {opens} a {closes}. Esto vale desde {from} hasta {until}.',
    callFirst:
      'Llame al {phone} antes de ir a {old}. Puede haber un problema allí. Esto vale desde {from} hasta {until}. Todavía puede votar.',
  },
};
