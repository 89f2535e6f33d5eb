'use client';
// Owns what stands below the first screen: the ways in without an address, and why the address is asked for.

import { isPractice } from '@/lib/client/voter-release';
import type { Messages } from '@/lib/messages/messages';
import { startPagePath } from '@/lib/release/start-page-path';
import type { Lookup } from './use-lookup';
import type { ReleaseState } from './use-release';
import { WayLinks } from './way-links';

interface MoreWaysProps {
  readonly messages: Messages;
  readonly lookup: Lookup;
  readonly release: ReleaseState;
  /** The ways alone: in a frame, whose height somebody else's page gives. */
  readonly isShort?: boolean;
}

/** Below the fold on a phone, so that the first screen holds one thing to do. */
export function MoreWays({ messages, lookup, release, isShort = false }: MoreWaysProps) {
  const { waysIn, form, practice } = messages;
  return (
    <section className="more-ways">
      <h2>{waysIn.heading}</h2>
      <WayLinks
        lookup={lookup}
        ways={[
          ['noStreetAddress', waysIn.noStreetAddress],
          ['knowPrecinct', waysIn.knowPrecinct],
          ['saveCounty', waysIn.saveCounty],
        ]}
      />
      <p>
        <a href={startPagePath(messages.tag)}>{messages.plain.fromMainPage}</a>
      </p>
      {!isShort && (
        <>
          <h2>{form.whyHeading}</h2>
          <p>{form.whyText}</p>
          <p>{form.privacy}</p>
        </>
      )}
      {!isShort && release.kind === 'open' && isPractice(release.release) && (
        <>
          <h2>{practice.marker}</h2>
          <p>{practice.banner}</p>
          <p>
            <a href={`/${messages.tag}/practice/`}>{practice.listLink}</a>
          </p>
        </>
      )}
    </section>
  );
}
