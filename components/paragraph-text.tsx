// Owns how a sentence with links becomes elements. Has no words of its own.

import { Fragment } from 'react';
import type { LinkView, Paragraph } from '@/lib/view/outcome-view';

/** The pieces of a paragraph in a row; a link keeps its number or name in one line. */
export function ParagraphText({ paragraph }: { readonly paragraph: Paragraph }) {
  return paragraph.map((part, index) => {
    // Pieces never move, so that their place is their key.
    const key = `${index}`;
    return <Fragment key={key}>{typeof part === 'string' ? part : <ViewLink link={part} />}</Fragment>;
  });
}

/** A link out of the page: to the phone, a map, or a public office. No referrer goes with it. */
export function ViewLink({ link, className }: { readonly link: LinkView; readonly className?: string }) {
  // Read from left to right in every language.
  const isNumber = link.href.startsWith('tel:');
  return (
    <a
      href={link.href}
      rel="noreferrer"
      {...(isNumber ? { dir: 'ltr' } : {})}
      {...(className === undefined ? {} : { className })}
    >
      {link.text}
    </a>
  );
}
