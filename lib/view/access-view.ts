// Owns how easy a place is to get into, in words. A fact that the office has not given is said to be unknown:
// silence read as "no" would keep people at home, read as "yes" would leave them before a flight of stairs.

import type { Accessibility } from '@/lib/core/vip';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import type { AccessFact, AccessView } from './outcome-view';
import { fill } from './paragraph';
import { phoneLink } from './phone';
import { dayText } from './when';

const factNames = ['stepFreeEntrance', 'parking', 'curbsideVoting', 'accessibleMachine'] as const;

/** `{stepFreeEntrance: true}` -> "Entrance without steps: Yes", and three times "We do not know. Ask the office." */
export function viewAccess(known: Accessibility | undefined, messages: Messages): AccessView {
  const { access: say } = messages;
  const facts = known ?? {};
  const isSilent = factNames.every((name) => facts[name] === undefined);
  const relay = facts.relayPhone?.trim() ?? '';
  return {
    heading: say.heading,
    facts: isSilent ? [] : factNames.map((name) => viewFact(say[name], facts[name], messages)),
    allUnknown: isSilent ? say.allUnknown : null,
    relayLine: relay === '' ? null : fill(say.relayPhone, { phone: phoneLink(relay, messages) ?? relay }),
    checkedLine: isSilent ? null : checkedLine(facts.checkedOn, messages),
  };
}

function viewFact(label: string, fact: boolean | undefined, { access: say }: Messages): AccessFact {
  if (fact === undefined) return { label, value: say.unknown, isKnown: false };
  return { label, value: fact ? say.yes : say.no, isKnown: true };
}

function checkedLine(date: string | undefined, messages: Messages): AccessView['checkedLine'] {
  if (date === undefined) return messages.access.notDated;
  const text = format(messages.access.checkedOn, { date: dayText(date, messages, 'withYear') });
  return { text, dateTime: date };
}
