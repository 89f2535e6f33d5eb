// Owns the one line that says where a list came from and how old it is. A fresh list from this site says nothing.
// Plain words only: nobody needs to know what a mirror or a cache is.

import { isFresh, type RungKind } from '@/lib/core/rung';
import { format } from '@/lib/messages/format';
import type { LadderMessages } from '@/lib/messages/messages';
import type { Reader } from './reader';
import { momentText } from './when';

/** Who gave the list, and what its pointer says of its age. */
export interface Origin {
  readonly rung: RungKind;
  readonly issuedAt: string;
  readonly expiresAt: string;
}

/** "You are offline. This is from Tuesday, November 3, 6:10 pm."; null where there is nothing to say.
 *  `seemsOffline` is what the device believes: it chooses words and nothing else. */
export function rungLine(origin: Origin, seemsOffline: boolean, reader: Reader): string | null {
  const { messages, now, timeZone } = reader;
  const text = textOf(origin, seemsOffline, now);
  if (text === null) return null;
  const line = format(messages.ladder[text], {
    time: momentText(new Date(origin.issuedAt), timeZone, messages, now),
  });
  const isExpired = now.getTime() > Date.parse(origin.expiresAt);
  return isExpired ? `${line} ${messages.ladder.old}` : line;
}

type Line = Exclude<keyof LadderMessages, 'old' | 'notChecked'>;

function textOf({ rung, issuedAt, expiresAt }: Origin, seemsOffline: boolean, now: Date): Line | null {
  switch (rung) {
    case 'device':
      return seemsOffline ? 'offline' : 'fromDevice';
    case 'builtIn':
      return seemsOffline ? 'offline' : 'cameWithPage';
    default: {
      if (!isFresh(issuedAt, now) || now.getTime() > Date.parse(expiresAt)) return 'notConfirmed';
      return rung === 'mirror' ? 'secondSite' : null;
    }
  }
}
