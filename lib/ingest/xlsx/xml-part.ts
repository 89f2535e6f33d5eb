// Owns the streamed reading of one XML part of a workbook, and its guards: no document type (so no entities and nothing from
// outside), no endless tag or text, no endless nesting. Knows no element.

import { SaxesParser } from 'saxes';
import { piecesOf } from '../files/decode-text';
import type { Encoding } from '../files/inspect-bytes';
import { createTextDecoder, type DecodeNext } from '../files/text-decoder';

/** The part is not what XML or a workbook may be. The message completes "This cannot be read: …". */
export class WorkbookFault extends Error {
  override readonly name = 'WorkbookFault';
}

export interface XmlHandlers {
  /** Names are local: `x:row` is `row`. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Asked after each chunk; true: read no further. */
  readonly isDone?: () => boolean;
}

const mostDepth = 64;
/** Excel's cells hold 32,767 characters (Excel specifications and limits). */
const mostCharsWithoutTag = 1024 * 1024;

/** Reads it chunk by chunk. Throws `WorkbookFault`, and what the chunks throw. */
export async function readXmlPart(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = createParser(handlers);
  let decode: DecodeNext | null = null;
  let sinceTag = 0;
  const feed = (text: string) => {
    const lastTag = text.lastIndexOf('>');
    sinceTag = lastTag < 0 ? sinceTag + text.length : text.length - lastTag;
    if (sinceTag > mostCharsWithoutTag) throw new WorkbookFault('a text in it does not end');
    parser.write(text);
  };
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    decode ??= createTextDecoder(encodingOf(chunk));
    for (const piece of piecesOf(chunk)) {
      feed(decode(piece));
      if (handlers.isDone?.() === true) return;
    }
  }
  feed(decode?.(new Uint8Array(), true) ?? '');
  parser.close();
}

/** XML 1.0, 4.3.3: UTF-16 has a byte order mark. */
const encodingOf = ([first, second]: Uint8Array): Encoding =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

function createParser({ open, text, close }: XmlHandlers): SaxesParser {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', ({ message }) => {
    throw new WorkbookFault(message);
  });
  parser.on('doctype', () => {
    throw new WorkbookFault('a part has a document type, which no spreadsheet program writes');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > mostDepth) throw new WorkbookFault('its elements are nested without end');
    open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(localName(name));
  });
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
