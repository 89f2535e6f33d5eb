// Owns sentences in which some pieces are links: how they are filled, and how they read as plain text.

import { formatParts, type Text } from '@/lib/messages/format';
import type { LinkView, Paragraph } from './outcome-view';

/** Fill a message with texts, links or whole paragraphs: `fill('Please {call}.', {call: ['call ', link]})`. */
export function fill<Names extends string>(
  text: Text<Names>,
  values: Readonly<Record<Names, string | LinkView | Paragraph>>,
): Paragraph {
  return formatParts<Names, LinkView | Paragraph>(text, values).flatMap(
    (part): Paragraph => (isParagraph(part) ? part : [part]),
  );
}

/** The words alone, for live regions and titles. */
export function plainText(paragraph: Paragraph): string {
  return paragraph.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

function isParagraph(part: string | LinkView | Paragraph): part is Paragraph {
  return Array.isArray(part);
}
