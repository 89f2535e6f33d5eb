// Owns the one line under the question: which election this is about.

import { nextElection } from '@/lib/client/next-election';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { dayText } from '@/lib/view/when';
import type { ReleaseState } from './use-release';

interface ElectionLineProps {
  readonly messages: Messages;
  readonly release: ReleaseState;
}

/** The nearest election that is not over, by name and date. */
export function ElectionLine({ messages, release }: ElectionLineProps) {
  return <p className="election-line">{textOf(messages, release)}</p>;
}

function textOf(messages: Messages, release: ReleaseState): string {
  const { shell } = messages;
  // Nothing while it is on its way: without script it would say so for ever. The line keeps its height.
  if (release.kind === 'loading') return '';
  if (release.kind === 'failed') return shell.notLoaded;
  const next = nextElection(release.release.pointer.elections, new Date());
  if (!next) return shell.noElection;
  return format(shell.election, { name: next.name, date: dayText(next.date, messages, 'withYear') });
}
