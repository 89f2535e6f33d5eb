// Owns the texts of a workbook: what of a rich text is text, its escapes, and the list that cells share.
// ECMA-376 part 1, 18.4 and 22.9.2.19.

import type { WorkbookParts } from './workbook-parts';
import { readXmlPart, WorkbookFault } from './xml-part';

/** Gathers the text of one `si` or `is`: all its `t`, but those of phonetic hints. */
export function createTextGatherer() {
  let text = '';
  let isText = false;
  let isHint = false;
  return {
    open(name: string): void {
      if (name === 't') isText = true;
      else if (name === 'rPh') isHint = true;
    },
    text(piece: string): void {
      if (isText && !isHint) text += piece;
    },
    close(name: string): void {
      if (name === 't') isText = false;
      else if (name === 'rPh') isHint = false;
    },
    /** The text, and begins anew. */
    take(): string {
      const taken = unescaped(text);
      text = '';
      isText = false;
      isHint = false;
      return taken;
    },
  };
}

/** Letters that XML cannot hold stand as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Past these the list is not held in memory. A million rows with six different texts each stay below. */
const mostStrings = 4_000_000;
const mostChars = 128 * 1024 * 1024;
const mostBytes = 256 * 1024 * 1024;

/** The shared strings by their number. Throws `WorkbookFault`, `PartRefused`. */
export async function readSharedStrings(parts: WorkbookParts, path: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const gatherer = createTextGatherer();
  let chars = 0;
  await readXmlPart(parts.chunks(path, mostBytes), {
    open: gatherer.open,
    text: gatherer.text,
    close: (name) => {
      gatherer.close(name);
      if (name !== 'si') return;
      const text = gatherer.take();
      chars += text.length;
      strings.push(text);
      if (strings.length > mostStrings || chars > mostChars) {
        throw new WorkbookFault('it holds more different texts than can be read at once');
      }
    },
  });
  return strings;
}
