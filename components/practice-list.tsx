'use client';
// Owns the practice addresses as a list to tap. Shown only over practice data: the real list knows none of them.

import { isPractice } from '@/lib/client/voter-release';
import { format } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import type { Lookup } from './use-lookup';
import type { ReleaseState } from './use-release';

/** `note` is English: it is written for those who check the site, in the words of its tests. */
export interface PracticeEntry {
  readonly id: string;
  readonly address: string;
  readonly note: string;
}

interface PracticeListProps {
  readonly messages: AllMessages;
  readonly lookup: Lookup;
  readonly release: ReleaseState;
  readonly entries: readonly PracticeEntry[];
}

/** A tap fills the box and looks up, all on this page: no address goes through a URL. */
export function PracticeList({ messages: { practice }, lookup, release, entries }: PracticeListProps) {
  if (release.kind !== 'open' || !isPractice(release.release)) return null;

  function take(address: string) {
    lookup.change({ address: oneLine(address), zip: null, town: null });
    void lookup.ask(address);
  }

  return (
    <section className="more-ways">
      <h2>{practice.listHeading}</h2>
      <p>{practice.banner}</p>
      <p>{practice.listIntro}</p>
      <ul className="practice-list">
        {entries.map(({ id, address, note }) => (
          <li key={id}>
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              aria-label={format(practice.tryThis, { address: oneLine(address) || '…' })}
              onClick={() => take(address)}
            >
              <bdi>{oneLine(address) || '…'}</bdi>
            </button>
            <span lang="en" dir="ltr">
              {note}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As the one-line box shows it. */
function oneLine(address: string): string {
  return address.replace(/\s+/g, ' ').trim();
}
