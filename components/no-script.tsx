// Owns what the look-up page says where scripts are off: that the form can't work, and whom to ask instead.
// Drawn while the page is built, so it knows no release; the office is the one the site was built for, if any.

import { siteOffices } from '@/lib/client/site-config';
import type { Messages } from '@/lib/messages/messages';
import { startPagePath } from '@/lib/release/start-page-path';
import { pollingPlaceLookup } from '@/lib/view/national-links';
import { CallOffices } from './call-offices';

/** Nothing at all where scripts run. */
export function NoScript({ messages }: { readonly messages: Messages }) {
  const { shell } = messages;
  return (
    <noscript>
      <section className="no-script">
        <h2>{shell.noScriptHeading}</h2>
        <p>{shell.noScriptText}</p>
        <p>
          <a href={startPagePath(messages.tag)}>{messages.plain.fromMainPage}</a>
        </p>
        <CallOffices messages={messages} offices={siteOffices} />
        <p>
          <a href={`/${messages.tag}/phones/`}>{messages.phones.link}</a>
        </p>
        <p>
          <a href={pollingPlaceLookup} rel="noreferrer">
            {messages.outcome.nationalLookup}
          </a>
        </p>
      </section>
    </noscript>
  );
}
