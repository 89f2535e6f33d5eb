// Owns what stands below the look-up in a frame: that the address stays here, and the way to the page of its own.

import type { Catalogue } from '@/lib/messages/messages';

/** Few words: the host's page has a foot too. */
export function EmbedFoot({ messages }: { readonly messages: Catalogue }) {
  const { shell, embed } = messages;
  return (
    <footer className="site-foot">
      <div className="site-foot-inner">
        <p>{shell.footerNote}</p>
        <p>{embed.privacy}</p>
        <p>
          <a href={`/${messages.tag}/`}>{embed.ownPage}</a> {embed.newTab}
        </p>
      </div>
    </footer>
  );
}
