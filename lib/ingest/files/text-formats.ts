// Owns the question whether a text is something else than separated values: JSON, HTML, XML. Asked of its beginning; only
// whether JSON is GeoJSON may need more of it. Reads none of them.

import type { Refusal } from './file-signatures';

export type TextFormat =
  | { readonly kind: 'separated' }
  | { readonly kind: 'json' }
  /** XML by a root that is VIP's. */
  | { readonly kind: 'vipXml' }
  | ({ readonly kind: 'refused' } & Refusal);

/** Enough for a prolog with comments. */
export const formatChars = 64 * 1024;

/** What a text that begins like this is. A list may begin with a bracket (`[Street],[Zip]`), but not with JSON's next letter. */
export function formatOf(start: string): TextFormat {
  const text = start.trimStart();
  if (/^(?:\{\s*["}]|\[\s*[[{"\]])/.test(text)) return { kind: 'json' };
  if (!text.startsWith('<')) return { kind: 'separated' };
  const root = rootOf(text);
  if (root === null) return { kind: 'separated' };
  const name = root.toLowerCase();
  if (name === 'vipobject' || name === 'vip_object') return { kind: 'vipXml' };
  if (name === 'html' || HTML_PARTS.has(name)) {
    return { kind: 'refused', code: 'file-html', looksLike: 'a web page' };
  }
  return { kind: 'refused', code: 'file-xml', looksLike: KNOWN_ROOTS.get(name) ?? `XML (${root})` };
}

/** What programs write that save a table "for the web". */
const HTML_PARTS: ReadonlySet<string> = new Set(['head', 'body', 'table', 'meta', 'div', 'style', 'script']);

const KNOWN_ROOTS: ReadonlyMap<string, string> = new Map([
  ['workbook', 'an Excel 2003 XML spreadsheet'],
  ['kml', 'a KML map'],
  ['gpx', 'a GPX map'],
]);

/** The local name of the first element; null where there is none. */
function rootOf(text: string): string | null {
  let at = 0;
  for (;;) {
    at = text.indexOf('<', at);
    if (at < 0) return null;
    if (/^<!doctype\s+html/i.test(text.slice(at, at + 40))) return 'html';
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : null;
    if (end !== null) {
      const close = text.indexOf(end, at);
      if (close < 0) return null;
      at = close + end.length;
    } else if (text.startsWith('<!', at)) at += 2;
    else return /^<(?:[\w.-]{1,60}:)?([A-Za-z_][\w.-]{0,60})/.exec(text.slice(at, at + 200))?.[1] ?? null;
  }
}

/** Whether JSON has a member that only GeoJSON has (RFC 7946, 1.4), wherever it stands. Takes the text piece by piece and
 *  answers as soon as it is found. */
export function createGeoJsonSearch(): (piece: string) => boolean {
  let end = '';
  return (piece) => {
    const text = end + piece;
    end = text.slice(-64);
    return /"type"\s{0,8}:\s{0,8}"(?:FeatureCollection|Feature)"/.test(text);
  };
}
