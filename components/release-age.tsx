// Owns saying how old the list is, where it is older than it should be. Fresh lists say nothing.

import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { momentText } from '@/lib/view/when';
import { RungBanner } from './rung-banner';
import type { ReleaseState } from './use-release';

/** The office host confirms its list every few minutes; half an hour without is worth a word. */
const FRESH_FOR_MS = 30 * 60_000;

interface ReleaseAgeProps {
  readonly messages: Messages;
  readonly release: ReleaseState;
}

/** "This list was last confirmed on Tuesday, November 3, 6:10 am", in the reader's own zone. */
export function ReleaseAge({ messages, release }: ReleaseAgeProps) {
  if (release.kind !== 'open') return null;
  const { pointer, ageMs, expired } = release.release;
  if (!expired && ageMs < FRESH_FOR_MS) return null;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = momentText(new Date(pointer.issuedAt), zone, messages);
  const { shell } = messages;
  return <RungBanner text={format(expired ? shell.expired : shell.lastConfirmed, { time })} />;
}
